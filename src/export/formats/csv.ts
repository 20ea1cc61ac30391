/**
 * The CSV format: a file for each table, RFC 4180, lines ended by CR LF, UTF-8 without a byte-order mark, one line of column
 * headings. Rows that are not yet text are collected and rendered in batches, which is several times as fast as one by one.
 */
import { join } from "node:path";
import type { TableName } from "../../schema/tables.js";
import { COLUMNS, type Column, cellsOf, type Row } from "../columns.js";
import { csvText } from "../csv-text.js";
import { bySettledTable, settledRows } from "../settled-tables.js";
import { createTextFile, type TextFile } from "../text-file.js";
import type { OutputForm, OutputFormat } from "./output-format.js";
import { openTables, type TableWriter } from "./table-writer.js";

/** Rows that are rendered at once; measured: larger batches are no faster. */
const BATCH_ROWS = 512;

const fileOf = (table: string): string => `${table}.csv`;

/** @param escapeFormulas whether text that a spreadsheet would run as a formula gets an apostrophe before it */
function csvForm(name: string, escapeFormulas: boolean): OutputForm {
  const toText: ToText = (records) => csvText(records, { escapeFormulas });
  const render = (table: TableName, rows: readonly Row[]): string =>
    toText(rows.map((row) => cellsOf(COLUMNS[table], row)));
  return {
    rows: {
      name,
      render(report) {
        const rows = settledRows(report);
        return bySettledTable((table) => render(table, rows[table]));
      },
    },
    open: (folder) => openTables((table, columns) => createTable(folder, table, columns, toText)),
  };
}

const ESCAPED = csvForm("csv", true);
const RAW = csvForm("csv-raw", false);

export const CSV_FORMAT: OutputFormat = {
  forms: [ESCAPED, RAW],
  formFor: ({ rawCsv }) => (rawCsv ? RAW : ESCAPED),
  fileOf,
  summary: "a CSV file for each table",
};

/** Records of cells to lines with their ends. */
type ToText = (records: readonly (readonly string[])[]) => string;

async function createTable(
  folder: string,
  name: string,
  columns: readonly Column[],
  toText: ToText,
): Promise<TableWriter> {
  const file: TextFile = await createTextFile(join(folder, fileOf(name)));
  let batch: string[][] = [];
  const flush = async () => {
    await file.write(toText(batch));
    batch = [];
  };
  await file.write(csvText([columns.map((column) => column.name)]));
  return {
    async write(rows) {
      for (const row of rows) batch.push(cellsOf(columns, row));
      if (batch.length >= BATCH_ROWS) await flush();
    },
    async append(rendered) {
      await flush();
      await file.write(rendered);
    },
    async close() {
      await flush();
      return { [fileOf(name)]: await file.close() };
    },
  };
}
