/**
 * Reads a file of records that persons write, such as corrections. In: UTF-8 CSV, separated by commas, with column headings. Out: its
 * records by column, each with its lines. Refuses files of another form, with the error that the caller makes of the reason.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { plainCell } from "../schema/safe-cell.js";

/** Room for about fifty thousand records. There is a limit because every reading process gets a copy of them. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Mistakes that one message lists. */
const MAX_LISTED = 20;

export interface FileRecord<Column extends string> {
  /** First and last line, 1-based. */
  readonly line: number;
  readonly lastLine: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface RecordFile<Column extends string> {
  readonly records: readonly FileRecord<Column>[];
  /** Column names in the order of the file. */
  readonly columns: readonly string[];
  /** All that is in the file, with its line ends and byte order mark. */
  readonly text: string;
}

export interface RecordColumns<Column extends string> {
  readonly all: readonly Column[];
  /** Those that a file may lack: their cells are empty then. */
  readonly optional?: readonly Column[];
}

/** @param fail makes the error that is thrown of a message */
export async function readRecordFile<Column extends string>(
  path: string,
  { all, optional = [] }: RecordColumns<Column>,
  fail: (message: string) => Error,
): Promise<RecordFile<Column>> {
  const text = await readText(path, (reason) => fail(`${path}: ${reason}`));
  const [heading, ...rest] = parseRecords(text, (reason) => fail(`${path}: ${reason}`));
  const columns = heading?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const isKnown = columns.every((name) => all.some((column) => column === name));
  const lacks = all.some((name) => !columns.includes(name) && !optional.includes(name));
  if (!isKnown || lacks || new Set(columns).size < columns.length)
    throw fail(`${path}, line 1: the columns must be ${all.join(", ")}`);
  const records = rest.map(({ cells, ...lines }) => {
    const read = all.map((name) => [name, plainCell(cells[columns.indexOf(name)] ?? "").trim()]);
    return { ...lines, cells: Object.fromEntries(read) as Record<Column, string> };
  });
  return { records, columns, text };
}

/** The message that lists mistakes with their lines, the first of them at least. */
export function listMistakes(
  path: string,
  mistakes: readonly { readonly line: number; readonly text: string }[],
): string {
  // Control characters from the file must not move the terminal's cursor.
  const listed = mistakes
    .slice(0, MAX_LISTED)
    .map(({ line, text }) => `${path}, line ${line}: ${text.replace(/\p{Cc}/gu, "\ufffd")}`);
  const rest = mistakes.length - listed.length;
  return [...listed, ...(rest > 0 ? [`… and ${rest} more`] : [])].join("\n");
}

const LINE_END = /\r\n?/g;
const BYTE_ORDER_MARK = /^\ufeff/;

interface Cells {
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string, fail: (reason: string) => Error): Cells[] {
  try {
    // One kind of line end only: the parser counts CR LF within quotes as two lines. `info` gives the line on which a record ends.
    const rows: unknown = parse(text.replace(BYTE_ORDER_MARK, "").replace(LINE_END, "\n"), {
      info: true,
      record_delimiter: "\n",
      skip_empty_lines: true,
    });
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines - record.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0),
      lastLine: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fail(`not valid CSV: ${error.message}`);
  }
}

async function readText(path: string, fail: (reason: string) => Error): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw fail(missing ? "there is no such file" : "the file cannot be read");
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw fail("not a file");
    if (stats.size > MAX_BYTES) throw fail(`is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
    const bytes = await file.readFile().catch(() => {
      throw fail("the file cannot be read");
    });
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw error instanceof TypeError ? fail('not UTF-8; save it as "CSV UTF-8"') : error;
  } finally {
    await file.close();
  }
}
