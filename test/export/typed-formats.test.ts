/** The formats with types of their own, each read back by a reader that is not ours. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { parquetReadObjects } from "hyparquet";
import type { Database } from "node-sqlite3-wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLUMNS, TABLE_NAMES } from "../../src/export/columns.js";
import type { Format } from "../../src/export/formats/output-formats.js";
import { collectRows } from "../../src/export/formats/workbook.js";
import { planKeysOf, settledRows } from "../../src/export/settled-tables.js";
import { writeDataset } from "../../src/export/write-dataset.js";
import type { TableName } from "../../src/schema/tables.js";
import { makeFile, makeReport, makeResult, resultsOf } from "./reports.js";

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-typed-"));
  out = join(root, "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ODD_TEXT = 'one, "two";\nthree\tfive – é 🙂 <b> & _x000D_ \u0001';
const REPORT = makeReport("a", { title: ODD_TEXT, updateText: ODD_TEXT });
const RESULTS = [{ file: makeFile("a", 1), reports: [REPORT] }, makeResult("b", { rows: 0 })];
const write = (format: Format): Promise<unknown> => writeDataset(resultsOf(...RESULTS), out, { formats: [format] });

/** Columns of the table with one for each period, where no deliverable is followed. */
const WIDE_COLUMNS = ["plan_id", "theme_id", "track_id", "number", "title"];

/** A row with only the columns of its table. */
const rowOf = (table: TableName, row: object): object =>
  Object.fromEntries(COLUMNS[table].map(({ name }) => [name, row[name as keyof object] ?? null]));

async function readParquet(table: TableName): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(join(out, `${table}.parquet`));
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
}

describe("JSON Lines", () => {
  it("has a row in each line, with all columns and the values as they are", async () => {
    await write("jsonl");
    const lines = readFileSync(join(out, "deliverables.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      REPORT.deliverables.map((row) => rowOf("deliverables", { ...row, ...planKeysOf(REPORT) })),
    );
  });
});

describe("Parquet", () => {
  it("keeps numbers of rows as text, counts as integers, lists as lists and nulls as nulls", async () => {
    await write("parquet");
    const [first, second] = await readParquet("deliverables");
    expect(first).toMatchObject({ number: "1", organisations: ["NW", "CG"], title: ODD_TEXT, group: null });
    expect(first?.update_count).toBe(2n);
    expect(second).toMatchObject({ rag: null });
  });

  it("has full days as dates and truth values as such", async () => {
    await write("parquet");
    const [report] = await readParquet("reports");
    const day = REPORT.period_start;
    expect(report?.period_start).toEqual(day === null ? null : new Date(`${day}T00:00:00Z`));
    expect((await readParquet("deliverable_statuses")).map(({ chosen }) => chosen)).toContain(true);
  });

  it("has a file for each table, with its columns also where it has no rows", async () => {
    await write("parquet");
    for (const table of TABLE_NAMES) expect(await readParquet(table), table).toBeInstanceOf(Array);
    expect(await readParquet("tracks")).toEqual([]);
  });

  it("writes more rows than one group holds, in order", async () => {
    const many = makeReport("many", { rows: 5200, updatesPerRow: 0 });
    await writeDataset(resultsOf({ file: makeFile("many", 1), reports: [many] }), out, { formats: ["parquet"] });
    const numbers = (await readParquet("deliverables")).map(({ number }) => number);
    expect(numbers).toEqual(many.deliverables.map(({ number }) => number));
  });
});

describe("SQLite", () => {
  const { Database: Open } = createRequire(import.meta.url)("node-sqlite3-wasm") as { Database: typeof Database };
  const query = (sql: string): unknown[] => {
    const database = new Open(join(out, "dataset.sqlite"), { readOnly: true });
    try {
      return database.all(sql);
    } finally {
      database.close();
    }
  };

  it("holds together: every reference leads to a row", async () => {
    await write("sqlite");
    expect(query("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(query("PRAGMA foreign_key_check")).toEqual([]);
  });

  it("has the values as they are, lists as JSON", async () => {
    await write("sqlite");
    const [first] = query("SELECT number, title, organisations, update_count, page FROM deliverables");
    expect(first).toEqual({ number: "1", title: ODD_TEXT, organisations: '["NW","CG"]', update_count: 2, page: null });
  });

  it("finds rows by words of their titles and updates", async () => {
    await write("sqlite");
    expect(query("SELECT deliverable_id FROM search WHERE search MATCH 'updates: five'")).toHaveLength(2);
    expect(query("SELECT deliverable_id FROM search WHERE search MATCH 'seven'")).toEqual([]);
  });
});

describe("XLSX", () => {
  const sheets = async () => (await readXlsx(readFileSync(join(out, "dataset.xlsx")))).sheets;

  it("has a sheet for each table with its headings", async () => {
    await write("xlsx");
    expect((await sheets()).map(({ name, rows }) => [name, rows[0]])).toEqual([
      ...TABLE_NAMES.map((table) => [table, COLUMNS[table].map(({ name }) => name)]),
      ["status_wide", WIDE_COLUMNS],
    ]);
  });

  it("keeps text as text, also what looks like a number, a formula or an escape", async () => {
    await write("xlsx");
    const sheet = (await sheets()).find(({ name }) => name === "deliverables");
    const cell = (name: string) => sheet?.rows[1]?.[COLUMNS.deliverables.findIndex((column) => column.name === name)];
    expect(cell("number")).toBe("1");
    expect(cell("update_count")).toBe(2);
    expect(cell("title")).toBe(ODD_TEXT);
    expect(cell("organisations")).toBe("NW;CG");
  });

  it("continues on a further sheet where a sheet is full", async () => {
    const rows = await collectRows(join(root, "book"), "deliverables", COLUMNS.deliverables, 3);
    await rows.write(settledRows(makeReport("a", { rows: 5 })).deliverables);
    await rows.close();
    expect(rows.sheets().map(({ name, rows: count }) => [name, count])).toEqual([
      ["deliverables", 2],
      ["deliverables 2", 2],
      ["deliverables 3", 1],
    ]);
  });

  it("cuts a text that no cell can hold, and shows that it did", async () => {
    const long = makeReport("a", { rows: 1, updateText: "x".repeat(40_000) });
    await writeDataset(resultsOf({ file: makeFile("a", 1), reports: [long] }), out, { formats: ["xlsx"] });
    const updates = (await sheets()).find(({ name }) => name === "updates");
    const text = String(updates?.rows[1]?.[COLUMNS.updates.findIndex(({ name }) => name === "text")]);
    expect([text.length, text.slice(-5)]).toEqual([32_767, "x […]"]);
  });
});

describe("every format", () => {
  it.each(["jsonl", "parquet", "sqlite", "xlsx"] as const)("gives the same bytes again: %s", async (format) => {
    await write(format);
    const names = TABLE_NAMES.map((table) => `${table}.${format}`);
    const files = format === "sqlite" || format === "xlsx" ? [`dataset.${format}`] : names;
    const before = files.map((name) => readFileSync(join(out, name)));
    await write(format);
    expect(files.map((name) => readFileSync(join(out, name)).equals(before.shift() ?? Buffer.of()))).not.toContain(
      false,
    );
  });
});
