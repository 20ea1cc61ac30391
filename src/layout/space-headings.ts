/**
 * Column headings of a table that is laid out by spaces. In: lines, and the segments of one of them. Out: where the
 * columns start and which roles they have, with the lines that the headings take; null where the line does not name
 * columns.
 */
import type { HeadingReader } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import { rowLabelOf } from "../language/row-labels.js";
import type { TextLine } from "./lines.js";
import { alignSegments, type Segment, segmentsOf } from "./segments.js";

/** Most lines that headings take. */
const MOST_LINES = 4;
/** How far, in characters, the second line of a heading may start from the first. */
const HEADING_SHIFT = 6;
/** Fewest roles that headings must name, unless they name a number and a title. */
const FEWEST_ROLES = 3;

/** Fewest headings that must lose their meaning: one may be of a kind that is not known. */
const FEWEST_LOST = 2;

/** Most words of one heading on its second line, and most on average where every heading has a second line. */
const MOST_WORDS = 6;
const WORDS_OF_HEADING = 2;
const FULL_DATE = /\d{1,2}[./-]\d{1,2}[./-]\d{2}/;

/** The columns of a table that is laid out by spaces. A column that the table does not have is -1. */
export interface SpaceTable {
  /** Where the columns start, in characters. */
  readonly anchors: readonly number[];
  readonly numberColumn: number;
  /** The first column where no heading names titles. */
  readonly titleColumn: number;
  readonly organisationColumn: number;
  readonly statusColumn: number;
}

export interface SpaceHeadings {
  readonly table: SpaceTable;
  /** The lines of each column's heading. */
  readonly cells: string[][];
  /** How many elements of `lines` they take. */
  readonly length: number;
  /** Number of their last line. */
  readonly lastLine: number;
}

/**
 * First line of headings found before, to the other lines that they took: where headings are repeated on a page, they
 * take just those lines again.
 */
export type KnownHeadings = Map<string, readonly string[]>;

/** The form in which lines of headings are compared. */
const keyOf = (text: string): string => text.trim().replace(/\s+/g, " ");

/**
 * The headings that begin at line `index`: they name three roles or more, or a number and a title.
 * @param segments the segments of that line
 * @param known headings found before; those found now are added
 */
export function readHeadings(
  lines: readonly TextLine[],
  index: number,
  segments: readonly Segment[],
  role: HeadingReader,
  known: KnownHeadings,
): SpaceHeadings | null {
  if (!namesColumns(segments, role)) return null;
  const key = keyOf(lines[index]?.text ?? "");
  const before = known.get(key);
  const cells = segments.map((segment) => [segment.text]);
  let length = 1;
  for (; length < MOST_LINES; length += 1) {
    const next = lines[index + length];
    if (next === undefined || next.gapBefore || next.pageStart) break;
    if (before !== undefined && before[length - 1] !== keyOf(next.text)) break;
    if (!addLine(segmentsOf(next.text), segments, cells, role)) break;
  }
  const own = lines.slice(index, index + length);
  known.set(
    key,
    own.slice(1).map((line) => keyOf(line.text)),
  );
  const roles = cells.map((parts) => role(parts.join(" ")) ?? role(parts[0] ?? ""));
  return {
    table: {
      anchors: segments.map((segment) => segment.start),
      numberColumn: roles.indexOf("number"),
      titleColumn: Math.max(0, roles.indexOf("title")),
      organisationColumn: roles.indexOf("organisation"),
      statusColumn: roles.indexOf("status"),
    },
    cells,
    length,
    lastLine: own.at(-1)?.line ?? 0,
  };
}

/** Whether the segments of a line are column headings. */
export function namesColumns(segments: readonly Segment[], role: HeadingReader): boolean {
  const named = new Set(segments.map((segment) => role(segment.text)));
  named.delete(null);
  return named.size >= FEWEST_ROLES || (named.size === 2 && named.has("number") && named.has("title"));
}

/** Adds a further line to the headings where each of its segments is below one of them; returns whether it is. */
function addLine(
  more: readonly Segment[],
  headings: readonly Segment[],
  cells: readonly string[][],
  role: HeadingReader,
): boolean {
  if (more.length === 0 || more.length > headings.length) return false;
  if (more.some((segment) => isLabel(segment.text)) || rowLabelOf(more[0]?.text ?? "") !== null) return false;
  const columns = alignSegments(
    more.map((segment) => segment.start),
    headings.map((heading) => heading.start),
  );
  const fits = more.every((segment, at) => {
    const column = columns[at] ?? 0;
    const [above, next] = [headings[column], headings[column + 1]];
    if (above === undefined) return false;
    const shift = Math.max(HEADING_SHIFT, (above.end - above.start) / 2);
    return Math.abs(segment.start - above.start) <= shift && segment.end <= (next?.start ?? Number.POSITIVE_INFINITY);
  });
  if (!fits || isFirstRow(more, columns, cells, role) || isSentenceRow(more, headings.length)) return false;
  more.forEach((segment, at) => {
    cells[columns[at] ?? 0]?.push(segment.text);
  });
  return true;
}

/** Whether a line has what headings have not: a sentence, a date, or more than a word or two in every column. */
function isSentenceRow(more: readonly Segment[], columnCount: number): boolean {
  const words = more.map(({ text }) => text.split(" ").length);
  if (more.some(({ text }, at) => (words[at] ?? 0) > MOST_WORDS || FULL_DATE.test(text))) return true;
  const sum = words.reduce((all, count) => all + count, 0);
  return more.length === columnCount && sum > columnCount * WORDS_OF_HEADING;
}

/** Whether most of the headings that the line is below would mean nothing any more with its texts: it is no heading. */
function isFirstRow(
  more: readonly Segment[],
  columns: readonly number[],
  cells: readonly string[][],
  role: HeadingReader,
): boolean {
  let [named, lost] = [0, 0];
  for (const [at, { text }] of more.entries()) {
    const above = (cells[columns[at] ?? 0] ?? []).join(" ");
    if (role(above) === null) continue;
    named += 1;
    if (role(`${above} ${text}`) === null) lost += 1;
  }
  return lost >= FEWEST_LOST && lost > named / 2;
}
