/**
 * Results, file by file, to `dataset.json`: `{schema_version, reports, tracks, files}`, one row of a table a line, keys
 * in the schema's order. Never the whole dataset in memory: rows of `files`, which stand last, wait in a file beside.
 */
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { InputFile, Report } from "../schema/dataset.js";
import { SCHEMA_VERSION } from "../schema/dataset.js";
import type { TableName } from "../schema/tables.js";
import { COLUMNS, pickColumns, type Row } from "./columns.js";
import { createTextFile } from "./text-file.js";

export interface JsonDataset {
  write(file: InputFile, reports: readonly Report[]): Promise<void>;
  close(): Promise<void>;
}

/** @param path of `dataset.json`; `path` with `.part` after it is used meanwhile */
export async function createJsonDataset(path: string): Promise<JsonDataset> {
  const partPath = `${path}.part`;
  const dataset = await createTextFile(path);
  const part = await createTextFile(partPath);
  let reportCount = 0;
  let fileCount = 0;
  await dataset.write(`{\n"schema_version": ${JSON.stringify(SCHEMA_VERSION)},\n"reports": [`);
  return {
    async write(file, reports) {
      for (const report of reports) await dataset.write(`${reportCount++ === 0 ? "" : ","}\n${renderReport(report)}`);
      await part.write(`${fileCount++ === 0 ? "" : ","}\n${renderRow("files", file)}`);
    },
    async close() {
      await dataset.write('\n],\n"tracks": [],\n"files": [');
      await part.close();
      for await (const text of createReadStream(partPath, "utf8")) await dataset.write(text);
      await dataset.write("\n]\n}\n");
      await dataset.close();
      await rm(partPath);
    },
  };
}

function renderReport(report: Report): string {
  const deliverables = report.deliverables.map((deliverable) =>
    withLists(renderRow("deliverables", deliverable), {
      updates: deliverable.updates.map((update) => renderRow("updates", update)),
    }),
  );
  return withLists(renderRow("reports", report), {
    stated_counts: report.stated_counts.map((count) => renderRow("stated_counts", count)),
    deliverables,
    findings: report.findings.map((finding) => renderRow("findings", finding)),
    residue: report.residue.map((residue) => renderRow("residue", residue)),
  });
}

function renderRow(table: TableName, row: Row): string {
  return JSON.stringify(pickColumns(COLUMNS[table], row));
}

/** Puts lists of rendered rows at the end of a rendered object. */
function withLists(object: string, lists: Readonly<Record<string, readonly string[]>>): string {
  const rendered = Object.entries(lists).map(([name, rows]) =>
    rows.length === 0 ? `"${name}":[]` : `"${name}":[\n${rows.join(",\n")}]`,
  );
  return `${object.slice(0, -1)},\n${rendered.join(",\n")}}`;
}
