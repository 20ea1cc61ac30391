/**
 * The SQLite format: one database with all tables, keys, indexes, views and a full-text search. It is written through a WebAssembly
 * build, which needs no compiler and leaves memory to the file. Without a journal: the output folder is replaced as a whole.
 */
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "node-sqlite3-wasm";
import { type Column, type Row, TABLE_NAMES } from "../columns.js";
import { hashFile } from "../file-hashes.js";
import { LINE_ROWS, parseLines } from "./jsonl.js";
import type { DatasetWriter, OutputForm, OutputFormat } from "./output-format.js";
import { CLOSING_STATEMENTS, createTable, insertInto, sqliteValues, TABLE_STATEMENTS } from "./sqlite-schema.js";
import { openTables, type TableWriter } from "./table-writer.js";

export const DATABASE_FILE = "dataset.sqlite";

const FORM: OutputForm = { rows: LINE_ROWS, open: (folder) => openDatabase(join(folder, DATABASE_FILE)) };

export const SQLITE_FORMAT: OutputFormat = {
  forms: [FORM],
  formFor: () => FORM,
  fileOf: () => DATABASE_FILE,
  summary: DATABASE_FILE,
};

async function openDatabase(path: string): Promise<DatasetWriter> {
  // Loaded only where a database is asked for.
  const sqlite = await import("node-sqlite3-wasm");
  const database = new sqlite.default.Database(path);
  let tables: DatasetWriter;
  try {
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN");
    for (const statement of TABLE_STATEMENTS) database.exec(statement);
    tables = await openTables(async (table, columns) => {
      if (!TABLE_NAMES.some((name) => name === table)) database.exec(createTable(table, columns));
      return insertingWriter(database, table, columns);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    write: tables.write,
    add: tables.add,
    addTable: tables.addTable,
    async close() {
      try {
        await tables.close();
        for (const statement of CLOSING_STATEMENTS) database.exec(statement);
        database.exec("COMMIT");
      } finally {
        database.close();
      }
      // The build creates files that only their owner may read, unlike those of the other formats.
      await chmod(path, 0o666 & ~process.umask());
      return { [DATABASE_FILE]: await hashFile(path) };
    },
  };
}

function insertingWriter(database: Database, table: string, columns: readonly Column[]): TableWriter {
  const statement = database.prepare(insertInto(table, columns));
  const write = async (rows: readonly Row[]): Promise<void> => {
    for (const row of rows) statement.run(sqliteValues(columns, row));
  };
  return {
    write,
    append: (lines) => write(parseLines(lines)),
    async close() {
      statement.finalize();
      return {};
    },
  };
}
