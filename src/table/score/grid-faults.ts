/**
 * What is wrong with a grid as a whole. In: a grid with its words, and the page's words and lines. Out: shares from 0 to 1: how pure its
 * columns are, how many rows have words beside them that it leaves out, and how much of the lines drawn in it are its borders.
 */
import { centreY } from "../../geometry/boxes.js";
import { intervalOf, nearestIndex } from "../../geometry/cluster.js";
import { isFigure } from "../aligned/chunks.js";
import { boxOfGrid, type Grid } from "../grid.js";
import type { Edge, Edges } from "../ruled/edges.js";
import type { WordsByHeight } from "../words-by-height.js";

/** Share where there is nothing to measure. */
const UNKNOWN = 0.5;
/** Widest gap between columns of one table, in points: words that are nearer are close beside it. */
const BESIDE_PT = 25;
/** How far a word may reach into the grid and still be beside it, in points. */
const OVER_EDGE_PT = 1.5;
/** Largest distance between a line and the border that it draws, in points. */
const SAME_PLACE_PT = 3;

/** Mean over the columns of the share of cells below the first row that are figures, or are not, whichever are more. */
export function purity(grid: Grid): number {
  const figures = new Map<number, [figures: number, all: number]>();
  for (const { row, column, columnSpan, words } of grid.cells) {
    if (row === 0 || columnSpan > 1 || words.length === 0) continue;
    const [its, all] = figures.get(column) ?? [0, 0];
    figures.set(column, [its + (words.length <= 2 && words.every(({ text }) => isFigure(text)) ? 1 : 0), all + 1]);
  }
  let [sum, count] = [0, 0];
  for (const [its, all] of figures.values()) {
    sum += Math.max(its, all - its);
    count += all;
  }
  return count === 0 ? UNKNOWN : sum / count;
}

/** Share of the rows that have words close beside them, as those of a column that the grid leaves out. */
export function leftShare({ xs, ys }: Grid, words: WordsByHeight): number {
  const [x0, x1] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const rows = new Set<number>();
  for (const { bbox } of words.between(ys[0] ?? 0, ys.at(-1) ?? 0)) {
    const gap = Math.max(x0 - bbox[2], bbox[0] - x1);
    if (gap > -OVER_EDGE_PT && gap <= BESIDE_PT) rows.add(intervalOf(ys, centreY(bbox)));
  }
  return rows.size / Math.max(1, ys.length - 1);
}

/** Share, by length, of the lines drawn inside the grid that are borders of its columns or rows; half where there are none. */
export function drawnShare(grid: Grid, { horizontal, vertical }: Edges): number {
  const [x0, top, x1, bottom] = boxOfGrid(grid);
  const across = sharedLength(horizontal, [top, bottom], [x0, x1], grid.ys);
  const down = sharedLength(vertical, [x0, x1], [top, bottom], grid.xs);
  const all = across.all + down.all;
  return all === 0 ? UNKNOWN : (across.same + down.same) / all;
}

/** Lines between rows that all end before a column, and their share of the grid's width, from which on that column is not of the table. */
const FEWEST_LINES = 3;
const LONG = 0.5;
/** Smallest number of such lines for each row: fewer are the lines above totals, which leave out the labels of rows. */
const LINES_PER_ROW = 1 / 3;

/**
 * Share of the rows that have words in columns which none of the lines between the rows reaches: a box of comments beside a table. No
 * share where too few lines separate rows.
 */
export function beyondShare(grid: Grid, { horizontal }: Edges): number {
  const [x0, top, x1, bottom] = boxOfGrid(grid);
  let [count, left, right] = [0, x1, x0];
  for (let at = firstFrom(horizontal, top - SAME_PLACE_PT); at < horizontal.length; at += 1) {
    const edge = horizontal[at];
    if (edge === undefined || edge.at > bottom + SAME_PLACE_PT) break;
    if (edge.to <= x0 || edge.from >= x1) continue;
    [left, right] = [Math.min(left, edge.from), Math.max(right, edge.to)];
    if (Math.min(edge.to, x1) - Math.max(edge.from, x0) >= LONG * (x1 - x0)) count += 1;
  }
  if (count < Math.max(FEWEST_LINES, LINES_PER_ROW * (grid.ys.length - 1))) return 0;
  const beyond = grid.cells.filter(
    ({ words }) =>
      words.length > 0 && words.every(({ bbox }) => bbox[0] >= right - OVER_EDGE_PT || bbox[2] <= left + OVER_EDGE_PT),
  );
  return new Set(beyond.map(({ row }) => row)).size / Math.max(1, grid.ys.length - 1);
}

/** Smallest share of a grid's width that a line below the whole table covers. */
const WHOLE = 0.9;

/**
 * The first row below the last line drawn through the whole grid, where it is a single text over several columns, as a caption; no row
 * where there is none.
 */
export function textBelowLines(grid: Grid, { horizontal }: Edges): number {
  const [x0, top, x1, bottom] = boxOfGrid(grid);
  let last = Number.NEGATIVE_INFINITY;
  for (let at = firstFrom(horizontal, top + SAME_PLACE_PT); at < horizontal.length; at += 1) {
    const edge = horizontal[at];
    if (edge === undefined || edge.at > bottom - SAME_PLACE_PT) break;
    if (Math.min(edge.to, x1) - Math.max(edge.from, x0) >= WHOLE * (x1 - x0)) last = edge.at;
  }
  const row = grid.ys.findIndex((y) => y >= last - SAME_PLACE_PT);
  const [text, ...others] = grid.cells.filter((cell) => cell.row === row && cell.words.length > 0);
  const isText = row > 0 && text !== undefined && text.columnSpan > 1 && others.length === 0;
  return isText ? row : Number.POSITIVE_INFINITY;
}

/** @param edges sorted by their places */
function sharedLength(
  edges: readonly Edge[],
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  borders: readonly number[],
): { same: number; all: number } {
  let [same, all] = [0, 0];
  for (let at = firstFrom(edges, from - SAME_PLACE_PT); at < edges.length; at += 1) {
    const edge = edges[at];
    if (edge === undefined || edge.at > to + SAME_PLACE_PT) break;
    const length = Math.max(0, Math.min(edge.to, end) - Math.max(edge.from, start));
    const border = borders[nearestIndex(borders, edge.at)] ?? Number.POSITIVE_INFINITY;
    all += length;
    if (Math.abs(border - edge.at) <= SAME_PLACE_PT) same += length;
  }
  return { same, all };
}

/** Index of the first edge at a place or after it. */
function firstFrom(edges: readonly Edge[], place: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
