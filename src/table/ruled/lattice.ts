/** Connected edges to a grid of cells: base cells between neighbouring edges, joined where no edge parts them. */
import { clusterValues, disjointSets, intervalOf, nearestIndex } from "../../geometry/cluster.js";
import type { Table, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { RunningHead } from "../aligned/continued-tables.js";
import type { TierShape } from "../aligned/rows-with-full-width-text.js";
import { type Edges, SNAP_PT } from "./edges.js";

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

/** A grid with its words, and what shows that it is a table. */
export interface FoundGrid {
  readonly grid: Grid;
  readonly found: Table["found"];
  /** How its rows with text over the width below them are set; absent for other tables. */
  readonly tiers?: TierShape;
  /** Its head, where it has one and stands to its page's end. */
  readonly running?: RunningHead;
}

/** Share of a base cell's side that an edge must cover to part it from its neighbour. */
const COVERED = 0.6;
/** How far, in points, horizontal edges may run past the outermost vertical one before the table is open at that side. */
const OPEN_SIDE_PT = 6;
/** Rows and columns narrower than this, in points, are the gap of a double line. */
const NARROWEST_PT = 4.5;
/** A grid of more base cells is a drawing or graph paper. */
const MOST_CELLS = 60_000;

/** Bounds along one axis: the edges' places, and the ends of the crossing edges where these run past them. */
function boundsAlong(places: readonly number[], starts: readonly number[], ends: readonly number[]): number[] {
  const bounds = clusterValues(places, SNAP_PT);
  const low = Math.min(...starts);
  const high = Math.max(...ends);
  if (bounds.length === 0 || low < (bounds[0] ?? 0) - OPEN_SIDE_PT) bounds.unshift(low);
  if (high > (bounds[bounds.length - 1] ?? 0) + OPEN_SIDE_PT) bounds.push(high);
  return bounds.filter((value, index) => index === 0 || value - (bounds[index - 1] ?? 0) >= NARROWEST_PT);
}

/** Length of each interval of `bounds` that edges cover, by line: `covered[line][interval]`. */
function coverage(lines: readonly number[], bounds: readonly number[], edges: Edges["horizontal"]): Float64Array[] {
  const covered = lines.map(() => new Float64Array(Math.max(0, bounds.length - 1)));
  for (const edge of edges) {
    const line = covered[nearestIndex(lines, edge.at)];
    if (line === undefined) continue;
    const start = Math.max(0, intervalOf(bounds, Math.max(edge.from, bounds[0] ?? 0)));
    for (let at = start; at < line.length; at += 1) {
      const low = bounds[at] ?? 0;
      if (low >= edge.to) break;
      const shared = Math.min(edge.to, bounds[at + 1] ?? 0) - Math.max(edge.from, low);
      if (shared > 0) line[at] = (line[at] ?? 0) + shared;
    }
  }
  return covered;
}

const parts = (line: Float64Array | undefined, at: number, bounds: readonly number[]): boolean =>
  (line?.[at] ?? 0) >= COVERED * ((bounds[at + 1] ?? 0) - (bounds[at] ?? 0));

/** The grid that a group of edges draws, without words; null where it draws none. */
export function gridOfEdges(edges: Edges): Grid | null {
  const { horizontal, vertical } = edges;
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const xs = boundsAlong(
    vertical.map((edge) => edge.at),
    horizontal.map((edge) => edge.from),
    horizontal.map((edge) => edge.to),
  );
  const ys = boundsAlong(
    horizontal.map((edge) => edge.at),
    vertical.map((edge) => edge.from),
    vertical.map((edge) => edge.to),
  );
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) return null;
  const across = coverage(ys, xs, horizontal);
  const down = coverage(xs, ys, vertical);
  const sets = disjointSets(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (column > 0 && !parts(down[column], row, ys)) sets.join(row * columns + column, row * columns + column - 1);
      if (row > 0 && !parts(across[row], column, xs)) sets.join(row * columns + column, (row - 1) * columns + column);
    }
  }
  const groups = new Map<number, number[]>();
  for (let index = 0; index < columns * rows; index += 1) {
    const root = sets.find(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [index]);
    else group.push(index);
  }
  const cells = [...groups.values()].flatMap((group) => rectangles(group, columns));
  return { xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** A group of base cells as rectangles: one where it is one, else its runs along the rows. */
function rectangles(group: readonly number[], columns: number): GridCell[] {
  const rowsOf = group.map((index) => Math.floor(index / columns));
  const columnsOf = group.map((index) => index % columns);
  const [top, left] = [Math.min(...rowsOf), Math.min(...columnsOf)];
  const rowSpan = Math.max(...rowsOf) - top + 1;
  const columnSpan = Math.max(...columnsOf) - left + 1;
  if (rowSpan * columnSpan === group.length) return [{ row: top, column: left, rowSpan, columnSpan, words: [] }];
  const runs: GridCell[] = [];
  for (const index of [...group].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row === row && last.column + last.columnSpan === column)
      runs[runs.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
    else runs.push({ row, column, rowSpan: 1, columnSpan: 1, words: [] });
  }
  return runs;
}

/** Gives each word to the cell that holds its centre; what lies outside stays out. */
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
