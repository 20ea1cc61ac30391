/**
 * Tables whose rows of cells are followed by text over the full width, without rules. In: the lines of a text column.
 * Out: the lines of the table, and which of them begin a row; null where cells do not start at the same positions on
 * several lines.
 */
import { type ChunkLine, isSameStart, SAME_START_PT, startsOf } from "./chunks.js";

/** Fewest cells of such a row, and fewest rows on a page. */
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 3;
/** Number of cells from which two rows are enough, as at a page's end. */
const MANY_CELLS = 4;
/**
 * Smallest gap between paragraphs, as a multiple of the type size; largest difference between such gaps, in points;
 * factor by which a title's type is larger.
 */
const PARAGRAPH_GAP = 0.7;
const SAME_GAP_PT = 1;
const LARGER = 1.12;
/** Smallest share of rows that full-width text follows. */
const FOLLOWED = 0.5;

/** Layout of such rows, by which they are recognised on the next page. */
export interface FullWidthTextShape {
  /** Where the cells start, in points. */
  readonly starts: readonly number[];
  /** The widest gap within the text below a row, in points, and the most gaps between its paragraphs. */
  readonly widestGapPt: number;
  readonly mostParagraphs: number;
}

export interface RowsWithFullWidthText {
  /** Whether they continue those of the page before. */
  readonly continuesPageBefore: boolean;
  readonly shape: FullWidthTextShape;
  readonly lines: readonly ChunkLine[];
  /** The lines that begin a row. */
  readonly rowStarts: ReadonlySet<ChunkLine>;
}

/** Whether the cells of two lines start at the same positions; the last cell may be centred. */
const isAlike = (one: ChunkLine, other: ChunkLine): boolean => areAlike(startsOf(one), startsOf(other));

const areAlike = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length &&
  one.every((start, at) => isSameStart(start, other[at] ?? Number.NaN) || (at > 1 && at === one.length - 1));

/**
 * Whether each part of a line has its own label: "Lead: Parks  Status: Green  Due: May". Such lines are a list's, whose entries' values may
 * begin at the same positions by chance.
 */
const namesValues = ({ chunks }: ChunkLine): boolean =>
  chunks.every(({ words }) => words.some(({ text }) => /\p{L}:$/u.test(text)));

const gapAbove = (lines: readonly ChunkLine[], at: number): number =>
  (lines[at]?.bbox[1] ?? 0) - (lines[at - 1]?.bbox[3] ?? 0);

/** @param stretches the lines of each row but the last, from its cells on */
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
 * Index after the text below the last row, which no further row ends: it continues while its gaps are no wider, and its
 * paragraphs no more, than those of the other rows.
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
 * The rows with full-width text in a text column; null where it has none.
 * @param known the layout of such rows on the page before: then a single row is enough
 */
export function findRowsWithFullWidthText(
  lines: readonly ChunkLine[],
  known: FullWidthTextShape | null = null,
): RowsWithFullWidthText | null {
  const wide = lines.filter((line) => line.chunks.length >= FEWEST_CELLS && !namesValues(line));
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
  /** Whether a line continues cells of the row above, none of them the first, and so begins no row. */
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
