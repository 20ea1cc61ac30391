import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlanProgress, statusByPeriod } from "../../src/export/analysis.js";
import { COLUMNS, type Column, TABLE_NAMES } from "../../src/export/columns.js";
import { readDataset } from "../../src/export/read-dataset.js";
import { type WritableResult, writeDataset } from "../../src/export/write-dataset.js";
import { outlineOf } from "../../src/model/outline.js";
import { type Deliverable, datasetSchema, type Report } from "../../src/schema/dataset.js";
import { TABLES, type TableName } from "../../src/schema/tables.js";
import { datasetOf } from "./dataset-of.js";
import { makeFile, makeResult, resultsOf } from "./reports.js";

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), "ragtally-formats-")), "out");
});
afterEach(() => rmSync(join(out, ".."), { recursive: true, force: true }));

const ODD_TEXT = 'one, "two";\nthree\r\nfour\tfive – é 🙂';
const RESULTS: readonly WritableResult[] = [
  makeResult("a", { title: ODD_TEXT, updateText: ODD_TEXT }),
  { file: { ...makeFile("b", 0), outcome: "failed", error_code: "EMPTY", source_sha256: null }, reports: [] },
  { file: makeFile("c", 2), reports: [...makeResult("c").reports, ...makeResult("d", { rows: 0 }).reports] },
];

function readTable(name: TableName): Record<string, string>[] {
  const text = readFileSync(join(out, `${name}.csv`), "utf8");
  // Readers end a record at any line break outside quotes.
  return parse(text, { columns: true, record_delimiter: ["\r\n", "\n", "\r"] });
}

function rowsOf(name: TableName): readonly Record<string, unknown>[] {
  const reports = RESULTS.flatMap((result) => result.reports);
  const deliverables = reports.flatMap((report) => report.deliverables);
  if (name === "reports") return reports;
  if (name === "deliverables") return keyed((report) => report.deliverables);
  if (name === "deliverable_statuses") return deliverables.flatMap((row) => cellsOf(row, row.statuses));
  if (name === "deliverable_columns") return deliverables.flatMap((row) => cellsOf(row, row.other_columns));
  if (name === "deliverable_organisations")
    return deliverables.flatMap(({ organisations, organisation_kinds, ...row }) =>
      organisations.map((organisation, at) => ({
        ...row,
        sequence: at + 1,
        organisation,
        kind: organisation_kinds[at],
      })),
    );
  if (name === "status_by_period") return reports.map(outlineOf).flatMap(statusByPeriod);
  if (name === "plan_progress") {
    const progress = new PlanProgress();
    for (const report of reports) progress.add(outlineOf(report));
    return progress.rows();
  }
  if (name === "report_scale") return reports.flatMap(({ scale }) => scale);
  if (name === "deliverable_places")
    return deliverables.flatMap((row) => row.places.map((place) => ({ ...row, ...place })));
  if (name === "updates") return keyed((report) => report.deliverables.flatMap(({ updates }) => updates));
  if (name === "files") return RESULTS.map((result) => result.file);
  return name === "tracks" ? [] : keyed((report): readonly Record<string, unknown>[] => report[name]);
}

