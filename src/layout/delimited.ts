/**
 * Text as spreadsheets write it, its cells separated by commas, semicolons or tabs, to table rows. In: a text's lines.
 * Out: the same lines, or, where headings say that the text is such a table, the cells of its records: quoted ones may go
 * over several lines. A table whose headings are down its first column is turned, so that each of its columns is a row.
 */
import { parse } from "csv-parse/sync";
import type { HeadingReader } from "../language/headings.js";
import { rowLabelOf } from "../language/row-labels.js";
import type { ColumnRole } from "../schema/profile.js";
import type { MarkedLine, TextLine } from "./lines.js";

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Columns of different kinds that headings must name; two are enough where every record looked at has as many cells. */
const FEWEST_ROLES = 3;
const FEWEST_SURE = 2;
const FEWEST_COLUMNS = 3;
/** Records after the headings that must have as many cells as they, of the first so many. */
const FEWEST_ALIKE = 2;
const LOOKED_AT = 4;
/** Lines with tabs that may be headings and are tried as such: all lines below each are looked at. */
const MOST_TRIED = 20;
/** Records with fewer cells than headings, such as totals and those whose last cells are empty, as a share of those with as many. */
const MOST_SHORT = 0.5;

interface CsvRecord {
  readonly cells: readonly string[];
  /** Number of lines of the text up to the record's end. */
  readonly lines: number;
}

interface DelimitedTable {
  /** Index of the line with the headings. */
  readonly at: number;
  readonly delimiter: Delimiter;
  readonly columnCount: number;
  readonly records: readonly CsvRecord[];
  /** Whether its headings are in its first column. */
  readonly isTurned: boolean;
}

/** The lines, those of a delimited table as its cells; the very array that was given where there is no such table. */
export function readDelimited(lines: readonly TextLine[], role: HeadingReader): readonly MarkedLine[] {
  const table = findDelimitedTable(lines, role);
  if (table === null) return lines;
  const { at, delimiter, columnCount, records, isTurned } = table;
  const above = lines.slice(0, at).flatMap((line) => {
    const record = recordsOf(line.text, delimiter)?.[0];
    return record === undefined ? [line] : asRow([line], record, 0, delimiter);
  });
  if (isTurned) return [...above, ...turned(lines.slice(at), records)];
  let read = 0;
  const below = records.flatMap((record) => {
    const own = lines.slice(at + read, at + record.lines);
    read = record.lines;
    return asRow(own, record, columnCount, delimiter);
  });
  return [...above, ...below];
}

function findDelimitedTable(lines: readonly TextLine[], role: HeadingReader): DelimitedTable | null {
  let tried = 0;
  for (const [at, { text }] of lines.entries())
    for (const delimiter of DELIMITERS) {
      const pieces = text.split(delimiter);
      if (!mayBeHeadings(pieces, role)) continue;
      if (
        delimiter === "\t" &&
        !(
          tried++ < MOST_TRIED &&
          isExported(
            lines,
            at,
            pieces.map((piece) => role(unquoted(piece))),
          )
        )
      )
        continue;
      const records = recordsOf(textFrom(lines, at), delimiter);
      const table = records === null ? null : tableOf(records, at, delimiter, role);
      if (table !== null) return table;
    }
  return null;
}

/** Whether a line's pieces name columns; a heading over several lines leaves fewer of them on the first. */
function mayBeHeadings(pieces: readonly string[], role: HeadingReader): boolean {
  if (pieces.length < FEWEST_COLUMNS) return false;
  return namedIn(pieces, role).size >= FEWEST_SURE || role(unquoted(pieces[0] ?? "")) !== null;
}

const unquoted = (piece: string): string => piece.trim().replace(/^"|"$/g, "");

const namedIn = (cells: readonly string[], role: HeadingReader): Set<ColumnRole> =>
  new Set(cells.flatMap((cell) => role(unquoted(cell)) ?? []));

/**
 * Whether a program wrote a table's tabs, so that each is the border of two cells: it put cells in quotes, within which tabs and
 * line breaks are text, or wrote as many cells for each record as there are headings. Text recognition does neither.
 */
