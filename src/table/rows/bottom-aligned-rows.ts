/**
 * Rows whose cells are aligned at the bottom: a tall cell begins above the line that has the short ones. In: lines in
 * chunks, from top to bottom. Out: the same lines, those of such a row joined to one; unchanged where cells are aligned
 * at the top.
 */
import { type ChunkLine, joinedLine } from "../aligned/chunks.js";

/** Fewest cells on the bottom line of a row. */
const FEWEST_CELLS = 3;
/** Fewest rows that begin above their bottom line. */
const FEWEST_ROWS = 2;
/** Points within which lines of one cell begin. */
const SAME_START_PT = 1.5;
/**
 * Widest gap between lines of one cell, as a multiple of the type size; and how much wider the gap above the row is, in
 * points.
 */
const TIGHT = 0.7;
const WIDER_PT = 1;

export function joinBottomAlignedRows(lines: readonly ChunkLine[]): readonly ChunkLine[] {
  const firstOf = new Map<number, number>();
  for (const [at, bottomLine] of lines.entries()) {
    if (bottomLine.chunks.length < FEWEST_CELLS) continue;
    const gap = gapBetween(lines[at - 1], bottomLine);
    if (continuesCells(lines[at + 1], bottomLine) && gapBetween(bottomLine, lines[at + 1]) <= TIGHT * bottomLine.sizePt)
      return lines;
    let first = at;
    while (
      continuesCells(lines[first - 1], bottomLine) &&
      Math.abs(gapBetween(lines[first - 1], lines[first]) - gap) < WIDER_PT
    )
      first -= 1;
    const above = gapBetween(lines[first - 1], lines[first]);
    if (first < at && gap <= TIGHT * bottomLine.sizePt && above > gap + WIDER_PT) firstOf.set(first, at);
  }
  if (firstOf.size < FEWEST_ROWS) return lines;
  const joined: ChunkLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const last = firstOf.get(at) ?? at;
    joined.push(joinedLine(lines.slice(at, last + 1)));
    at = last;
  }
  return joined;
}

const gapBetween = (above: ChunkLine | undefined, below: ChunkLine | undefined): number =>
  above === undefined || below === undefined ? Number.POSITIVE_INFINITY : below.bbox[1] - above.bbox[3];

/** Whether all chunks of a line start where cells of the row do, other than the first. */
const continuesCells = (line: ChunkLine | undefined, row: ChunkLine): boolean =>
  line !== undefined &&
  line.chunks.length < row.chunks.length &&
  line.chunks.every((chunk) =>
    row.chunks.slice(1).some((cell) => Math.abs(cell.bbox[0] - chunk.bbox[0]) <= SAME_START_PT),
  );
