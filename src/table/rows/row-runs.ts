/**
 * Lines that may be the rows of one table, before its columns are known. In: lines in chunks, from top to bottom. Out:
 * lines that begin in the first column or fill most of the others, and between them lines that begin after the first
 * column.
 */
import { overlap } from "../../geometry/boxes.js";
import type { ChunkLine } from "../aligned/chunks.js";

/** Fewest cells of the first row, and of each later row. */
const FEWEST_CELLS = 3;
const FEWEST_ROW_CELLS = 2;

/** Rows by their anchor lines; `gaps[n]` are the lines above `anchors[n]`, and the last element those below all. */
export interface RowRun {
  /** Index of its first line. */
  readonly first: number;
  readonly anchors: readonly ChunkLine[];
  readonly gaps: readonly (readonly ChunkLine[])[];
}

/**
 * The next lines that may be rows of one table: all begin in its first column or after it; null where there are none.
 */
export function runFrom(lines: readonly ChunkLine[], from: number): RowRun | null {
  let start = from;
  while (start < lines.length && (lines[start]?.chunks.length ?? 0) < FEWEST_CELLS) start += 1;
  const head = lines[start]?.chunks[0]?.bbox;
  const cells = lines[start]?.chunks.length ?? 0;
  if (head === undefined) return null;
  let [left, right] = [head[0], head[2]];
  let first = start;
  while (first > from && (lines[first - 1]?.bbox[0] ?? 0) > right) first -= 1;
  const anchors: ChunkLine[] = [];
  const gaps: ChunkLine[][] = [lines.slice(first, start)];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const begin = line?.chunks[0]?.bbox;
    if (line === undefined || begin === undefined) break;
    const isRow = line.chunks.length >= FEWEST_CELLS && 2 * line.chunks.length > cells;
    if (begin[0] > right && !isRow) gaps.at(-1)?.push(line);
    else if (begin[0] > right) {
      anchors.push(line);
      gaps.push([]);
    } else if (line.chunks.length >= FEWEST_ROW_CELLS && overlap(begin[0], begin[2], left, right) > 0) {
      [left, right] = [Math.min(left, begin[0]), Math.max(right, begin[2])];
      anchors.push(line);
      gaps.push([]);
    } else break;
  }
  return { first, anchors, gaps };
}