const isExported = (lines: readonly TextLine[], at: number, roles: readonly (ColumnRole | null)[]): boolean =>
  lines.slice(at, at + LOOKED_AT).some(({ text }) => /(?:^|\t)"/.test(text)) ||
  hasCellOfLines(lines, at) ||
  isEven(lines, at, roles);

/** Lines that a cell in quotes may go over. */
const LONGEST_CELL = 60;

/** Whether a cell in quotes begins after a tab and ends on a later line, before a line with tabs that has no quotes. */
function hasCellOfLines(lines: readonly TextLine[], from: number): boolean {
  for (let at = from + 1; at < lines.length; at += 1) {
    const first = lines[at]?.text ?? "";
    if (!(first.includes('\t"') && OPENS_CELL.test(first))) continue;
    for (let end = at + 1; end < Math.min(lines.length, at + LONGEST_CELL); end += 1) {
      const text = lines[end]?.text ?? "";
      if (CLOSES_CELL.test(text)) return true;
      if (text.includes("\t")) break;
    }
    return false;
  }
  return false;
}

/** A quote after a tab that is not closed on its line; one that ends a line or a cell, and is not doubled. */
const OPENS_CELL = /\t"[^"\t]*$/;
const CLOSES_CELL = /^[^"\t]*"(?:\t|$)/;

/** Whether the lines with tabs below the headings have as many cells as they, but for short ones, and are most of all lines. */
function isEven(lines: readonly TextLine[], at: number, roles: readonly (ColumnRole | null)[]): boolean {
  const columnCount = roles.length;
  let [even, short, plain] = [0, 0, 0];
  for (let index = at + 1; index < lines.length; index += 1) {
    const cells = lines[index]?.text.split("\t") ?? [];
    const count = cells.length;
    if (count > columnCount || hasLostTab(cells, roles)) return false;
    if (count === columnCount) even += 1;
    else if (count > 1) short += 1;
    else plain += 1;
    // A text that is no such table shows it early.
    if (index === at + LOOKED_AT && even < FEWEST_ALIKE) return false;
  }
  return even >= FEWEST_ALIKE && short <= even * MOST_SHORT && plain < even;
}

/** Whether a numbered record ends before its title: a tab was lost in it, so that its cells are in other columns. */
const hasLostTab = (cells: readonly string[], roles: readonly (ColumnRole | null)[]): boolean =>
  cells.length > 1 && cells.length <= roles.indexOf("title") && rowLabelOf(cells[0]?.trim() ?? "") !== null;

function tableOf(
  records: readonly CsvRecord[],
  at: number,
  delimiter: Delimiter,
  role: HeadingReader,
): DelimitedTable | null {
  const headings = records[0]?.cells ?? [];
  const columnCount = headings.length;
  if (records.length < 2 || columnCount < FEWEST_COLUMNS) return null;
  const table = { at, delimiter, columnCount, records };
  const looked = records.slice(1, 1 + LOOKED_AT);
  const alike = looked.filter(({ cells: { length } }) => length === columnCount).length;
  const named = namedIn(headings, role);
  const enough = Math.min(FEWEST_ALIKE, records.length - 1);
  if (isTurned(records, role)) return { ...table, isTurned: true };
  if (named.has("title") && named.size >= FEWEST_ROLES && alike >= enough) return { ...table, isTurned: false };
  const isSure = alike === looked.length && alike >= enough;
  return isSure && named.size >= FEWEST_SURE && (named.has("title") || named.has("status"))
    ? { ...table, isTurned: false }
    : null;
}

/** Whether the first cells of the records are headings, and those of the first record are not. */
function isTurned(records: readonly CsvRecord[], role: HeadingReader): boolean {
  const across = records[0]?.cells ?? [];
  if (!records.every(({ cells: { length } }) => length === across.length)) return false;
  const down = records.map(({ cells }) => cells[0] ?? "");
  const named = namedIn(down, role);
  if (!named.has("title") || !named.has("status") || named.size < FEWEST_ROLES) return false;
  const share = (cells: readonly string[]): number =>
    cells.filter((cell) => role(unquoted(cell)) !== null).length / cells.length;
  return share(down) > share(across);
}

/** Each column of a turned table as a row: its cells lie on all lines of the table. */
function turned(lines: readonly TextLine[], records: readonly CsvRecord[]): MarkedLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { line, gapBefore, pageStart } = first;
  return (records[0]?.cells ?? []).map((_, column) => ({
    kind: "cells",
    cells: records.map(({ cells }) => ({ text: oneBreak(cells[column] ?? "") })),
    line,
    lineLast: last.line,
    gapBefore: column === 0 && gapBefore,
    pageStart: column === 0 && pageStart,
  }));
}

const oneBreak = (cell: string): string => cell.replace(/\s*\n\s*/g, "\n");

const textFrom = (lines: readonly TextLine[], at: number): string =>
  lines
    .slice(at)
    .map(({ text }) => text)
    .join("\n");

/** A text's records; null where a quote is not closed. */
function recordsOf(text: string, delimiter: Delimiter): CsvRecord[] | null {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      record_delimiter: "\n",
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, lines });
        return null;
      },
    });
    return records;
  } catch {
    return null;
  }
}

/**
 * A record as a row; as a line of text where only its first cell is filled, or where its commas are those of a sentence; as
 * nothing where all cells are empty.
 */
function asRow(lines: readonly TextLine[], record: CsvRecord, columnCount: number, delimiter: Delimiter): MarkedLine[] {
  const [first, last] = [lines[0], lines.at(-1)];
  const filled = record.cells.filter((cell) => cell !== "");
  if (first === undefined || last === undefined || filled.length === 0) return [];
  const { line, gapBefore, pageStart } = first;
  const isInFirst = record.cells.findIndex((cell) => cell !== "") === 0;
  if (filled.length === 1 && (columnCount === 0 || isInFirst)) return [{ ...first, text: filled[0] ?? "" }];
  if (record.cells.length !== columnCount && first.text.includes(`${delimiter} `) && !first.text.includes('"'))
    return [{ ...first, text: lines.map(({ text }) => text).join(" ") }];
  // A record may end with its last filled cell.
  const missing = Array.from({ length: Math.max(0, columnCount - record.cells.length) }, () => "");
  const cells = [...record.cells, ...missing].map((text) => ({ text: oneBreak(text) }));
  return [{ kind: "cells", cells, line, lineLast: last.line, gapBefore, pageStart }];
}
