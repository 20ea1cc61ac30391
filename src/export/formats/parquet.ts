/**
 * The Parquet format: a file for each table, with the types of the schema. Rows are collected into groups of a fixed size, so that
 * the same rows give the same bytes and memory does not grow with the dataset.
 */
import { join } from "node:path";
import type { Column, Row } from "../columns.js";
import { createTextFile } from "../text-file.js";
import { VERSION } from "../version.js";
import { LINE_ROWS, parseLines } from "./jsonl.js";
import type { OutputForm, OutputFormat } from "./output-format.js";
import { parquetSchema, parquetValue } from "./parquet-schema.js";
import { openTables, type TableWriter } from "./table-writer.js";

/** Rows of a group: enough to compress well, few enough that all tables' groups fit in memory. */
const GROUP_ROWS = 5000;
/** Characters of rows after which a group ends before it is full: long texts must not fill the memory either. */
const GROUP_CHARACTERS = 1 << 24;

const fileOf = (table: string): string => `${table}.parquet`;

const FORM: OutputForm = {
  rows: LINE_ROWS,
  open: (folder) => openTables((table, columns) => createTable(folder, table, columns)),
};

export const PARQUET_FORMAT: OutputFormat = {
  forms: [FORM],
  formFor: () => FORM,
  fileOf,
  summary: "a Parquet file for each table",
};

async function createTable(folder: string, table: string, columns: readonly Column[]): Promise<TableWriter> {
  // Loaded only where Parquet is asked for.
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const file = await createTextFile(join(folder, fileOf(table)));
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: parquetSchema(columns),
    createdBy: `ragtally ${VERSION}`,
  });
  // By column, and no whole row: a row may have more than its table's columns, such as a report all that it was rendered to.
  let group = columns.map((): unknown[] => []);
  let rowCount = 0;
  let characters = 0;
  const moveToFile = async (): Promise<void> => {
    // The writer reuses its buffer, and the file keeps what it is given until it is written.
    await file.write(bytes.getBytes().slice());
    bytes.index = 0;
  };
  const endGroup = async (): Promise<void> => {
    if (rowCount === 0) return;
    const columnData = columns.map(({ name }, at) => ({ name, data: group[at] ?? [] }));
    await parquet.write({ columnData, rowGroupSize: rowCount });
    group = columns.map(() => []);
    rowCount = 0;
    characters = 0;
    await moveToFile();
  };
  const write = async (rows: readonly Row[]): Promise<void> => {
    for (const row of rows) {
      for (const [at, { name, value }] of columns.entries()) group[at]?.push(parquetValue(value, row[name]));
      rowCount += 1;
      if (rowCount >= GROUP_ROWS) await endGroup();
    }
  };
  return {
    write,
    async append(lines) {
      await write(parseLines(lines));
      characters += lines.length;
      if (characters >= GROUP_CHARACTERS) await endGroup();
    },
    async close() {
      try {
        await endGroup();
        await parquet.finish();
        await moveToFile();
      } catch (error) {
        await file.close().catch(() => undefined);
        throw error;
      }
      return { [fileOf(table)]: await file.close() };
    },
  };
}
