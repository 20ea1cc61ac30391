/**
 * Results, file by file, to `dataset.json`: `{schema_version, reports, tracks, files}`, one row of a table a line, keys
 * in the schema's order. Never the whole dataset in memory: tracks and rows of `files`, which stand last, wait in files beside.
 */
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { InputFile, Report, Track } from "../schema/dataset.js";
import { SCHEMA_VERSION } from "../schema/dataset.js";
import type { TableName } from "../schema/tables.js";
import { COLUMNS, pickColumns, type Row } from "./columns.js";
import { createTextFile, type TextFile } from "./text-file.js";

/** In the nested form a member lies in its track, which bears the identifier. */
const MEMBER_COLUMNS = COLUMNS.tracks.filter(({ name }) => name !== "track_id");

export interface JsonDataset {
  write(file: InputFile, reports: readonly Report[], tracks: readonly Track[]): Promise<void>;
  close(): Promise<void>;
}

/** @param path of `dataset.json`; `path` with `.tracks` and `.files` after it are used meanwhile */
export async function createJsonDataset(path: string): Promise<JsonDataset> {
  const dataset = await createTextFile(path);
  const tracksLater = await createLaterList(`${path}.tracks`);
  const filesLater = await createLaterList(`${path}.files`);
  let reportCount = 0;
  await dataset.write(`{\n"schema_version": ${JSON.stringify(SCHEMA_VERSION)},\n"reports": [`);
  return {
    async write(file, reports, tracks) {
      for (const report of reports) await dataset.write(`${reportCount++ === 0 ? "" : ","}\n${renderReport(report)}`);
      for (const track of tracks) await tracksLater.write(renderTrack(track));
      await filesLater.write(renderRow("files", file));
    },
    async close() {
      await dataset.write('\n],\n"tracks": [');
      await tracksLater.moveTo(dataset);
      await dataset.write('\n],\n"files": [');
      await filesLater.moveTo(dataset);
      await dataset.write("\n]\n}\n");
      await dataset.close();
    },
  };
}

interface LaterList {
  write(element: string): Promise<void>;
  /** Writes the list's elements to the file, and removes what held them. */
  moveTo(file: TextFile): Promise<void>;
}

/** Elements of a list that stands behind what is still being written, in a file of their own until then. */
async function createLaterList(path: string): Promise<LaterList> {
  const file = await createTextFile(path);
  let count = 0;
  return {
    write: (element) => file.write(`${count++ === 0 ? "" : ","}\n${element}`),
    async moveTo(target) {
      await file.close();
      for await (const text of createReadStream(path, "utf8")) await target.write(text);
      await rm(path);
    },
  };
}

function renderTrack({ track_id, members }: Track): string {
  const rows = members.map((member) => JSON.stringify(pickColumns(MEMBER_COLUMNS, member)));
  return `{"track_id":${JSON.stringify(track_id)},"members":[\n${rows.join(",\n")}]}`;
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
