/**
 * Crops a page to the surroundings of a place. In: the place's box and the page's size in points, and the page's pixels. Out:
 * the box to cut out, and its picture as a PNG.
 */
import type { Bbox } from "../schema/values.js";
import type { Graphics } from "./canvas.js";
import type { Pixels } from "./picture.js";

/** Margins around the place, in points. */
const MARGIN_X = 24;
const MARGIN_Y = 34;
/** Minimum width, so that a narrow place is shown with what is beside it. */
const MIN_WIDTH = 400;
/** Maximum height; a higher place is cut at the bottom, because its beginning matters most. */
const MAX_HEIGHT = 300;

/** The box to cut out, within the page; null if the place is outside the page. */
export function cropBox([x0, top, x1, bottom]: Bbox, widthPt: number, heightPt: number): Bbox | null {
  const missing = Math.max(0, MIN_WIDTH - (x1 - x0) - 2 * MARGIN_X) / 2;
  let left = x0 - MARGIN_X - missing;
  let right = x1 + MARGIN_X + missing;
  // Width beyond one edge of the page is added at the other.
  if (left < 0) right -= left;
  if (right > widthPt) left -= right - widthPt;
  left = Math.max(0, left);
  right = Math.min(widthPt, right);
  const upper = Math.max(0, top - MARGIN_Y);
  const lower = Math.min(heightPt, bottom + MARGIN_Y, upper + MAX_HEIGHT);
  return right - left < 1 || lower - upper < 1 ? null : [left, upper, right, lower];
}

/** @param scale pixels per point, both of the page's pixels and of the PNG */
export async function cropPixels(
  graphics: Graphics,
  pixels: Pixels,
  [x0, top, x1, bottom]: Bbox,
  scale: number,
): Promise<Uint8Array> {
  const { canvas, pen } = graphics.surface(x1 - x0, bottom - top, scale);
  graphics.paste(pen, pixels.rgba, pixels.widthPx, [-Math.round(x0 * scale), -Math.round(top * scale)]);
  return new Uint8Array(await canvas.encode("png"));
}