/** Rows of all reports with the keys of theirs. */
const keyed = (rowsIn: (report: Report) => readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  RESULTS.flatMap(({ reports }) => reports).flatMap((report) => {
    const { report_id, plan_id, theme_id } = report;
    return rowsIn(report).map((row) => ({ ...row, report_id, plan_id, theme_id }));
  });

/** The cells of a row as a table of their own has them: with the row's identifiers and place. */
const cellsOf = (row: Deliverable, cells: readonly object[]): Record<string, unknown>[] =>
  cells.map((cell, index) => ({ ...row, sequence: index + 1, ...cell }));

/** Reverses the export using only the schema, as a reader of the files would. */
function readCell(cell: string, { kind, type, nullable }: Column): unknown {
  if (cell === "" && nullable) return null;
  if (kind === "number") return Number(cell);
  if (kind === "list") return cell === "" ? [] : cell.split(";");
  if (type === "true or false") return cell === "true";
  if (kind === "json") return cell === "" ? [] : JSON.parse(cell);
  return cell;
}

describe("CSV", () => {
  it.each(TABLE_NAMES)("reads back as the rows that were written: %s", async (name) => {
    await writeDataset(resultsOf(...RESULTS), out, { rawCsv: true });
    const read = readTable(name).map((row) =>
      Object.fromEntries(COLUMNS[name].map((column) => [column.name, readCell(row[column.name] as string, column)])),
    );
    expect(read).toEqual(rowsOf(name).map((row) => TABLES[name].parse(row)));
  });

  it.each(TABLE_NAMES)("has the schema's columns in the schema's order, with or without rows: %s", async (name) => {
    await writeDataset(resultsOf(...RESULTS), out);
    const [heading] = parse(readFileSync(join(out, `${name}.csv`)), { to: 1 });
    expect(heading).toEqual(Object.keys(TABLES[name].shape));
  });

  it("ends lines by CR LF and has no byte-order mark", async () => {
    await writeDataset(resultsOf(...RESULTS), out);
    const bytes = readFileSync(join(out, "files.csv"));
    expect(bytes.subarray(0, 6).toString()).toBe("source");
    expect(bytes.toString().split("\r\n")).toHaveLength(RESULTS.length + 2);
    expect(bytes.toString().replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  const formulas = ["=1+1", "+44 123", "-item", "@SUM(A1)", "\tx", "\rx"];
  it.each(formulas)("makes %j harmless, and leaves it with rawCsv", async (title) => {
    const result = makeResult("a", { rows: 1, title, updateText: title });
    await writeDataset(resultsOf(result), out);
    expect(readTable("deliverables")[0]?.title).toBe(`'${title}`);
    expect(readTable("updates")[0]?.text).toBe(`'${title}`);
    await writeDataset(resultsOf(result), out, { rawCsv: true });
    expect(readTable("deliverables")[0]?.title).toBe(title);
  });
});

describe("JSON", () => {
  it("is the dataset, in the schema's key order, and fits the schema", async () => {
    await writeDataset(resultsOf(...RESULTS), out);
    const dataset = JSON.parse(readFileSync(join(out, "dataset.json"), "utf8"));
    expect(dataset).toEqual(await datasetOf(resultsOf(...RESULTS)));
    // Parsing by the schema puts keys in its order, so the same text means the same order.
    expect(JSON.stringify(dataset)).toBe(JSON.stringify(datasetSchema.parse(dataset)));
  });

  it("is complete without any result", async () => {
    await writeDataset(resultsOf(), out);
    const dataset = JSON.parse(readFileSync(join(out, "dataset.json"), "utf8"));
    expect(dataset).toEqual({ schema_version: "2.0.0", reports: [], tracks: [], files: [] });
  });

  it("has each row on a line of its own, so that differences show", async () => {
    await writeDataset(resultsOf(makeResult("a", { rows: 3, updatesPerRow: 2 })), out);
    const lines = readFileSync(join(out, "dataset.json"), "utf8").split("\n");
    expect(lines.filter((line) => line.startsWith('{"update_id"'))).toHaveLength(6);
    expect(lines.filter((line) => line.startsWith('{"deliverable_id"'))).toHaveLength(3);
  });

  it("reads back what was written", async () => {
    await writeDataset(resultsOf(...RESULTS), out, { formats: ["json"] });
    expect(await readDataset(out)).toEqual(await datasetOf(resultsOf(...RESULTS)));
  });

  it.each([
    ["no dataset", undefined, /there is no such file/],
    ["no JSON", "{", /not valid JSON/],
    ["no fitting keys", '{"schema_version": "2.0.0", "reports": 1}', /does not fit schema 2\.0\.0: reports: .*tracks/],
    ["another schema", '{"schema_version": "1.1.0", "reports": [{"report_id": "a"}]}', /has schema 1\.1\.0/],
  ])("refuses a folder with %s", async (_, text, message) => {
    await writeDataset(resultsOf(), out, { formats: ["csv"] });
    if (text !== undefined) writeFileSync(join(out, "dataset.json"), text);
    const error = await readDataset(out).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: "DatasetError", message: expect.stringMatching(message) });
  });
});
