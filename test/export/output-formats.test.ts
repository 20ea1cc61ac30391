import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/export/columns.js";
import { FORMATS, formsFor, OUTPUT_FORMATS, rowFormNamed } from "../../src/export/formats/output-formats.js";
import { WIDE_TABLE } from "../../src/export/status-wide.js";
import { type WritableResult, writeDataset } from "../../src/export/write-dataset.js";
import type { Finding } from "../../src/schema/dataset.js";
import { makeResult, resultsOf } from "./reports.js";

/** Files that every dataset has, whatever its formats. */
const ALWAYS = ["CITATION.cff", "README.md", "datapackage.json", "run.json"];

describe("the table of output formats", () => {
  it.each(FORMATS)("names the files that %s writes, and no others", async (format) => {
    const root = mkdtempSync(join(tmpdir(), "ragtally-format-"));
    try {
      await writeDataset(resultsOf(makeResult("a")), join(root, "out"), { formats: [format] });
      const named = new Set([...TABLE_NAMES, WIDE_TABLE].map((table) => OUTPUT_FORMATS[format].fileOf(table)));
      expect(readdirSync(join(root, "out")).sort()).toEqual([...named, ...ALWAYS].sort());
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it.each(FORMATS)("keeps nothing but a report's own row after %s has written it", async (format) => {
    setFlagsFromString("--expose-gc");
    const collectGarbage: () => void = runInNewContext("gc");
    const root = mkdtempSync(join(tmpdir(), "ragtally-format-"));
    const findingsOf: WeakRef<readonly Finding[]>[] = [];
    async function* results(): AsyncGenerator<WritableResult> {
      for (const name of ["a", "b", "c"]) {
        const { file, reports } = makeResult(name);
        const copies = reports.map((report) => ({ ...report, findings: [...report.findings] }));
        for (const { findings } of copies) findingsOf.push(new WeakRef(findings));
        yield { file, reports: copies };
      }
      // What is collected is what no task of an earlier turn holds any more.
      await new Promise((done) => setTimeout(done));
      collectGarbage();
      expect(findingsOf[0]?.deref()).toBeUndefined();
    }
    try {
      await writeDataset(results(), join(root, "out"), { formats: [format] });
      expect(findingsOf).toHaveLength(3);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it("gives every form a name of its own, by which a reading process finds it", () => {
    const forms = FORMATS.flatMap((format) => OUTPUT_FORMATS[format].forms);
    for (const { rows } of forms) expect(rowFormNamed(rows.name)).toBe(rows);
    expect(() => rowFormNamed("xml")).toThrow("no output format has a form named xml");
  });

  it("writes in the table's order, whatever the order in which formats are asked for", () => {
    const names = (rawCsv: boolean) => formsFor(["json", "csv"], { rawCsv }).map(({ rows }) => rows.name);
    expect(names(false)).toEqual(["csv", "json"]);
    expect(names(true)).toEqual(["csv-raw", "json"]);
  });
});
