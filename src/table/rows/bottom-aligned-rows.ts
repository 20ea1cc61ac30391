/**
 * Rows whose cells are set at the foot of their height: a tall cell begins above the line that the short ones stand on. In:
 * lines in chunks, from top to bottom. Out: the same lines, those of such a row put together as one.
 */
import { type ChunkLine, joinedLine } from "../aligned/chunks.js";

/** Cells of a line that a row may stand on. */
const FEWEST_CELLS = 3;
/** Rows that begin above that line; where one goes on below it, cells are set at the top. */
const FEWEST_ROWS = 2;
/** Points within which lines of one cell begin. */
const SAME_START_PT = 1.5;
/** Widest gap, in sizes of the type, between lines of one cell; points by which the gap above the row is wider. */
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

/** Whether all of a line stands in a row's cells behind the first. */
const continuesCells = (line: ChunkLine | undefined, row: ChunkLine): boolean =>
  line !== undefined &&
  line.chunks.length < row.chunks.length &&
  line.chunks.every((chunk) =>
    row.chunks.slice(1).some((cell) => Math.abs(cell.bbox[0] - chunk.bbox[0]) <= SAME_START_PT),
  );
