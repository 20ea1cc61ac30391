/**
 * Connected edges to a grid of cells: base cells between neighbouring edges, joined where no edge separates them; null
 * for drawings.
 */
import { clusterValues, disjointSets, intervalOf, nearestIndex } from "../../geometry/cluster.js";
import type { Grid, GridCell } from "../grid.js";
import { type Edges, SNAP_PT } from "./edges.js";

/** Smallest share of a base cell's side that an edge must cover to separate it from its neighbour. */
const COVERED = 0.6;
/**
 * How far horizontal edges may extend past the outermost vertical one before the table is open on that side, in points.
 */
const OPEN_SIDE_PT = 6;
/** Rows and columns narrower than this are the gap of a double line, in points. */
const NARROWEST_PT = 4.5;
/** A grid with more base cells is a drawing or graph paper. */
const MOST_CELLS = 60_000;

/** Bounds along one axis: the positions of edges, and the ends of crossing edges where they extend past these. */
function boundsAlong(places: readonly number[], starts: readonly number[], ends: readonly number[]): number[] {
  const bounds = clusterValues(places, SNAP_PT);
  const low = Math.min(...starts);
  const high = Math.max(...ends);
  if (bounds.length === 0 || low < (bounds[0] ?? 0) - OPEN_SIDE_PT) bounds.unshift(low);
  if (high > (bounds[bounds.length - 1] ?? 0) + OPEN_SIDE_PT) bounds.push(high);
  return bounds.filter((value, index) => index === 0 || value - (bounds[index - 1] ?? 0) >= NARROWEST_PT);
}

/** Length of each interval of `bounds` that edges cover, for each line: `covered[line][interval]`. */
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

const coversSide = (line: Float64Array | undefined, at: number, bounds: readonly number[]): boolean =>
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
      if (column > 0 && !coversSide(down[column], row, ys))
        sets.join(row * columns + column, row * columns + column - 1);
      if (row > 0 && !coversSide(across[row], column, xs))
        sets.join(row * columns + column, (row - 1) * columns + column);
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

/** A group of base cells as rectangles: a single one where they form it, else one for each run in a row. */
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
