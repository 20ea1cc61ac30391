/**
 * Rows of a table whose cells stand on one line, with running text over the full width between them: no rule says that
 * it is a table, but line after line its cells begin at the same places.
 */
import { type ChunkLine, isSameStart, SAME_START_PT, startsOf } from "./chunks.js";

/** Cells of such a row, and rows on a page, at least. */
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 3;
/** Cells from which two such rows do: the page's end leaves no more of them. */
const MANY_CELLS = 4;
/** Gap, in sizes of the type, that parts paragraphs; points by which such gaps differ; how much larger type a title has. */
const PARAGRAPH_GAP = 0.7;
const SAME_GAP_PT = 1;
const LARGER = 1.12;
/** Share of the rows that text over the width follows. */
const FOLLOWED = 0.5;

/** How such rows are set, by which they are known on the next page. */
export interface FullWidthTextShape {
  /** Where the cells begin. */
  readonly starts: readonly number[];
  /** The widest gap, in points, within the text under a row, and the most gaps that part its paragraphs. */
  readonly widestGapPt: number;
  readonly mostParagraphs: number;
}

export interface RowsWithFullWidthText {
  /** Whether they go on with those of the page before. */
  readonly continuesPageBefore: boolean;
  readonly shape: FullWidthTextShape;
  readonly lines: readonly ChunkLine[];
  /** Those of the lines that hold cells. */
  readonly rowStarts: ReadonlySet<ChunkLine>;
}

/** Whether two lines' cells begin at the same places; the last may be centred. */
const isAlike = (one: ChunkLine, other: ChunkLine): boolean => areAlike(startsOf(one), startsOf(other));

const areAlike = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length &&
  one.every((start, at) => isSameStart(start, other[at] ?? Number.NaN) || (at > 1 && at === one.length - 1));

const gapAbove = (lines: readonly ChunkLine[], at: number): number =>
  (lines[at]?.bbox[1] ?? 0) - (lines[at - 1]?.bbox[3] ?? 0);

/** @param stretches the lines of each row before the last, from its cells on */
function shapeOf(
  starts: readonly number[],
  stretches: readonly ChunkLine[][],
  known: FullWidthTextShape | null,
): FullWidthTextShape {
  let [widestGapPt, mostParagraphs] = [known?.widestGapPt ?? 0, known?.mostParagraphs ?? 0];
  for (const stretch of stretches) {
    const gaps = stretch.slice(1).map((_, at) => gapAbove(stretch, at + 1));
    widestGapPt = Math.max(widestGapPt, ...gaps);
    mostParagraphs = Math.max(mostParagraphs, gaps.filter((gap) => separatesParagraphs(gap, stretch[0])).length);
  }
  return { starts, widestGapPt, mostParagraphs };
}

const separatesParagraphs = (gap: number, line: ChunkLine | undefined): boolean =>
  gap > PARAGRAPH_GAP * (line?.sizePt ?? 0);

/**
 * Where the text under the last row ends: no row below tells. It goes on as the others' do, by no wider gaps and no more
 * paragraphs than they have.
 */
function endOfLast(lines: readonly ChunkLine[], from: number, shape: FullWidthTextShape): number {
  const before = lines[from - 1];
  let [to, paragraphs] = [from, 0];
  for (; to < lines.length; to += 1) {
    const [line, gap] = [lines[to], gapAbove(lines, to)];
    if (line === undefined || line.chunks.length > 1 || !isSameStart(line.bbox[0], shape.starts[0] ?? 0)) break;
    if (separatesParagraphs(gap, before)) paragraphs += 1;
    if (gap > shape.widestGapPt + SAME_GAP_PT || paragraphs > shape.mostParagraphs) break;
    if (line.sizePt > LARGER * (before?.sizePt ?? 0)) break;
  }
  return to;
}

/**
 * The tiers of a column of text; null where it has none.
 * @param known such rows of the page before: one more will do
 */
export function findRowsWithFullWidthText(
  lines: readonly ChunkLine[],
  known: FullWidthTextShape | null = null,
): RowsWithFullWidthText | null {
  const wide = lines.filter((line) => line.chunks.length >= FEWEST_CELLS);
  const kinds: ChunkLine[][] = [];
  for (const line of wide) {
    const kind = kinds.find(([first]) => first !== undefined && isAlike(first, line));
    if (kind === undefined) kinds.push([line]);
    else kind.push(line);
  }
  const most = kinds.sort((a, b) => b.length - a.length)[0] ?? [];
  const [sample] = most;
  if (sample === undefined) return null;
  const starts = startsOf(sample);
  const knownStarts = starts.length >= MANY_CELLS && known !== null && areAlike(starts, known.starts);
  if (most.length < (knownStarts ? 1 : starts.length >= MANY_CELLS ? 2 : FEWEST_ROWS)) return null;
  const left = starts[0] ?? 0;
  const isFullWidth = (line: ChunkLine | undefined): boolean =>
    line !== undefined &&
    line.chunks.length === 1 &&
    isSameStart(line.bbox[0], left) &&
    line.bbox[2] > (starts[starts.length - 2] ?? 0) + SAME_START_PT;
  /** Cells of a row above that go on, none of them the first, are no row. */
  const continuesRowAbove = (line: ChunkLine, at: number): boolean =>
    !isSameStart(line.bbox[0], left) && gapAbove(lines, at) <= PARAGRAPH_GAP * line.sizePt;
  const rowStarts = new Set(
    lines.filter(
      (line, at) =>
        most.includes(line) ||
        (line.chunks.length > 1 &&
          !continuesRowAbove(line, at) &&
          startsOf(line).every((start) => starts.some((each) => isSameStart(each, start)))),
    ),
  );
  const followed = most.filter((head) => {
    const at = lines.indexOf(head);
    return isFullWidth(lines[at + 1]) || isFullWidth(lines[at + 2]) || isFullWidth(lines[at + 3]);
  });
  if (followed.length < (most.length < FEWEST_ROWS ? 1 : FOLLOWED) * most.length) return null;
  const inOrder = lines.filter((line) => rowStarts.has(line));
  const from = lines.indexOf(inOrder[0] ?? sample);
  let to = lines.indexOf(inOrder.at(-1) ?? sample) + 1;
  while (to < lines.length && (lines[to]?.bbox[0] ?? 0) > (starts[1] ?? 0) - SAME_START_PT) to += 1;
  const stretches = inOrder
    .slice(1)
    .map((head, at) => lines.slice(lines.indexOf(inOrder[at] ?? head), lines.indexOf(head)));
  const shape = shapeOf(starts, stretches, knownStarts ? known : null);
  to = endOfLast(lines, to, shape);
  return { continuesPageBefore: knownStarts, shape, lines: lines.slice(from, to), rowStarts };
}
