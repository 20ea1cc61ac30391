/**
 * Rows of one table to its CSV file: RFC 4180, lines ended by CR LF, UTF-8 without a byte-order mark, one heading line.
 * Rows are gathered and written in batches, which is several times as fast as one by one.
 */
import type { TableName } from "../schema/tables.js";
import { COLUMNS, cellsOf, type Row } from "./columns.js";
import { csvText } from "./csv-text.js";
import type { Text, TextFile } from "./text-file.js";

/** Rows turned into text at once; measured, more gains nothing. */
const BATCH_ROWS = 512;

export interface CsvTable {
  write(rows: readonly Row[]): Promise<void>;
  /** Adds rows that `renderCsv` rendered. */
  append(rendered: Text): Promise<void>;
  /** @returns the SHA-256 of the file, in hexadecimal */
  close(): Promise<string>;
}

/** @param raw false puts an apostrophe before text that a spreadsheet would run as a formula; true leaves it as it is */
export function renderCsv(table: TableName, rows: readonly Row[], raw: boolean): string {
  const columns = COLUMNS[table];
  return csvText(
    rows.map((row) => cellsOf(columns, row)),
    { escapeFormulas: !raw },
  );
}

/** @param raw as for `renderCsv` */
export async function createCsvTable(table: TableName, file: TextFile, raw: boolean): Promise<CsvTable> {
  const columns = COLUMNS[table];
  let batch: string[][] = [];
  const flush = async () => {
    await file.write(csvText(batch, { escapeFormulas: !raw }));
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
      return file.close();
    },
  };
}
