/**
 * A dataset writer over one writer for each table. In: how a table's writer is created. Out: rows of results, handed to the tables
 * they belong to. All tables are closed, also where one fails.
 */
import type { TableName } from "../../schema/tables.js";
import { type Row, TABLE_NAMES } from "../columns.js";
import type { FileHashes } from "../file-hashes.js";
import { SETTLED_TABLES } from "../settled-tables.js";
import type { Text } from "../text-file.js";
import type { DatasetWriter } from "./output-format.js";

export interface TableWriter {
  write(rows: readonly Row[]): Promise<void>;
  /** Adds rows that are text already, in the form's rows. */
  append(rendered: Text): Promise<void>;
  /** May be called after a failed write, to release what the table holds. */
  close(): Promise<FileHashes>;
}

export async function openTables(create: (name: TableName) => Promise<TableWriter>): Promise<DatasetWriter> {
  const tables = new Map<TableName, TableWriter>();
  try {
    for (const name of TABLE_NAMES) tables.set(name, await create(name));
  } catch (error) {
    await closeAll(tables).catch(() => undefined);
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
    add: write,
    close: () => closeAll(tables),
  };
}

async function closeAll(tables: ReadonlyMap<TableName, TableWriter>): Promise<FileHashes> {
  const closed = await Promise.allSettled([...tables.values()].map((table) => table.close()));
  const hashes: Record<string, string> = {};
  for (const outcome of closed) {
    if (outcome.status === "rejected") throw outcome.reason;
    Object.assign(hashes, outcome.value);
  }
  return hashes;
}
