/**
 * Tables without rules that a head of bold headings shows. In: the lines of a column of text. Out: runs of lines, each a
 * head with what stands in its columns below it, however many lines one cell takes.
 */
import { overlap } from "../../geometry/boxes.js";
import type { ChunkLine } from "./chunks.js";

/** Headings that make a head, and lines in several columns under it, at least. */
const FEWEST_HEADINGS = 3;
const FEWEST_ROWS = 2;
/** Cells of a row that does alone, where the page ends below it. */
const FULL_ROW = 3;
/** Widest gap, in sizes of the type, between lines of such a table. */
const WIDEST_GAP = 3;
/** Widest gap, in sizes of the type, between lines of one heading. */
const HEADING_GAP = 0.7;
/** How much larger type makes a line the title of what follows. */
const TITLE_SIZE = 1.12;

export interface HeadedRun {
  readonly headings: readonly ChunkLine[];
  /** The head, and what stands under it. */
  readonly lines: readonly ChunkLine[];
}

export function headedRuns(lines: readonly ChunkLine[]): HeadedRun[] {
  const runs: HeadedRun[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at];
    if (first === undefined || !isHeadingLine(first)) continue;
    const headEnd = endOfHeadings(lines, at);
    const widest = widestOf(lines.slice(at, headEnd)) ?? first;
    let to = headEnd;
    while (to < lines.length && belongsToRun(lines[to], lines[to - 1], widest)) to += 1;
    const run = lines.slice(at, to);
    const several = run.slice(headEnd - at).filter((line) => line.chunks.length > 1);
    if (several.length < FEWEST_ROWS && !several.some((line) => line.chunks.length >= FULL_ROW)) continue;
    runs.push({ headings: lines.slice(at, headEnd), lines: run });
    at = to - 1;
  }
  return runs;
}

/** The line of a head with the most headings; null where there is none. */
export const widestOf = (head: readonly ChunkLine[]): ChunkLine | null =>
  head.reduce<ChunkLine | null>(
    (most, line) => (most !== null && line.chunks.length < most.chunks.length ? most : line),
    null,
  );

const isBold = (line: ChunkLine): boolean => line.chunks.every((chunk) => chunk.words.every((word) => word.bold));

const isHeadingLine = (line: ChunkLine): boolean => line.chunks.length >= FEWEST_HEADINGS && isBold(line);

/** The line behind a head whose headings take several lines. */
function endOfHeadings(lines: readonly ChunkLine[], at: number): number {
  let end = at + 1;
  for (let above = lines[at]; end < lines.length; end += 1) {
    const line = lines[end];
    if (line === undefined || above === undefined || !isHeadingLine(line)) break;
    if (line.bbox[1] - above.bbox[3] > HEADING_GAP * line.sizePt) break;
    above = line;
  }
  return end;
}

/** Whether a line goes on with the table: near the one above, of its type, and its chunks under their headings. */
export function belongsToRun(line: ChunkLine | undefined, above: ChunkLine | undefined, head: ChunkLine): boolean {
  if (line === undefined || above === undefined || isHeadingLine(line)) return false;
  if (line.bbox[1] - above.bbox[3] > WIDEST_GAP * line.sizePt || line.sizePt > TITLE_SIZE * head.sizePt) return false;
  // Cells of a row may stand so close that two are one chunk; a text over the width is one chunk alone.
  const most = line.chunks.length > 1 ? 2 : 1;
  return line.chunks.every(
    (chunk) =>
      head.chunks.filter((heading) => overlap(chunk.bbox[0], chunk.bbox[2], heading.bbox[0], heading.bbox[2]) > 0)
        .length <= most,
  );
}
