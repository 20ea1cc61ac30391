import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/export/columns.js";
import { FORMATS, formsFor, OUTPUT_FORMATS, rowFormNamed } from "../../src/export/formats/output-formats.js";
import { WIDE_TABLE } from "../../src/export/status-wide.js";
import { writeDataset } from "../../src/export/write-dataset.js";
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
