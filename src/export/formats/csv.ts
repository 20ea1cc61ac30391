/**
 * The CSV format: a file for each table, RFC 4180, lines ended by CR LF, UTF-8 without a byte-order mark, one line of column
 * headings. Rows that are not yet text are collected and rendered in batches, which is several times as fast as one by one.
 */
import { join } from "node:path";
import type { Report } from "../../schema/dataset.js";
import type { TableName } from "../../schema/tables.js";
import { columnRows, statusRows } from "../column-rows.js";
import { COLUMNS, cellsOf, type Row, TABLE_NAMES } from "../columns.js";
import { csvText } from "../csv-text.js";
import type { FileHashes } from "../file-hashes.js";
import { createTextFile, type Text, type TextFile } from "../text-file.js";
import {
  type DatasetWriter,
  type OutputForm,
  type OutputFormat,
  type RowTexts,
  SETTLED_TABLES,
} from "./output-format.js";

/** Rows that are rendered at once; measured: larger batches are no faster. */
const BATCH_ROWS = 512;

const fileOf = (table: TableName): string => `${table}.csv`;

/** @param escapeFormulas whether text that a spreadsheet would run as a formula gets an apostrophe before it */
function csvForm(name: string, escapeFormulas: boolean): OutputForm {
  const toText: ToText = (records) => csvText(records, { escapeFormulas });
  const render = (table: TableName, rows: readonly Row[]): string =>
    toText(rows.map((row) => cellsOf(COLUMNS[table], row)));
  return {
    name,
    render: ({ stated_counts, deliverables, residue }: Report): RowTexts => ({
      stated_counts: render("stated_counts", stated_counts),
      deliverables: render("deliverables", deliverables),
      deliverable_statuses: render("deliverable_statuses", deliverables.flatMap(statusRows)),
      deliverable_columns: render("deliverable_columns", deliverables.flatMap(columnRows)),
      updates: render(
        "updates",
        deliverables.flatMap(({ updates }) => updates),
      ),
      residue: render("residue", residue),
    }),
    open: (folder) => openTables(folder, toText),
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

async function openTables(folder: string, toText: ToText): Promise<DatasetWriter> {
  const tables = new Map<TableName, CsvTable>();
  // All are closed, also where one fails.
  const closeAll = async (): Promise<FileHashes> => {
    const closing = [...tables].map(async ([name, table]) => [fileOf(name), await table.close()] as const);
    const closed = await Promise.allSettled(closing);
    return Object.fromEntries(
      closed.map((outcome) => {
        if (outcome.status === "rejected") throw outcome.reason;
        return outcome.value;
      }),
    );
  };
  try {
    for (const name of TABLE_NAMES) tables.set(name, await createTable(name, join(folder, fileOf(name)), toText));
  } catch (error) {
    await closeAll().catch(() => undefined);
    throw error;
  }
  const write = async (name: TableName, rows: readonly Row[]): Promise<void> => tables.get(name)?.write(rows);
  return {
    async write(file, reports, tracks) {
      await write("files", [file]);
      for (const { report, rows } of reports) {
        await write("reports", [{ ...report }]);
        await write("findings", report.findings);
        for (const name of SETTLED_TABLES) await tables.get(name)?.append(rows[name]);
      }
      for (const { track_id, members } of tracks)
        await write(
          "tracks",
          members.map((member) => ({ track_id, ...member })),
        );
    },
    close: closeAll,
  };
}

interface CsvTable {
  write(rows: readonly Row[]): Promise<void>;
  /** Adds rows that are text already. */
  append(rendered: Text): Promise<void>;
  /** @returns the SHA-256 of the file, in hexadecimal */
  close(): Promise<string>;
}

async function createTable(name: TableName, path: string, toText: ToText): Promise<CsvTable> {
  const file: TextFile = await createTextFile(path);
  const columns = COLUMNS[name];
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
      return file.close();
    },
  };
}
