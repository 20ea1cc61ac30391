/** The colour of writing. In: a picture, its ink and a word's pieces. Out: the mean colour of the middle of its strokes; black for greys. */
import type { Raster } from "../model/raster.js";
import type { Colour } from "./image/fills.js";
import type { Ink } from "./image/ink.js";
import type { Piece } from "./image/pieces.js";

/** Share of the strongest ink from which a pixel is in the middle of a stroke. */
const MIDDLE = 0.8;
/** Difference between channels from which ink is coloured; less is the tint of a scanner's light, or blur. */
const COLOURED = 0x50;

const BLACK: Colour = [0, 0, 0];

export function inkColour({ widthPx, rgba }: Raster, { strength }: Ink, pieces: readonly Piece[]): Colour {
  let most = 0;
  for (const at of pixelsOf(pieces, widthPx)) most = Math.max(most, strength[at] ?? 0);
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (const at of pixelsOf(pieces, widthPx)) {
    if ((strength[at] ?? 0) < MIDDLE * most) continue;
    red += rgba[at * 4] ?? 0;
    green += rgba[at * 4 + 1] ?? 0;
    blue += rgba[at * 4 + 2] ?? 0;
    count += 1;
  }
  const colour: Colour = [red / Math.max(1, count), green / Math.max(1, count), blue / Math.max(1, count)];
  return Math.max(...colour) - Math.min(...colour) >= COLOURED ? colour : BLACK;
}

function* pixelsOf(pieces: readonly Piece[], widthPx: number): Generator<number> {
  for (const { runs } of pieces)
    for (const { y, from, to } of runs) for (let at = y * widthPx + from; at < y * widthPx + to; at += 1) yield at;
}
