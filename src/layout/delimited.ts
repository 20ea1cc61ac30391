/**
 * Text separated by commas or semicolons, as spreadsheets export it, to table rows. In: a text's lines. Out: the cells
 * of its records, whose quoted cells may have several lines; the same lines where no line of column headings shows such
 * a table.
 */
import { parse } from "csv-parse/sync";
import type { HeadingReader } from "../language/headings.js";
import type { TextLine } from "./lines.js";
import type { LineOrCells } from "./markup.js";

const DELIMITERS = [",", ";"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Fewest roles of columns that the headings must name. */
const FEWEST_ROLES = 3;
const LONGEST_HEADING_LINE = 400;
/** How many of the first records after the headings must have as many cells as these, and how many are looked at. */
const FEWEST_ALIKE = 2;
const LOOKED_AT = 4;

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
}

/** The lines, those of a delimited table as its cells; the very array that was given where there is no such table. */
export function readDelimited(lines: readonly TextLine[], role: HeadingReader): readonly LineOrCells[] {
  const table = findDelimitedTable(lines, role);
  if (table === null) return lines;
  const { at, delimiter, columnCount, records } = table;
  const above = lines.slice(0, at).flatMap((line) => {
    const record = recordsOf(line.text, delimiter)?.[0];
    return record === undefined ? [line] : asRow([line], record, 0, delimiter);
  });
  let read = 0;
  const below = records.flatMap((record) => {
    const own = lines.slice(at + read, at + record.lines);
    read = record.lines;
    return asRow(own, record, columnCount, delimiter);
  });
  return [...above, ...below];
}

function findDelimitedTable(lines: readonly TextLine[], role: HeadingReader): DelimitedTable | null {
  for (const [at, { text }] of lines.entries()) {
    if (text.length > LONGEST_HEADING_LINE || text.includes("\t")) continue;
    for (const delimiter of DELIMITERS) {
      if (text.split(delimiter).length < FEWEST_ROLES) continue;
      const cells = recordsOf(text, delimiter)?.[0]?.cells ?? [];
      const roles = new Set(cells.map(role));
      roles.delete(null);
      if (!roles.has("title") || roles.size < FEWEST_ROLES) continue;
      const columnCount = cells.length;
      const records = recordsOf(textFrom(lines, at), delimiter);
      const alike = records?.slice(1, 1 + LOOKED_AT).filter(({ cells: { length } }) => length === columnCount).length;
      if (records !== null && (alike ?? 0) >= Math.min(FEWEST_ALIKE, records.length - 1) && records.length > 1)
        return { at, delimiter, columnCount, records };
      return null;
    }
  }
  return null;
}

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
 * A record as a row; as a line of text where it has one filled cell, or where its commas are those of a sentence; as
 * nothing where all cells are empty.
 */
function asRow(
  lines: readonly TextLine[],
  record: CsvRecord,
  columnCount: number,
  delimiter: Delimiter,
): LineOrCells[] {
  const [first, last] = [lines[0], lines.at(-1)];
  const filled = record.cells.filter((cell) => cell !== "");
  if (first === undefined || last === undefined || filled.length === 0) return [];
  const { line, gapBefore, pageStart } = first;
  if (filled.length === 1) return [{ ...first, text: filled[0] ?? "" }];
  if (record.cells.length !== columnCount && first.text.includes(`${delimiter} `) && !first.text.includes('"'))
    return [{ ...first, text: lines.map(({ text }) => text).join(" ") }];
  const cells = record.cells.map((cell) => cell.replace(/\s*\n\s*/g, "\n"));
  return [{ kind: "cells", cells, line, lineLast: last.line, gapBefore, pageStart }];
}
