/**
 * Tables without rules below bold column headings. In: the lines of a text column. Out: runs of lines, each with
 * headings and the lines in their columns below, however many lines a cell takes.
 */
import { overlap } from "../../geometry/boxes.js";
import { type ChunkLine, textOfChunk } from "./chunks.js";

/** Fewest headings on a line, and fewest lines with several cells below them. */
const FEWEST_HEADINGS = 3;
const FEWEST_ROWS = 2;
/** Fewest cells of a single row below the headings, where the page ends after it. */
const FULL_ROW = 3;
/** Widest gap between lines of such a table, as a multiple of the type size. */
const WIDEST_GAP = 3;
/** Widest gap between lines of one heading, as a multiple of the type size. */
const HEADING_GAP = 0.7;
/** A line with type larger by this factor is the title of what follows. */
const TITLE_SIZE = 1.12;

const YEAR = /^(?:19|20)\d{2}$/;

export interface HeadedRun {
  readonly headings: readonly ChunkLine[];
  /** The headings and the lines below them. */
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

/** The line with the most headings; null where there are no lines. */
export const widestOf = (head: readonly ChunkLine[]): ChunkLine | null =>
  head.reduce<ChunkLine | null>(
    (most, line) => (most !== null && line.chunks.length < most.chunks.length ? most : line),
    null,
  );

const isBold = (line: ChunkLine): boolean => line.chunks.every((chunk) => chunk.words.every((word) => word.bold));

/** Whether all cells after the first are figures, but not years: a total in bold print. */
const isTotal = ({ chunks }: ChunkLine): boolean =>
  chunks.slice(1).every((chunk) => chunk.numeric && !YEAR.test(textOfChunk(chunk)));

const isHeadingLine = (line: ChunkLine): boolean =>
  line.chunks.length >= FEWEST_HEADINGS && isBold(line) && !isTotal(line);

/** Largest type of a line's words; a disc or an arrow may be larger than the text beside it. */
function textSize(line: ChunkLine): number {
  let size = 0;
  for (const { words } of line.chunks)
    for (const word of words) if (word.sizePt > size && /[\p{L}\p{N}]/u.test(word.text)) size = word.sizePt;
  return size;
}

/** Index of the first line after the headings, which may take several lines. */
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

/**
 * Whether a line belongs to the table: near the line above, in type of the same size, its chunks below their headings.
 */
export function belongsToRun(line: ChunkLine | undefined, above: ChunkLine | undefined, head: ChunkLine): boolean {
  if (line === undefined || above === undefined || isHeadingLine(line)) return false;
  if (line.bbox[1] - above.bbox[3] > WIDEST_GAP * line.sizePt || textSize(line) > TITLE_SIZE * head.sizePt)
    return false;
  // Two cells of a row may be so close that they are one chunk; full-width text is a single chunk.
  const most = line.chunks.length > 1 ? 2 : 1;
  return line.chunks.every(
    (chunk) =>
      head.chunks.filter((heading) => overlap(chunk.bbox[0], chunk.bbox[2], heading.bbox[0], heading.bbox[2]) > 0)
        .length <= most,
  );
}
