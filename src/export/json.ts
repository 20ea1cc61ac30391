/**
 * Results, file by file, to `dataset.json`: `{schema_version, reports, tracks, files}`, one row of a table a line, keys
 * in the schema's order. Never the whole dataset in memory: tracks and rows of `files`, which stand last, wait in files beside.
 */
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { ReportWithoutRows } from "../model/outline.js";
import { type InputFile, SCHEMA_VERSION, type Track } from "../schema/dataset.js";
import { list, opened, renderRow, renderTrack } from "./json-row.js";
import type { RenderedReport } from "./render-report.js";
import { createTextFile, type Text, type TextFile } from "./text-file.js";

/** A report's own row and its findings, with its other rows as text. */
export interface RenderedHead extends ReportWithoutRows {
  readonly rendered: RenderedReport;
}

export interface JsonDataset {
  write(file: InputFile, reports: readonly RenderedHead[], tracks: readonly Track[]): Promise<void>;
  /** @returns the SHA-256 of the file, in hexadecimal */
  close(): Promise<string>;
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
      for (const report of reports) {
        await dataset.write(reportCount++ === 0 ? "\n" : ",\n");
        for (const part of partsOf(report)) await dataset.write(part);
      }
      for (const track of tracks) await tracksLater.write(renderTrack(track));
      await filesLater.write(renderRow("files", file));
    },
    async close() {
      await dataset.write('\n],\n"tracks": [');
      await tracksLater.moveTo(dataset);
      await dataset.write('\n],\n"files": [');
      await filesLater.moveTo(dataset);
      await dataset.write("\n]\n}\n");
      return dataset.close();
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
      for await (const text of createReadStream(path)) await target.write(text);
      await rm(path);
    },
  };
}

function partsOf(report: RenderedHead): readonly Text[] {
  const { stated_counts, deliverables, residue } = report.rendered;
  const findings = report.findings.map((finding) => renderRow("findings", finding)).join(",\n");
  return [
    opened("reports", { ...report }),
    ...list("stated_counts", stated_counts.json),
    ...list("deliverables", deliverables.json),
    ...list("findings", findings),
    ...list("residue", residue.json),
    "}",
  ];
}
