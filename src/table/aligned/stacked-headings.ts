/**
 * Headings over several columns with headings of single columns below, beside a heading in the middle of both. In: a grid. Out: the grid
 * with a row for each, and the heading beside them over both rows.
 */
import { boundsOf, centreX } from "../../geometry/boxes.js";
import { intervalOf } from "../../geometry/cluster.js";
import { linesOfWords } from "../../geometry/text-lines.js";
import type { Grid, GridCell } from "../grid.js";
import { chunksOfLine } from "./chunks.js";

/** Most rows above the headings. */
const MOST_ABOVE = 2;

export function stackHeadings(grid: Grid): Grid {
  for (let row = 0; row <= MOST_ABOVE; row += 1) {
    const stacked = splitRow(grid, row) ?? joinMiddle(grid, row);
    if (stacked !== null) return stacked;
    if (headsEachColumn(grid, row)) break;
  }
  return grid;
}

/** Whether a row has a text in every column: what is below it are the table's rows. */
const headsEachColumn = (grid: Grid, row: number): boolean =>
  grid.cells.filter((cell) => cell.row === row && cell.columnSpan === 1 && cell.words.length > 0).length >=
  grid.xs.length - 1;

const isSpanning = ({ columnSpan, words }: GridCell): boolean => columnSpan > 1 && words.length > 0;

/** Cuts a row in which texts of single columns are in the same cell as the heading over them; null where there is none. */
function splitRow(grid: Grid, row: number): Grid | null {
  const own = grid.cells.filter((cell) => cell.row === row);
  const spanning = own.filter(isSpanning);
  const parts = spanning.flatMap((cell) => partsOf(grid, cell) ?? []);
  if (spanning.length === 0 || parts.length < spanning.length || own.some(({ rowSpan }) => rowSpan > 1)) return null;
  const [upper, lower] = [Math.max(...parts.map(({ bottom }) => bottom)), Math.min(...parts.map(({ top }) => top))];
  if (upper > lower + SHARED_PT) return null;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (cell.row < row) return [cell];
    if (!isSpanning(cell)) return [{ ...cell, rowSpan: 2 }];
    return parts.flatMap((part) => (part.cell === cell ? [part.heading, ...part.below] : []));
  });
  const ys = [...grid.ys.slice(0, row + 1), (upper + lower) / 2, ...grid.ys.slice(row + 1)];
  return { xs: grid.xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** How far the lower line of headings may begin above the end of the upper one, in points: boxes of type are taller than its letters. */
const SHARED_PT = 4;

interface Parts {
  readonly cell: GridCell;
  readonly heading: GridCell;
  readonly below: readonly GridCell[];
  /** Where the heading ends, and where those below it begin. */
  readonly bottom: number;
  readonly top: number;
}

/** A cell's heading and the headings of single columns below it; null where it has others. */
function partsOf(grid: Grid, cell: GridCell): Parts | null {
  const lines = linesOfWords(cell.words).map(chunksOfLine);
  const last = lines.at(-1);
  const upper = lines.slice(0, -1);
  if (last === undefined || upper.length === 0 || last.chunks.length < 2) return null;
  if (upper.some(({ chunks }) => chunks.length > 1)) return null;
  const columns = last.chunks.map(({ bbox }) => intervalOf(grid.xs, centreX(bbox)));
  if (new Set(columns).size < columns.length) return null;
  const words = upper.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.words));
  const box = boundsOf(words.map(({ bbox }) => bbox));
  if (box === null) return null;
  const below = last.chunks.map(
    (chunk, at): GridCell => ({
      row: cell.row + 1,
      column: columns[at] ?? 0,
      rowSpan: 1,
      columnSpan: 1,
      words: chunk.words,
    }),
  );
  return { cell, heading: { ...cell, words }, below, bottom: box[3], top: last.bbox[1] };
}

/** Extends the only texts of a row between headings and those that they span over all three rows; null where there are none. */
function joinMiddle(grid: Grid, row: number): Grid | null {
  const inRow = (at: number): GridCell[] => grid.cells.filter((cell) => cell.row === at && cell.words.length > 0);
  const [above, own, below] = [inRow(row), inRow(row + 1), inRow(row + 2)];
  if (own.length === 0 || !above.some(isSpanning) || below.length <= above.length) return null;
  const spans = [...above, ...own, ...below].some(({ rowSpan }) => rowSpan > 1) || own.some(isSpanning);
  const isBeside = ({ column, columnSpan }: GridCell): boolean =>
    own.every((other) => other.column < column || other.column >= column + columnSpan);
  if (spans || ![...above, ...below].every(isBeside)) return null;
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.row <= row) return isBesideAll(cell, own) ? [cell] : [];
    if (cell.row > row + 1) return cell.row > row + 2 || isBesideAll(cell, own) ? [{ ...cell, row: cell.row - 1 }] : [];
    return own.includes(cell) ? [{ ...cell, row, rowSpan: 2 }] : [];
  });
  const [from, to] = [grid.ys[row + 1] ?? 0, grid.ys[row + 2] ?? 0];
  const ys = [...grid.ys.slice(0, row + 1), (from + to) / 2, ...grid.ys.slice(row + 3)];
  return { xs: grid.xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Whether a cell has words or is in other columns: empty ones give way to a heading over both rows. */
const isBesideAll = ({ column, words }: GridCell, others: readonly GridCell[]): boolean =>
  words.length > 0 || others.every((other) => other.column !== column);
