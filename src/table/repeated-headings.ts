/**
 * The rest of a row at the top of a page, below the headings of the table that the page before ends with, where no other row follows
 * it: "Ref | Action | Status | Progress" above the end of one text. In: the words of a page that no table took, and the table of the
 * page before. Out: its headings and the one row; none where other words are above it, or its first column has words.
 */
import { boundsOf } from "../geometry/boxes.js";
import { linesOfWords, type WordLine } from "../geometry/text-lines.js";
import type { Word } from "../model/page.js";
import type { Proposal } from "./candidate.js";
import { boxOfGrid, fillGrid, type Grid } from "./grid.js";

export interface HeadedColumns {
  readonly xs: readonly number[];
  /** The words of its first row. */
  readonly headings: readonly Word[];
}

/** Fewest headings that show that a row is repeated. */
const FEWEST_HEADINGS = 3;
/** Most lines of furniture above the headings. */
const FURNITURE_LINES = 2;
/** Largest difference between the places of a heading on two pages, in points. */
const SAME_PLACE_PT = 2;
/** Widest gap between two lines of one cell, and between the headings and it, as a multiple of the type size. */
const LINE_GAP = 0.6;
const HEADING_GAP = 2;

/** The headings and columns of the lowest of a page's tables. */
export function headedColumnsOf(grids: readonly Grid[]): HeadedColumns | null {
  const [lowest] = [...grids].sort((one, other) => boxOfGrid(other)[3] - boxOfGrid(one)[3]);
  const headings = lowest?.cells.flatMap(({ row, words }) => (row === 0 ? words : [])) ?? [];
  return lowest === undefined || headings.length < FEWEST_HEADINGS ? null : { xs: lowest.xs, headings };
}

export function rowBelowHeadings(words: readonly Word[], before: HeadedColumns | null): Proposal[] {
  if (before === null) return [];
  const lines = linesOfWords(words);
  const from = lines.slice(0, FURNITURE_LINES + 1).findIndex((_, at) => headingLines(lines.slice(at), before) > 0);
  const heads = from < 0 ? 0 : headingLines(lines.slice(from), before);
  if (heads === 0) return [];
  const last = lines[from + heads - 1];
  const own: WordLine[] = [];
  for (const line of lines.slice(from + heads)) {
    const above = own.at(-1) ?? last;
    if (above === undefined || !isClose(above, line, own.length === 0 ? HEADING_GAP : LINE_GAP)) break;
    own.push(line);
  }
  const grid = gridOf(lines.slice(from, from + heads), own, before.xs);
  return grid === null ? [] : [{ grid, strategy: "continued" }];
}

/** How many of the first lines are the headings; 0 where they are not. */
function headingLines(lines: readonly WordLine[], { headings }: HeadedColumns): number {
  let left = headings;
  for (const [at, { words }] of lines.entries()) {
    const found = words.map((word) => left.find((heading) => isSame(word, heading)));
    if (found.length === 0 || found.includes(undefined)) return 0;
    left = left.filter((heading) => !found.includes(heading));
    if (left.length === 0) return at + 1;
  }
  return 0;
}

const isSame = (word: Word, heading: Word): boolean =>
  word.text === heading.text && Math.abs(word.bbox[0] - heading.bbox[0]) <= SAME_PLACE_PT;

const isClose = (above: WordLine, line: WordLine, gap: number): boolean =>
  line.bbox[1] - above.bbox[3] <= gap * (line.words[0]?.sizePt ?? 0);

function gridOf(heads: readonly WordLine[], own: readonly WordLine[], xs: readonly number[]): Grid | null {
  const [top, body] = [boundsOf(heads.map(({ bbox }) => bbox)), boundsOf(own.map(({ bbox }) => bbox))];
  if (top === null || body === null) return null;
  const columns = xs.length - 1;
  const cells = [0, 1].flatMap((row) =>
    Array.from({ length: columns }, (_, column) => ({ row, column, rowSpan: 1, columnSpan: 1, words: [] })),
  );
  const words = [...heads, ...own].flatMap((line) => line.words);
  const grid = fillGrid({ xs, ys: [top[1], (top[3] + body[1]) / 2, body[3]], cells }, words);
  const isAllIn = grid.cells.reduce((sum, cell) => sum + cell.words.length, 0) === words.length;
  return isAllIn && grid.cells[columns]?.words.length === 0 ? grid : null;
}
