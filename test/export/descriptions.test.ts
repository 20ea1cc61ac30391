/** What describes a dataset beside its rows: the package for programs, the README for people, and how to cite it. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COLUMNS, TABLE_NAMES } from "../../src/export/columns.js";
import { type WriteOptions, writeDataset } from "../../src/export/write-dataset.js";
import { makeFile, makeReport, resultsOf } from "./reports.js";

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), "ragtally-described-")), "out");
});
afterEach(() => rmSync(join(out, ".."), { recursive: true, force: true }));

const ABOUT = { title: 'Plans of "Melford"', author: "Melford Council", licence: "OGL-UK-3.0" };
const read = (name: string): string => readFileSync(join(out, name), "utf8");
async function describeWith(options: WriteOptions): Promise<void> {
  await writeDataset(resultsOf({ file: makeFile("a", 1), reports: [makeReport("a", { rows: 3 })] }), out, options);
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: { readonly fields: readonly Field[]; readonly primaryKey?: readonly string[] };
}
interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints: Readonly<Record<string, unknown>>;
}
const resources = (): Resource[] => JSON.parse(read("datapackage.json")).resources;
const fieldOf = (table: string, column: string): Field | undefined =>
  resources()
    .find(({ name }) => name === table)
    ?.schema.fields.find(({ name }) => name === column);

describe("datapackage.json", () => {
  it("describes every column of every table, with the size and hash of its file", async () => {
    await describeWith({ formats: ["csv", "json"] });
    expect(resources().map(({ path, schema }) => [path, schema.fields.map(({ name }) => name)])).toEqual([
      ...TABLE_NAMES.map((table) => [`${table}.csv`, COLUMNS[table].map(({ name }) => name)]),
      ["status_wide.csv", ["plan_id", "theme_id", "track_id", "number", "title"]],
    ]);
    for (const { path, bytes, hash } of resources()) {
      const content = readFileSync(join(out, path));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash("sha256").update(content).digest("hex")}`]);
    }
  });

  it("says which columns are text, whole numbers, days and lists, and what they may be", async () => {
    await describeWith({ formats: ["csv"] });
    expect(fieldOf("deliverables", "number")?.type).toBe("string");
    expect(fieldOf("deliverables", "update_count")).toMatchObject({ type: "integer", constraints: { minimum: 0 } });
    expect(fieldOf("reports", "period_start")?.type).toBe("date");
    expect(fieldOf("deliverables", "bbox")?.type).toBe("array");
    expect(fieldOf("files", "outcome")?.constraints.enum).toContain("needs-ocr");
    expect(fieldOf("reports", "report_id")?.constraints).toEqual({ required: true, unique: true });
  });

  it("names title, licence and compiler, and is the same on a second run", async () => {
    await describeWith({ formats: ["csv"], about: ABOUT });
    const first = read("datapackage.json");
    expect(JSON.parse(first)).toMatchObject({
      title: 'Plans of "Melford"',
      licenses: [{ name: "OGL-UK-3.0" }],
      contributors: [{ title: "Melford Council", roles: ["compiler"] }, { roles: ["reader"] }],
    });
    await describeWith({ formats: ["csv"], about: ABOUT });
    expect(read("datapackage.json")).toBe(first);
  });

  it("has the files of other formats beside the tables, not as further tables", async () => {
    await describeWith({ formats: ["csv", "json", "sqlite"] });
    const { otherFiles } = JSON.parse(read("datapackage.json"));
    expect(otherFiles.map(({ path }: Resource) => path)).toEqual(["dataset.json", "dataset.sqlite"]);
  });
});

describe("README.md of a dataset", () => {
  it("gives the figures of the content and what is doubtful", async () => {
    await describeWith({ formats: ["csv"], about: ABOUT });
    const text = read("README.md");
    expect(text).toContain('# Plans of "Melford"');
    expect(text).toContain("1 reports of 1 plans, from 2019-10-01 to 2019-12-31, with 3 numbered rows");
    expect(text).toContain("- 1 of 3 rows have a reason to be checked by a person.");
    expect(text).toContain("| unreadable | 1 |");
  });

  it("explains every column of every table", async () => {
    await describeWith({ formats: ["csv"] });
    const text = read("README.md");
    for (const table of TABLE_NAMES)
      for (const { name } of COLUMNS[table]) expect(text.split(`### ${table}\n`)[1]).toContain(`\n| ${name} |`);
  });
});

describe("CITATION.cff", () => {
  it("has what the format requires, quoted so that nothing in a title is markup", async () => {
    await describeWith({ formats: ["csv"], about: ABOUT });
    expect(read("CITATION.cff")).toContain('title: "Plans of \\"Melford\\""\nauthors:\n  - name: "Melford Council"');
    expect(read("CITATION.cff")).toContain("license: OGL-UK-3.0\n");
  });

  it("gives the address of a licence that has no identifier", async () => {
    await describeWith({ formats: ["csv"], about: { ...ABOUT, licence: "https://melford.example/licence" } });
    expect(read("CITATION.cff")).toContain('license-url: "https://melford.example/licence"\n');
  });
});
