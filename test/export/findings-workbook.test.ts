/** The findings of an audit as a workbook, read back by a reader that is not ours. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFindingsWorkbook } from "../../src/export/findings-workbook.js";
import { OutputError } from "../../src/export/output-error.js";
import type { Report } from "../../src/schema/dataset.js";
import type { Disposition } from "../../src/schema/disposition.js";
import { makeReport } from "./reports.js";

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-findings-"));
  out = join(root, "findings.xlsx");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const disposition = (kind: Disposition["disposition"], { findings }: Report, at = 0): Disposition => ({
  finding_id: findings[at]?.finding_id ?? "",
  disposition: kind,
  note: "=SUM(A1)",
  by: "J. Ogden",
  date: "2024-03-31",
  message: "",
  line: 2,
});

async function write(reports: readonly (readonly [Report, readonly Disposition[]])[]): Promise<void> {
  const workbook = await openFindingsWorkbook(out);
  for (const [report, decided] of reports) await workbook.add(report, "Checked: all.", decided);
  await workbook.close();
}

async function rowsOf(name: string): Promise<Record<string, unknown>[]> {
  const { sheets } = await readXlsx(readFileSync(out));
  const [headings = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at] ?? null])));
}

describe("the workbook of findings", () => {
  it("numbers findings through all reports, with what was decided about each as text", async () => {
    const [first, second] = [makeReport("a"), makeReport("b")];
    await write([
      [first, []],
      [second, [disposition("accepted", second)]],
    ]);
    const rows = await rowsOf("findings");
    expect(rows.map(({ finding }) => finding)).toEqual(rows.map((_, at) => `F${at + 1}`));
    expect(rows[first.findings.length]).toMatchObject({
      finding_id: second.findings[0]?.finding_id,
      message: second.findings[0]?.message,
      disposition: "accepted",
      disposition_note: "=SUM(A1)",
      disposition_by: "J. Ogden",
      disposition_date: "2024-03-31",
    });
    expect(rows[0]).toMatchObject({ disposition: null, disposition_by: null });
  });

  it("counts the findings of each report that are open: a query closes none", async () => {
    const [first, second] = [makeReport("a"), makeReport("b")];
    await write([
      [first, [disposition("query", first)]],
      [second, [disposition("false", second)]],
    ]);
    const count = first.findings.length;
    expect(await rowsOf("reports")).toMatchObject([
      { report_id: first.report_id, findings: count, open_findings: count, sign_off: "Checked: all." },
      { report_id: second.report_id, findings: count, open_findings: count - 1 },
    ]);
  });

  it("replaces an earlier one, and leaves nothing beside it", async () => {
    await write([[makeReport("a"), []]]);
    await write([]);
    expect(await rowsOf("findings")).toEqual([]);
    expect(readdirSync(root)).toEqual(["findings.xlsx"]);
  });

  it("leaves an earlier one where it is discarded", async () => {
    await write([[makeReport("a"), []]]);
    const before = readFileSync(out);
    const workbook = await openFindingsWorkbook(out);
    await workbook.add(makeReport("b"), "", []);
    await workbook.discard();
    expect(readFileSync(out)).toEqual(before);
    expect(readdirSync(root)).toEqual(["findings.xlsx"]);
  });

  it.each([
    ["any other file", () => writeFileSync(out, "my own findings, ragtally audit?")],
    ["a folder", () => mkdirSync(out)],
  ])("refuses to replace %s", async (_, make) => {
    make();
    await expect(openFindingsWorkbook(out)).rejects.toThrow(OutputError);
    expect(readdirSync(root)).toEqual(["findings.xlsx"]);
  });
});
