/**
 * Drawn tables within a cell of an aligned table. In: grids. Out: whether one has words beside it as a cell in a row of others does, and
 * whether one is in a cell of another.
 */
import { centreX, heightOf } from "../../geometry/boxes.js";
import { boxOfGrid, type Grid } from "../grid.js";
import type { WordsByHeight } from "../words-by-height.js";

/** A table around another has more columns and rows than this. */
const FEWEST_AROUND = 3;

/**
 * Whether there are words on both sides of a grid, as other cells of its row: no farther above or below it than its
 * height.
 */
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

/** Whether a grid is after another's first column, between its first row and its last. */
export function holdsInCell(outer: Grid, inner: Grid): boolean {
  const [x0, top, x1, bottom] = boxOfGrid(inner);
  const [, upper, right, lower] = boxOfGrid(outer);
  if (outer.xs.length <= FEWEST_AROUND || outer.ys.length <= FEWEST_AROUND) return false;
  const middle = (top + bottom) / 2;
  return middle > upper && middle < lower && x0 >= (outer.xs[1] ?? 0) && x1 <= right;
}
