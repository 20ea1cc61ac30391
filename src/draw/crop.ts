/**
 * A piece of a page around a place. In: the place's box and the page's size, in points, or the page's pixels. Out: the
 * box to cut out, and it as a PNG.
 */
import type { Bbox } from "../schema/values.js";
import type { Studio } from "./canvas.js";
import type { Pixels } from "./picture.js";

/** Points of the page around the place. */
const MARGIN_X = 24;
const MARGIN_Y = 34;
/** A narrow place is shown with what stands beside it. */
const MIN_WIDTH = 400;
/** What is higher is cut below: where it begins is what matters. */
const MAX_HEIGHT = 300;

/** The box to cut out, within the page. Null where the place lies outside it. */
export function cropOf([x0, top, x1, bottom]: Bbox, widthPt: number, heightPt: number): Bbox | null {
  const missing = Math.max(0, MIN_WIDTH - (x1 - x0) - 2 * MARGIN_X) / 2;
  let left = x0 - MARGIN_X - missing;
  let right = x1 + MARGIN_X + missing;
  // What lies beyond one edge of the page is made up for at the other.
  if (left < 0) right -= left;
  if (right > widthPt) left -= right - widthPt;
  left = Math.max(0, left);
  right = Math.min(widthPt, right);
  const upper = Math.max(0, top - MARGIN_Y);
  const lower = Math.min(heightPt, bottom + MARGIN_Y, upper + MAX_HEIGHT);
  return right - left < 1 || lower - upper < 1 ? null : [left, upper, right, lower];
}

/** @param scale pixels a point, of the pixels and of the PNG alike */
export async function cutOut(
  studio: Studio,
  pixels: Pixels,
  [x0, top, x1, bottom]: Bbox,
  scale: number,
): Promise<Uint8Array> {
  const { canvas, pen } = studio.surface(x1 - x0, bottom - top, scale);
  studio.paste(pen, pixels.rgba, pixels.widthPx, [-Math.round(x0 * scale), -Math.round(top * scale)]);
  return new Uint8Array(await canvas.encode("png"));
}
