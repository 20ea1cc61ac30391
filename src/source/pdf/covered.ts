/**
 * How much of a page is covered by images. In: the images' boxes and the page's bounds. Out: a share from 0 to 1;
 * overlapping images count once.
 */
import type { Bbox } from "../../schema/values.js";

/** The page is sampled at the centres of a grid with this many squares in each direction. */
const SQUARES = 50;

export function coveredShare(boxes: readonly Bbox[], bounds: Bbox): number {
  if (boxes.length === 0) return 0;
  const stepX = (bounds[2] - bounds[0]) / SQUARES;
  const stepY = (bounds[3] - bounds[1]) / SQUARES;
  let covered = 0;
  for (let square = 0; square < SQUARES * SQUARES; square += 1) {
    const x = bounds[0] + ((square % SQUARES) + 0.5) * stepX;
    const y = bounds[1] + (Math.floor(square / SQUARES) + 0.5) * stepY;
    if (boxes.some((box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) covered += 1;
  }
  return covered / (SQUARES * SQUARES);
}
