import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PdfTable } from "../../src/index.js";
import { buildPdf } from "../source/pdf/build-pdf.js";
import { melfordReport } from "../source/pdf/melford.js";
import { runCommand } from "./run-command.js";

// Each command starts a process that reads, and some tests run several.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-tables-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const run = (...args: string[]) => runCommand(["tables", ...args], root);
const save = (name: string, bytes: Uint8Array | string) => writeFileSync(join(root, name), bytes);
const tablesOf = (stdout: string): PdfTable[] => (JSON.parse(stdout) as { tables: PdfTable[] }).tables;

/** A grid whose first row is one cell over both columns; its cells' texts follow. Upper edge at 100 points of 300. */
function spanning(texts: readonly string[]): string {
  const places = [
    [24, 187],
    [24, 167],
    [124, 167],
  ];
  const lines = ["20 200 m 220 200 l S 20 180 m 220 180 l S 20 160 m 220 160 l S"];
  lines.push("20 200 m 20 160 l S 220 200 m 220 160 l S 120 180 m 120 160 l S");
  for (const [at, [x, y]] of places.entries()) lines.push(`BT /F1 9 Tf ${x} ${y} Td (${texts[at]}) Tj ET`);
  return lines.join("\n");
}
const PAGES = buildPdf({
  pages: [
    { content: spanning(["Costs", "Paint", "-12.50"]) },
    { content: "" },
    { content: spanning(["Visits", "=A1", "7"]) },
  ],
});

it("gives every cell with its place, span, text and fill as JSON where no terminal reads it", async () => {
  save("a.pdf", melfordReport());
  const { code, stdout, stderr } = await run("a.pdf");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [table, ...others] = tablesOf(stdout);
  expect(others).toEqual([]);
  expect(table).toMatchObject({ page: 1, bbox: [20, 80, 380, 160], strategy: "rulings" });
  expect(table?.score).toBeGreaterThan(0.9);
  expect(table?.score).toBeLessThanOrEqual(1);
  expect(table?.cells.length).toBe(16);
  expect(table?.cells[7]).toEqual({
    row: 1,
    column: 3,
    row_span: 1,
    column_span: 1,
    bbox: [320, 100, 380, 120],
    text: "G",
    fill: "#00b04f",
  });
  expect(table?.cells[4]).toMatchObject({ row: 1, column: 0, text: "1", fill: null });
});

it("gives boxes as the page is shown where it was turned to be read", async () => {
  save("turned.pdf", melfordReport(90));
  const [table] = tablesOf((await run("turned.pdf", "--json")).stdout);
  expect(table?.bbox).toEqual([140, 20, 220, 380]);
  expect(table?.cells[7]).toMatchObject({ text: "G", bbox: [180, 320, 200, 380] });
});

it("reads the pages asked for, in the document's order and each once", async () => {
  save("a.pdf", PAGES);
  const pagesOf = async (list: string) =>
    tablesOf((await run("a.pdf", "--pages", list)).stdout).map(({ page }) => page);
  expect(await pagesOf("3,1,1")).toEqual([1, 3]);
  expect(await pagesOf("2-")).toEqual([3]);
});

it("writes CSV with a blank line between tables, a spanning cell's text in its first place", async () => {
  save("a.pdf", PAGES);
  const { stdout } = await run("a.pdf", "--csv");
  expect(stdout).toBe("Costs,\r\nPaint,-12.50\r\n\r\nVisits,\r\n'=A1,7\r\n");
  expect((await run("a.pdf", "--csv", "--raw-csv", "--pages", "3")).stdout).toBe("Visits,\r\n=A1,7\r\n");
});

it("writes CSV whose rows are all as long as their table is wide, in a real report", async () => {
  save("a.pdf", melfordReport());
  const rows = parse((await run("a.pdf", "--csv")).stdout) as string[][];
  expect(rows[2]).toEqual(["2", "MC/FORCE", "Light the river path", "R"]);
});

it("draws grids with the page's number, and no border inside a spanning cell", async () => {
  save("a.pdf", PAGES);
  const { stdout } = await run("a.pdf", "--text", "--pages", "1");
  expect(stdout).toBe(
    [
      "Page 1, table 1 (2 rows, 2 columns)",
      "┌────────────────┐",
      "│ Costs          │",
      "├───────┬────────┤",
      "│ Paint │ -12.50 │",
      "└───────┴────────┘",
      "",
    ].join("\n"),
  );
});

it("says so where there are none", async () => {
  save("a.pdf", PAGES);
  expect(await run("a.pdf", "--pages", "2", "--text")).toEqual({
    code: 0,
    stdout: "No tables.\n",
    stderr: "ragtally: nothing is on it: page 2\n",
  });
  expect((await run("a.pdf", "--pages", "2", "--csv")).stdout).toBe("");
  expect((await run("a.pdf", "--pages", "2")).stdout).toBe('{"tables": []}\n');
});

it("tells of pages that are pictures without text", async () => {
  const image = `q 400 0 0 300 0 0 cm BI /W 20 /H 20 /BPC 8 /CS /G ID ${"x".repeat(400)} EI Q`;
  save("scan.pdf", buildPdf({ pages: [{ content: image }, { content: image }] }));
  const { code, stdout, stderr } = await run("scan.pdf");
  expect({ code, stdout }).toEqual({ code: 0, stdout: '{"tables": []}\n' });
  expect(stderr).toMatch(/pictures without text.*page 1-2/);
});

it.each(["0", "3-2", "1,,2", "1-2-3", ""])("ends with 2 for --pages %j", async (list) => {
  save("a.pdf", PAGES);
  const { code, stdout, stderr } = await run("a.pdf", `--pages=${list}`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("--pages");
});

it("ends with 2 for a page that the document does not have, and says how many it has", async () => {
  save("a.pdf", PAGES);
  const { code, stdout, stderr } = await run("a.pdf", "--pages", "2-9");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("there is no page 9; the PDF has 3 pages");
});

it("ends with 2 for a file that is not there and for two forms at once", async () => {
  save("a.pdf", PAGES);
  expect(await run("b.pdf")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("does not exist") });
  expect(await run("a.pdf", "--json", "--csv")).toMatchObject({ code: 2, stdout: "" });
});

it("ends with 3 for what is no PDF, wants a password or is broken, each by its code", async () => {
  save("note.txt", "1. Deliver the plan\n");
  save("broken.pdf", "%PDF-1.7\nnothing else");
  const locked = resolve("fixtures/pdf/needs-password.pdf");
  for (const [file, code] of [
    ["note.txt", "NOT_PDF"],
    ["broken.pdf", "CORRUPT"],
    [locked, "ENCRYPTED"],
  ] as const) {
    const ended = await run(file);
    expect(ended).toMatchObject({ code: 3, stdout: "", stderr: expect.stringContaining(`(${code})`) });
    expect(ended.stderr).toContain(file);
  }
});
