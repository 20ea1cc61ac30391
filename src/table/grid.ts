/**
 * A table's shape before its texts, as every strategy gives it. In: words. Out: the cells that hold them, and their
 * boxes. Words that lie outside the grid are left out.
 */
import { intervalOf } from "../geometry/cluster.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly words: readonly Word[];
}

/** A table's shape before its texts: `xs` and `ys` bound the columns and rows. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Puts each word into the cell that contains its centre; words outside the grid are left out. */
export function fillGrid(grid: Grid, words: readonly Word[]): Grid {
  const columns = grid.xs.length - 1;
  const owner = new Int32Array(columns * Math.max(0, grid.ys.length - 1)).fill(-1);
  grid.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      owner.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columnSpan);
  });
  const found: Word[][] = grid.cells.map(() => []);
  for (const word of words) {
    const column = intervalOf(grid.xs, (word.bbox[0] + word.bbox[2]) / 2);
    const row = intervalOf(grid.ys, (word.bbox[1] + word.bbox[3]) / 2);
    if (column >= 0 && row >= 0) found[owner[row * columns + column] ?? -1]?.push(word);
  }
  return { ...grid, cells: grid.cells.map((cell, index) => ({ ...cell, words: found[index] ?? [] })) };
}

export const boxOfCell = (grid: Grid, cell: GridCell): Bbox => [
  grid.xs[cell.column] ?? 0,
  grid.ys[cell.row] ?? 0,
  grid.xs[cell.column + cell.columnSpan] ?? 0,
  grid.ys[cell.row + cell.rowSpan] ?? 0,
];

export const boxOfGrid = (grid: Grid): Bbox => [
  grid.xs[0] ?? 0,
  grid.ys[0] ?? 0,
  grid.xs.at(-1) ?? 0,
  grid.ys.at(-1) ?? 0,
];
