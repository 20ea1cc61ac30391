/** Every example of the page on using the data, run as it stands, on the dataset of the samples. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Database } from "node-sqlite3-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSkipped } from "../skipped.js";

const PAGE = readFileSync(new URL("../../docs/using-the-data.md", import.meta.url), "utf8");
/** A Python with the libraries of the page: pandas with pyarrow, DuckDB, Datasette and Frictionless. */
const PYTHON = process.env.RAGTALLY_PYTHON ?? "python3";

const examples = (language: string): [at: number, code: string][] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match, at) => [
    at + 1,
    match[1] ?? "",
  ]);

function lacks(module: string): boolean {
  const isMissing = spawnSync(PYTHON, ["-c", `import ${module}`]).status !== 0;
  if (isMissing && process.env.RAGTALLY_PYTHON !== undefined) throw new Error(`${PYTHON} has no ${module}`);
  return isSkipped(isMissing, `examples with ${module}`, `${PYTHON} has no such module (set RAGTALLY_PYTHON)`);
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-examples-"));
  const main = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const corpus = new URL("../../corpus", import.meta.url).pathname;
  const formats = "csv,json,parquet,sqlite,xlsx";
  const args = [main, "ingest", corpus, "--out", "output", "--format", formats, "--no-cache", "--quiet"];
  execFileSync(process.execPath, args, { cwd: root });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const python = (...args: string[]): string => execFileSync(PYTHON, args, { cwd: root, encoding: "utf8" });

describe.skipIf(lacks("pandas, pyarrow, duckdb"))("examples in Python", () => {
  it.each(examples("python"))(
    "run, and print a table: example %i",
    (_, code) => {
      expect(python("-c", code).split("\n").length).toBeGreaterThan(4);
    },
    60_000,
  );

  it("see labels as text, days as dates and lists as lists", () => {
    const types = python(
      "-c",
      `import duckdb
for table, columns in (("deliverables", "number, organisations, update_count, bbox"), ("reports", "period_start")):
    print(*[row[1] for row in duckdb.sql(f"DESCRIBE SELECT {columns} FROM 'output/{table}.parquet'").fetchall()])`,
    );
    expect(types).toBe("VARCHAR VARCHAR[] BIGINT DOUBLE[]\nDATE\n");
  });
});

describe("examples in SQL", () => {
  const { Database: Open } = createRequire(import.meta.url)("node-sqlite3-wasm") as { Database: typeof Database };

  it.each(examples("sql"))("run, and find rows: example %i", (_, code) => {
    const database = new Open(join(root, "output/dataset.sqlite"), { readOnly: true });
    try {
      expect(database.all(code).length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });
});

describe.skipIf(lacks("datasette"))("examples for the shell", () => {
  it.each(examples("sh"))(
    "run, and print rows: example %i",
    (_, code) => {
      const path = `${dirname(PYTHON)}:${process.env.PATH}`;
      const printed = execFileSync("sh", ["-c", code], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, PATH: path },
      });
      expect(JSON.parse(printed).rows).toHaveLength(3);
    },
    60_000,
  );
});

describe.skipIf(lacks("frictionless"))("the Data Package of the samples", () => {
  it("is valid for Frictionless, cell by cell and reference by reference", () => {
    const report = python(
      "-c",
      `import frictionless
report = frictionless.validate("output/datapackage.json")
print(report.valid, report.stats["tasks"], *report.flatten(["name", "type", "note"]))`,
    );
    expect(report).toMatch(/^True \d+\s*$/);
  }, 120_000);
});
