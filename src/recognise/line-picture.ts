/**
 * The picture of one line of writing for recognition. In: a line and the ink. Out: black on white at the size that recognition is best at,
 * with nothing else in it, and how its places lead back to the page.
 */
import type { GreyRaster } from "../model/raster.js";
import type { Ink } from "./image/ink.js";
import type { Piece } from "./image/pieces.js";
import { scaled } from "./image/resample.js";
import type { TextLine } from "./image/text-lines.js";

/** Height to which the letters of a line are brought, in pixels, and by how much at most they are made larger. */
const LETTER_PX = 30;
const MOST_SCALE = 4;
/** Sizes that are near enough are left as they are. */
const NEAR = [0.8, 1.35] as const;
/** White around the line, as a share of its height. */
const MARGIN = 0.35;
/** Share of the ink that is stronger than what is made black. */
const DARKEST = 0.1;

export interface LinePicture {
  readonly picture: GreyRaster;
  readonly scale: number;
  /** The page's place of its upper left corner. */
  readonly originX: number;
  readonly originY: number;
}

/** @param height of its letters in pixels */
export function linePicture(ink: Ink, line: TextLine, height: number): LinePicture {
  const margin = Math.round((line.bottom - line.top) * MARGIN) + 2;
  const [originX, originY] = [line.left - margin, line.top - margin];
  const [widthPx, heightPx] = [line.right - line.left + 2 * margin, line.bottom - line.top + 2 * margin];
  const black = blackOf(ink, line.pieces);
  const grey = new Uint8Array(widthPx * heightPx).fill(255);
  const paint = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= ink.widthPx || y >= ink.heightPx) return;
    const at = (y - originY) * widthPx + x - originX;
    grey[at] = 255 - Math.min(255, Math.round(((ink.strength[y * ink.widthPx + x] ?? 0) * 255) / black));
  };
  // The pixels around a stroke are its blurred edge.
  for (const { runs } of line.pieces)
    for (const { y, from, to } of runs)
      for (let row = y - 1; row <= y + 1; row += 1) for (let x = from - 1; x <= to; x += 1) paint(x, row);
  const wanted = Math.min(MOST_SCALE, LETTER_PX / Math.max(1, height));
  const scale = wanted >= NEAR[0] && wanted <= NEAR[1] ? 1 : wanted;
  const picture = { widthPx, heightPx, grey };
  return { picture: scale === 1 ? picture : scaled(picture, scale), scale, originX, originY };
}

/** The strength of ink that is made black: that of the middle of strokes. */
function blackOf({ strength, widthPx }: Ink, pieces: readonly Piece[]): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const { runs } of pieces)
    for (const { y, from, to } of runs)
      for (let x = from; x < to; x += 1) {
        const value = strength[y * widthPx + x] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
        total += 1;
      }
  let [value, above] = [255, 0];
  while (value > 1 && above + (counts[value] ?? 0) < DARKEST * total) {
    above += counts[value] ?? 0;
    value -= 1;
  }
  return value;
}
