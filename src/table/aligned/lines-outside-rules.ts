/**
 * Lines outside a table's rules that belong to it by its columns. In: the lines of a table, and lines above or below
 * it. Out: those of the latter that are rows, headings or continued cells.
 */
import { clusterValues, nearestIndex } from "../../geometry/cluster.js";
import type { ChunkLine } from "./chunks.js";
import { type Column, findColumns, type Placed, placeChunks } from "./columns.js";

/** Widest gaps to a line that continues a row, and to a row of several cells, as multiples of the type size. */
const WIDEST_GAP = 1.6;
const WIDEST_ROW_GAP = 2.6;
/** How far a line may extend beyond a table's outer columns, in points. */
const NEAR_PT = 25;
/** Largest difference between equal edges, in points; share of equal edges from which columns are the same. */
const SAME_EDGE_PT = 3;
const ALIKE = 0.7;

/**
 * The lines outside a table's rules that belong to it, such as a row cut off by the page's end, or headings above the
 * first rule. `outside` is ordered away from the table; a line over several columns or a wide gap ends it.
 */
export function linesOutsideRules(table: readonly ChunkLine[], outside: readonly ChunkLine[]): ChunkLine[] {
  const columns = findColumns(table);
  const last = table.at(-1);
  const isAbove = (outside[0]?.bbox[1] ?? 0) < (last?.bbox[1] ?? 0);
  if (columns.length < 2 || last === undefined) return [];
  const kept: ChunkLine[] = [];
  let [top, bottom] = [Math.min(...table.map((line) => line.bbox[1])), Math.max(...table.map((line) => line.bbox[3]))];
  let rows = 0;
  for (const line of outside) {
    const gap = Math.max(line.bbox[1] - bottom, top - line.bbox[3]);
    const [placed] = placeChunks([line], columns);
    if (
      placed === undefined ||
      gap > (placed.length > 1 ? WIDEST_ROW_GAP : WIDEST_GAP) * line.sizePt ||
      !placed.every((each) => fitsColumn(each, columns))
    )
      break;
    if (placed.length > 1) rows += 1;
    else if (placed[0]?.first === 0 && rows === 0 && !(isAbove && isBold(line))) break;
    [top, bottom] = [Math.min(top, line.bbox[1]), Math.max(bottom, line.bbox[3])];
    kept.push(line);
  }
  while (kept.length > 0 && isLabelOnly(kept.at(-1), columns)) kept.pop();
  return rows > 0 || kept.length > 2 ? kept : [];
}

/** Second lines of headings may be in the first column alone: they are bold. */
const isBold = (line: ChunkLine): boolean => line.chunks.every((chunk) => chunk.words.every((word) => word.bold));

/** Whether a line is in the first column alone, as a note below a table is. */
function isLabelOnly(line: ChunkLine | undefined, columns: readonly Column[]): boolean {
  return (
    line !== undefined &&
    placeChunks([line], columns)
      .flat()
      .every((each) => each.first === 0)
  );
}

function fitsColumn({ chunk, first, last }: Placed, columns: readonly Column[]): boolean {
  const [before, own, next] = [columns[first - 1], columns[first], columns[first + 1]];
  if (first !== last || own === undefined) return false;
  return chunk.bbox[0] > (before?.x1 ?? own.x0 - NEAR_PT) && chunk.bbox[2] < (next?.x0 ?? own.x1 + NEAR_PT);
}

/** Whether two groups of lines have the same columns: most chunks below start or end where chunks above do. */
export function shareColumns(above: readonly ChunkLine[], below: readonly ChunkLine[]): boolean {
  const columns = findColumns(above);
  const several = (lines: readonly ChunkLine[]) =>
    lines.filter((line) => line.chunks.length > 1).flatMap((line) => line.chunks);
  const edges = (at: 0 | 2): number[] =>
    clusterValues(
      several(above).map((chunk) => chunk.bbox[at]),
      SAME_EDGE_PT,
    );
  const [starts, ends] = [edges(0), edges(2)];
  const isNear = (values: readonly number[], value: number): boolean =>
    Math.abs((values[nearestIndex(values, value)] ?? Number.POSITIVE_INFINITY) - value) <= SAME_EDGE_PT;
  const chunks = several(below);
  const same = chunks.filter((chunk) => isNear(starts, chunk.bbox[0]) || isNear(ends, chunk.bbox[2])).length;
  const reached = new Set(
    placeChunks(below, columns)
      .flat()
      .map((each) => each.first),
  ).size;
  return columns.length >= 2 && same >= ALIKE * chunks.length && reached >= ALIKE * columns.length;
}
