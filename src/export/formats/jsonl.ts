/**
 * The JSON Lines format: a file for each table, a row in each line, keys in the schema's order. Its text of rows is also what the
 * formats with types of their own are written from.
 */
import { join } from "node:path";
import { COLUMNS, type Column, pickColumns, type Row } from "../columns.js";
import { bySettledTable, settledRows } from "../settled-tables.js";
import { createTextFile, type Text, type TextFile } from "../text-file.js";
import type { OutputForm, OutputFormat, RowForm } from "./output-format.js";
import { openTables, type TableWriter } from "./table-writer.js";

const fileOf = (table: string): string => `${table}.jsonl`;

/** Rows to lines, each with its end. */
const renderLines = (columns: readonly Column[], rows: readonly Row[]): string =>
  rows.map((row) => `${JSON.stringify(pickColumns(columns, row))}\n`).join("");

export const LINE_ROWS: RowForm = {
  name: "jsonl",
  render(report) {
    const rows = settledRows(report);
    return bySettledTable((table) => renderLines(COLUMNS[table], rows[table]));
  },
};

/** Rows by their lines, for the other formats that are written from the same lines. */
const parsedLines = new WeakMap<Uint8Array, readonly Row[]>();

/** The rows in lines that `renderLines` wrote: no line break is inside a row. The same lines are parsed once. */
export function parseLines(text: Text): readonly Row[] {
  if (typeof text === "string") return parseText(text);
  const known = parsedLines.get(text);
  if (known !== undefined) return known;
  const { buffer, byteOffset, byteLength } = text;
  const rows = parseText(Buffer.from(buffer, byteOffset, byteLength).toString());
  parsedLines.set(text, rows);
  return rows;
}

const parseText = (lines: string): readonly Row[] => JSON.parse(`[${lines.trimEnd().replaceAll("\n", ",")}]`);

const FORM: OutputForm = {
  rows: LINE_ROWS,
  open: (folder) => openTables((table, columns) => createTable(folder, table, columns)),
};

export const JSON_LINES_FORMAT: OutputFormat = {
  forms: [FORM],
  formFor: () => FORM,
  fileOf,
  summary: "a JSON Lines file for each table",
};

async function createTable(folder: string, table: string, columns: readonly Column[]): Promise<TableWriter> {
  const file: TextFile = await createTextFile(join(folder, fileOf(table)));
  return {
    write: (rows) => file.write(renderLines(columns, rows)),
    append: (lines) => file.write(lines),
    close: async () => ({ [fileOf(table)]: await file.close() }),
  };
}
