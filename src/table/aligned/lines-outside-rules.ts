/** Lines near a table that belong to it by its columns: beyond its last rule, or below a band of text between rules. */
import { clusterValues, nearestIndex } from "../../geometry/cluster.js";
import type { ChunkLine } from "./chunks.js";
import { type Column, findColumns, type Placed, placeChunks } from "./columns.js";

/** Widest gaps, in sizes of the type, to a line that goes on with a table's row, and to a row of several cells. */
const WIDEST_GAP = 1.6;
const WIDEST_ROW_GAP = 2.6;
/** How far, in points, a line may run past a table's outer columns. */
const NEAR_PT = 25;
/** Points within which edges of chunks are the same, and share of them that makes columns the same. */
const SAME_EDGE_PT = 3;
const ALIKE = 0.7;

/**
 * Lines beyond a table's last rule that go on in its columns: a row that the page's end cut, a heading above the first
 * rule. `beyond` comes in order away from the table; a line over several columns, or a wide gap, ends it.
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

/** Second lines of headings may stand in the first column alone. */
const isBold = (line: ChunkLine): boolean => line.chunks.every((chunk) => chunk.words.every((word) => word.bold));

/** A note under a table stands where its first column does. */
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

/** Whether lines below stand in the columns of those above: most of their chunks start or end where others do. */
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
