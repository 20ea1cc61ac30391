/**
 * A dataset writer over one writer for each table. In: how a table's writer is created. Out: rows of results, handed to the tables
 * they belong to. All tables are closed, also where one fails.
 */
import type { TableName } from "../../schema/tables.js";
import { COLUMNS, type Column, type Row, TABLE_NAMES } from "../columns.js";
import type { FileHashes } from "../file-hashes.js";
import { planKeysOf, SETTLED_TABLES } from "../settled-tables.js";
import type { Text } from "../text-file.js";
import type { DatasetWriter } from "./output-format.js";

export interface TableWriter {
  write(rows: readonly Row[]): Promise<void>;
  /** Adds rows that are text already, in the form's rows. */
  append(rendered: Text): Promise<void>;
  /** May be called after a failed write, to release what the table holds. */
  close(): Promise<FileHashes>;
}

/** Creates the writer of a table. */
export type CreateTable = (name: string, columns: readonly Column[]) => Promise<TableWriter>;

export async function openTables(create: CreateTable): Promise<DatasetWriter> {
  const tables = new Map<string, TableWriter>();
  try {
    for (const name of TABLE_NAMES) tables.set(name, await create(name, COLUMNS[name]));
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
        const keys = planKeysOf(report);
        await write(
          "findings",
          report.findings.map((finding) => ({ ...finding, ...keys })),
        );
        for (const name of SETTLED_TABLES) await tables.get(name)?.append(rows[name]);
      }
      const keysOf = new Map(reports.map(({ report }) => [report.report_id, planKeysOf(report)]));
      for (const { track_id, members } of tracks) {
        // A track is of one plan and theme.
        const keys = keysOf.get(members[0]?.report_id ?? "");
        await write(
          "tracks",
          members.map((member) => ({ track_id, ...member, ...keys })),
        );
      }
    },
    add: write,
    async addTable(name, columns, rows) {
      const table = await create(name, columns);
      tables.set(name, table);
      for await (const row of rows) await table.write([row]);
    },
    close: () => closeAll(tables),
  };
}

async function closeAll(tables: ReadonlyMap<string, TableWriter>): Promise<FileHashes> {
  const closed = await Promise.allSettled([...tables.values()].map((table) => table.close()));
  const hashes: Record<string, string> = {};
  for (const outcome of closed) {
    if (outcome.status === "rejected") throw outcome.reason;
    Object.assign(hashes, outcome.value);
  }
  return hashes;
}
