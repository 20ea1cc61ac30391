/**
 * Headings on a coloured background, found apart from the table below them that only alignment shows. In: the grids of
 * a page. Out: the same, with such headings joined to their table.
 */
import { overlap } from "../../geometry/boxes.js";
import { type Candidate, FOUND_BY, wordsOfGrid } from "../candidate.js";
import type { Grid, GridCell } from "../grid.js";

/** Most rows of headings. */
const MOST_HEADING_ROWS = 3;
/** Widest gap between headings and table, in points: the padding of a row. */
const WIDEST_GAP_PT = 16;
/** Smallest overlap of headings and table, as a share of the narrower one's width. */
const SAME_PLACE = 0.85;

export function joinHeadingBands(found: readonly Candidate[]): Candidate[] {
  const kept = [...found];
  for (const head of found) {
    if (FOUND_BY[head.strategy] !== "filled" || head.grid.ys.length - 1 > MOST_HEADING_ROWS) continue;
    const at = kept.findIndex((body) => body !== head && isRightBelow(head.grid, body.grid));
    const body = kept[at];
    const joined = body === undefined ? null : joinGrids(head.grid, body.grid);
    if (body === undefined || joined === null) continue;
    kept[at] = { ...body, grid: joined, words: wordsOfGrid(joined) };
    kept.splice(kept.indexOf(head), 1);
  }
  return kept;
}

function isRightBelow(head: Grid, body: Grid): boolean {
  const [left, right] = [head.xs[0] ?? 0, head.xs.at(-1) ?? 0];
  const [from, to] = [body.xs[0] ?? 0, body.xs.at(-1) ?? 0];
  const gap = (body.ys[0] ?? 0) - (head.ys.at(-1) ?? 0);
  const shared = overlap(left, right, from, to);
  return gap > -WIDEST_GAP_PT / 2 && gap <= WIDEST_GAP_PT && shared >= SAME_PLACE * Math.min(right - left, to - from);
}

/** Joins both to one grid with the columns of the one that has more; null where the other's do not fit these. */
function joinGrids(head: Grid, body: Grid): Grid | null {
  const wide = head.xs.length > body.xs.length ? head : body;
  const narrow = wide === head ? body : head;
  const columns = columnsIn(narrow, wide);
  if (columns === null) return null;
  const rows = head.ys.length - 1;
  const placed = (cell: GridCell, grid: Grid): GridCell => {
    const row = grid === body ? cell.row + rows : cell.row;
    if (grid === wide) return { ...cell, row };
    const first = columns[cell.column]?.first ?? 0;
    const last = columns[cell.column + cell.columnSpan - 1]?.last ?? first;
    return { ...cell, row, column: first, columnSpan: last - first + 1 };
  };
  const xs = [...wide.xs];
  xs[0] = Math.min(head.xs[0] ?? 0, body.xs[0] ?? 0);
  xs[xs.length - 1] = Math.max(head.xs.at(-1) ?? 0, body.xs.at(-1) ?? 0);
  return {
    xs,
    ys: [...head.ys.slice(0, -1), ((head.ys.at(-1) ?? 0) + (body.ys[0] ?? 0)) / 2, ...body.ys.slice(1)],
    cells: [...head.cells.map((cell) => placed(cell, head)), ...body.cells.map((cell) => placed(cell, body))],
  };
}

/**
 * For each column of `narrow`, the first and last column of `wide` whose centre it contains; null where one contains
 * none.
 */
function columnsIn(narrow: Grid, wide: Grid): { first: number; last: number }[] | null {
  const middles = wide.xs.slice(1).map((x, at) => (x + (wide.xs[at] ?? x)) / 2);
  const columns = narrow.xs.slice(1).map((to, at) => {
    const from = at === 0 ? Number.NEGATIVE_INFINITY : (narrow.xs[at] ?? 0);
    const end = at === narrow.xs.length - 2 ? Number.POSITIVE_INFINITY : to;
    const held = middles.flatMap((middle, column) => (middle > from && middle <= end ? [column] : []));
    return { first: held[0] ?? -1, last: held.at(-1) ?? -1 };
  });
  return columns.some(({ first }) => first < 0) ? null : columns;
}
