/**
 * Drawn tables within a cell of an aligned table. In: a page's drawn tables, the words outside them, and a function
 * that finds aligned tables. Out: the drawn tables whose words belong to a cell.
 */
import { centreX, centreY, heightOf } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import type { FoundGrid } from "../found-grid.js";
import type { Grid } from "../grid.js";
import { boxOfGrid } from "../table-of-grid.js";

/** A table around another has more columns and rows than this. */
const FEWEST_AROUND = 3;
/** Most attempts to find tables while some candidates turn out not to be nested. */
const MOST_TRIES = 3;

/** @param align finds aligned tables in words */
export function nestedTables(
  drawn: readonly FoundGrid[],
  words: readonly Word[],
  align: (words: readonly Word[]) => readonly FoundGrid[],
): FoundGrid[] {
  const byHeight = [...words].sort((a, b) => centreY(a.bbox) - centreY(b.bbox));
  let nested = drawn.filter(({ grid }) => hasWordsBeside(grid, byHeight));
  for (let tries = 0; nested.length > 0 && tries < MOST_TRIES; tries += 1) {
    const around = align([...words, ...nested.flatMap(({ grid }) => grid.cells.flatMap((cell) => cell.words))]);
    const held = nested.filter(({ grid }) => around.some((outer) => holdsInCell(outer.grid, grid)));
    if (held.length === nested.length) return held;
    nested = held;
  }
  return [];
}

/**
 * Whether there are words on both sides of a grid, as other cells of its row: no farther above or below it than its
 * height.
 */
function hasWordsBeside(grid: Grid, byHeight: readonly Word[]): boolean {
  const box = boxOfGrid(grid);
  const [x0, x1] = [box[0], box[2]];
  const [top, bottom] = [box[1] - heightOf(box), box[3] + heightOf(box)];
  let low = 0;
  let high = byHeight.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = byHeight[middle];
    if (word !== undefined && centreY(word.bbox) < top) low = middle + 1;
    else high = middle;
  }
  let [left, right] = [false, false];
  for (let at = low; at < byHeight.length && !(left && right); at += 1) {
    const word = byHeight[at]?.bbox;
    if (word === undefined || centreY(word) > bottom) break;
    left = left || centreX(word) < x0;
    right = right || centreX(word) > x1;
  }
  return left && right;
}

/** Whether a grid is after another's first column, between its first row and its last. */
function holdsInCell(outer: Grid, inner: Grid): boolean {
  const [x0, top, x1, bottom] = boxOfGrid(inner);
  const [, upper, right, lower] = boxOfGrid(outer);
  if (outer.xs.length <= FEWEST_AROUND || outer.ys.length <= FEWEST_AROUND) return false;
  const middle = (top + bottom) / 2;
  return middle > upper && middle < lower && x0 >= (outer.xs[1] ?? 0) && x1 <= right;
}
