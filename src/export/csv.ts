/**
 * Rows of one table to its CSV file: RFC 4180, lines ended by CR LF, UTF-8 without a byte-order mark, one heading line.
 * Rows are gathered and written in batches, which is several times as fast as one by one.
 */
import { stringify } from "csv-stringify/sync";
import type { TableName } from "../schema/tables.js";
import { COLUMNS, cellsOf, type Row } from "./columns.js";
import type { TextFile } from "./text-file.js";

/** Rows turned into text at once; measured, more gains nothing. */
const BATCH_ROWS = 512;

export interface CsvTable {
  write(rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param raw false puts an apostrophe before text that a spreadsheet would run as a formula; true leaves it as it is
 */
export async function createCsvTable(table: TableName, file: TextFile, raw: boolean): Promise<CsvTable> {
  const columns = COLUMNS[table];
  const render = (records: readonly (readonly string[])[]) =>
    stringify(records as string[][], { escape_formulas: !raw, record_delimiter: "\r\n" });
  let batch: string[][] = [];
  const flush = async () => {
    if (batch.length > 0) await file.write(render(batch));
    batch = [];
  };
  await file.write(render([columns.map((column) => column.name)]));
  return {
    async write(rows) {
      for (const row of rows) batch.push(cellsOf(columns, row));
      if (batch.length >= BATCH_ROWS) await flush();
    },
    async close() {
      await flush();
      await file.close();
    },
  };
}
