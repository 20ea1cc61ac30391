/**
 * Whether a drawn grid may be inside a cell of another table. In: a grid and the page's words. Out: whether there are words on both
 * sides of it, as other cells of its row.
 */
import { centreX, heightOf } from "../../geometry/boxes.js";
import { boxOfGrid, type Grid } from "../grid.js";
import type { WordsByHeight } from "../words-by-height.js";

/** The words beside a grid are no farther above or below it than its height. */
export function hasWordsBeside(grid: Grid, words: WordsByHeight): boolean {
  const box = boxOfGrid(grid);
  let [left, right] = [false, false];
  for (const { bbox } of words.between(box[1] - heightOf(box), box[3] + heightOf(box))) {
    left = left || centreX(bbox) < box[0];
    right = right || centreX(bbox) > box[2];
    if (left && right) return true;
  }
  return false;
}
