/** In: rows, positions and stated counts. Out: the phrases that messages use for them. */
import { type Range, rangeText } from "../model/rows-read.js";
import type { Deliverable } from "../schema/dataset.js";
import type { Source } from "../schema/values.js";
import type { StatedEntry } from "./view.js";

/** Most row names that one message lists; further rows are only counted. */
const LISTED_ROWS = 16;
/** Most characters of report text that one message quotes. */
const QUOTED_CHARACTERS = 60;
/** Shortest run of consecutive numbers that is written as a range, "1 to 3". */
const RUN_LENGTH = 3;

/** What is needed to name a row: its number and its position. */
export type NamedRow = Pick<Deliverable, "number"> & Source;

const WHOLE_NUMBER = /^\d{1,9}$/;
const WHITE_SPACE = /\s+/g;

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "1 row", "3 rows". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "1 row", "9 to 10 rows". */
export function rangeOfRows(range: Range): string {
  return range.min === 1 && range.max === 1 ? "1 row" : `${rangeText(range)} rows`;
}

/** Text on one line in quotation marks, shortened if it is long. */
export function quote(text: string): string {
  const line = text.replace(WHITE_SPACE, " ").trim();
  const cut = line.length > QUOTED_CHARACTERS ? `${line.slice(0, QUOTED_CHARACTERS - 1).trimEnd()}…` : line;
  return `"${cut}"`;
}

/** "line 12", "page 3", or the file name if neither is known. */
export function placeName(source: Source): string {
  if (source.line_first !== null) return `line ${source.line_first}`;
  return source.page === null ? source.source_file : `page ${source.page}`;
}

/** A row at the start of a sentence: "Row 4a", "The unnumbered row on line 12". */
export function rowName(row: NamedRow): string {
  return row.number === null ? `The unnumbered row on ${placeName(row)}` : `Row ${row.number}`;
}

function isNextNumber(label: string, next: string | undefined): boolean {
  return (
    next !== undefined && WHOLE_NUMBER.test(label) && WHOLE_NUMBER.test(next) && Number(next) === Number(label) + 1
  );
}

/** Writes runs of consecutive numbers as ranges: 1, 2, 3, 5 is "1 to 3", "5". */
function joinRanges(labels: readonly string[]): string[] {
  const parts: string[] = [];
  let first = 0;
  for (const [index, label] of labels.entries()) {
    if (isNextNumber(label, labels[index + 1])) continue;
    const run = labels.slice(first, index + 1);
    if (run.length >= RUN_LENGTH) parts.push(`${run[0]} to ${label}`);
    else parts.push(...run);
    first = index + 1;
  }
  return parts;
}

/** "row 4", "rows 1 to 3 and 5", "rows 1 and 2 and the unnumbered row on line 9", "no row". */
export function rowList(rows: readonly NamedRow[]): string {
  const labels: string[] = [];
  const unnumbered: NamedRow[] = [];
  for (const row of rows) {
    if (row.number === null) unnumbered.push(row);
    else labels.push(row.number);
  }
  const names: string[] = [];
  if (labels.length > 0) {
    const parts = joinRanges(labels);
    const left = parts.length - LISTED_ROWS;
    const listed = left > 0 ? [...parts.slice(0, LISTED_ROWS), `${left} more`] : parts;
    names.push(`${labels.length === 1 ? "row" : "rows"} ${joinWords(listed)}`);
  }
  if (unnumbered.length > 0) {
    const places = [...new Set(unnumbered.map(placeName))].slice(0, LISTED_ROWS);
    names.push(`the unnumbered ${unnumbered.length === 1 ? "row" : "rows"} on ${joinWords(places)}`);
  }
  return names.length === 0 ? "no row" : names.join(" and ");
}

/** Rows and their count as the subject of a clause, with its verb: "no row is", "row 4 is", "rows 1 to 3 (3) are". */
export function rowsAre(rows: readonly NamedRow[]): string {
  return rows.length < 2 ? `${rowList(rows)} is` : `${rowList(rows)} (${rows.length}) are`;
}

/** A stated count as messages quote it: "12/15 (80%)", "8 (57%)", "57.1%", "8". */
export function statement({ stated, percent }: StatedEntry): string {
  const total = stated.stated_total === null ? "" : `/${stated.stated_total}`;
  const share = percent?.text ?? "";
  if (stated.stated_count === null) return share;
  return `${stated.stated_count}${total}${share === "" ? "" : ` (${share})`}`;
}
