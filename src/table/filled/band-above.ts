/**
 * Headings painted on top of a ruled table, with no rules of their own. In: the table's grid, painted boxes and the page's words. Out: the
 * grid with a row of headings; the same grid where no band is on it, or the band has no text in each of several columns.
 */
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { fillGrid, type Grid, type GridCell } from "../grid.js";
import { SNAP_PT } from "../ruled/edges.js";
import type { WordsByHeight } from "../words-by-height.js";

/** Smallest share of the table's width that the boxes of a band cover. */
const FULL_WIDTH = 0.95;
/** Tallest band, as a multiple of its type size. */
const TALLEST = 6;
/** Fewest columns with a heading. */
const FEWEST = 2;

export function withBandAbove(grid: Grid, boxes: readonly Bbox[], words: WordsByHeight): Grid {
  const [left, right, end] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0, grid.ys[0] ?? 0];
  const band = boxes.filter(
    ([x0, , x1, bottom]) => Math.abs(bottom - end) <= SNAP_PT && x0 >= left - SNAP_PT && x1 <= right + SNAP_PT,
  );
  const tops = band.map(([, top]) => top);
  const top = Math.min(...tops);
  const width = band.reduce((sum, [x0, , x1]) => sum + x1 - x0, 0);
  if (width < FULL_WIDTH * (right - left) || Math.max(...tops) - top > SNAP_PT) return grid;
  const headings = words.within([left, top, right, end]);
  const size = headings[0]?.sizePt ?? 0;
  if (end - top > TALLEST * size || headings.some((word) => crosses(word, grid.xs))) return grid;
  const row = fillGrid({ xs: grid.xs, ys: [top, end], cells: grid.xs.slice(1).map((_, at) => cellAt(at)) }, headings);
  if (row.cells.filter((cell) => cell.words.length > 0).length < FEWEST) return grid;
  const below = grid.cells.map((cell) => ({ ...cell, row: cell.row + 1 }));
  return { xs: grid.xs, ys: [top, ...grid.ys], cells: [...row.cells, ...below] };
}

const cellAt = (column: number): GridCell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, words: [] });

const crosses = ({ bbox }: Word, xs: readonly number[]): boolean => xs.some((x) => x > bbox[0] + 1 && x < bbox[2] - 1);
