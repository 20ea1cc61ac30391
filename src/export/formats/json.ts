/**
 * The JSON format: one file, `{schema_version, reports, tracks, files}`, with each row of a table on a line of its own and keys in
 * the schema's order. The whole dataset is never in memory: tracks and rows of `files`, which come last in the file, are collected
 * in files of their own until then.
 *
 * Its form of rows is also the one from which a report can be restored: the cache always keeps it, and `ingest` asks for it.
 */
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ReportWithoutRows } from "../../model/outline.js";
import { type Report, SCHEMA_VERSION } from "../../schema/dataset.js";
import { createTextFile, type Text, type TextFile } from "../text-file.js";
import { list, opened, renderDeliverable, renderRow, renderTrack } from "./json-row.js";
import type { DatasetWriter, OutputForm, OutputFormat, RowForm, RowTexts, WritableReport } from "./output-format.js";

export const DATASET_FILE = "dataset.json";

const joined = (rows: readonly string[]): string => rows.join(",\n");

/** Objects with commas between them. Updates, further cells, places and organisations are nested in their deliverables, so those tables have no text of their own. */
export const JSON_ROWS: RowForm = {
  name: "json",
  render: ({ scale, stated_counts, deliverables, residue }: Report): RowTexts => ({
    report_scale: joined(scale.map((row) => renderRow("report_scale", row))),
    stated_counts: joined(stated_counts.map((row) => renderRow("stated_counts", row))),
    deliverables: joined(deliverables.map(renderDeliverable)),
    deliverable_statuses: "",
    deliverable_columns: "",
    deliverable_places: "",
    updates: "",
    residue: joined(residue.map((row) => renderRow("residue", row))),
    deliverable_organisations: "",
  }),
};

const JSON_FORM: OutputForm = { rows: JSON_ROWS, open: (folder) => openDataset(join(folder, DATASET_FILE)) };

export const JSON_FORMAT: OutputFormat = {
  forms: [JSON_FORM],
  formFor: () => JSON_FORM,
  fileOf: () => DATASET_FILE,
  summary: DATASET_FILE,
};

/** The report itself. @param rows in `JSON_ROWS` */
export function restoreReport(report: ReportWithoutRows, { deliverables, residue }: RowTexts): Report {
  return { ...report, deliverables: parseRows(deliverables), residue: parseRows(residue) };
}

function parseRows<Row>(text: Text): Row[] {
  return JSON.parse(`[${typeof text === "string" ? text : Buffer.from(text).toString()}]`);
}

/** @param path `path` with `.tracks` and `.files` after it are used until the file is closed */
async function openDataset(path: string): Promise<DatasetWriter> {
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
    // The dataset is what the analysis tables follow from.
    add: async () => undefined,
    addTable: async () => undefined,
    async close() {
      await dataset.write('\n],\n"tracks": [');
      await tracksLater.moveTo(dataset);
      await dataset.write('\n],\n"files": [');
      await filesLater.moveTo(dataset);
      await dataset.write("\n]\n}\n");
      return { [DATASET_FILE]: await dataset.close() };
    },
  };
}

interface LaterList {
  write(element: string): Promise<void>;
  /** Writes the list's elements to the file, and removes the file that held them. */
  moveTo(file: TextFile): Promise<void>;
}

/** Elements of a list that comes after what is still being written, in a file of their own until then. */
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

function partsOf({ report, rows }: WritableReport): readonly Text[] {
  return [
    opened("reports", { ...report }),
    ...list("scale", rows.report_scale),
    ...list("stated_counts", rows.stated_counts),
    ...list("deliverables", rows.deliverables),
    ...list("findings", joined(report.findings.map((finding) => renderRow("findings", finding)))),
    ...list("residue", rows.residue),
    "}",
  ];
}
