/** PDFs through the built command: what becomes of good, locked, damaged and scanned ones. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Dataset } from "../../src/index.js";
import { onePage } from "../source/pdf/build-pdf.js";

const folder = mkdtempSync(join(tmpdir(), "ragtally-pdf-"));
const input = join(folder, "in");
let dataset: Dataset;

/** A page of lines, each at its own height, cells at their own places. */
const text = (lines: readonly (readonly [x: number, y: number, text: string])[]): string =>
  lines.map(([x, y, words]) => `BT /F1 9 Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET`).join("\n");
const rule = (y: number): string => `20 ${y} m 380 ${y} l S`;
const upright = (x: number): string => `${x} 100 m ${x} 190 l S`;
const REPORT = [
  text([
    [20, 270, "SAFER MELFORD DELIVERY PLAN \\(2022-23\\)"],
    [20, 255, "THEME 1 UPDATE - QRT 2 UPDATE \\(September 2022\\)"],
    [20, 225, "Green \\(G\\): 1/2 \\(50%\\)"],
    [20, 210, "Red \\(R\\): 1/2 \\(50%\\)"],
    [24, 178, "No"],
    [54, 178, "Organisation"],
    [124, 178, "Deliverable"],
    [344, 178, "RAG"],
    [24, 148, "1"],
    [54, 148, "FORCE"],
    [124, 148, "Light the river path"],
    [344, 148, "G"],
    [24, 118, "2"],
    [54, 118, "MC"],
    [124, 118, "Print the leaflet in Welsh"],
  ]),
  "1 0 0 rg 341 101 38 28 re f 0 g",
  ...[190, 160, 130, 100].map(rule),
  ...[20, 50, 120, 340, 380].map(upright),
].join("\n");
const PICTURE = `q 400 0 0 300 0 0 cm BI /W 20 /H 20 /BPC 8 /CS /G ID ${"x".repeat(400)} EI Q`;

beforeAll(() => {
  const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(input, name), bytes);
  spawnSync("mkdir", [input]);
  const good = onePage(REPORT);
  write("report.dat", good);
  write("cut.pdf", good.slice(0, 300));
  write("scan.pdf", onePage(PICTURE));
  write("recognised.pdf", onePage(`${PICTURE} 3 Tr ${text([[20, 270, "5AFER MELF0RD DEL1VERY"]])}`));
  write("letter.pdf", onePage(text([[20, 270, "Dear Sir, thank you for your letter."]])));
  write("fake.pdf", "no PDF at all");
  for (const name of ["needs-password", "locked-for-editing"])
    copyFileSync(`fixtures/pdf/${name}.pdf`, join(input, `${name}.pdf`));
  const run = spawnSync(
    process.execPath,
    ["dist/cli/main.js", "ingest", input, "--out", join(folder, "out"), "--quiet", "--no-cache"],
    { encoding: "utf8" },
  );
  expect([run.status, run.stderr]).toEqual([0, ""]);
  dataset = JSON.parse(readFileSync(join(folder, "out/dataset.json"), "utf8")) as Dataset;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileNamed = (name: string) => dataset.files.find((file) => file.source_file === name);

it("tells a PDF by its content, and reads its rows with page and place", () => {
  const [report] = dataset.reports;
  expect(report).toMatchObject({ source_file: "report.dat", source_format: "pdf", page_first: 1, quarter: 2 });
  expect(
    report?.deliverables.map((row) => [row.number, row.organisations, row.title, row.rag, row.rag_source]),
  ).toEqual([
    ["1", ["FORCE"], "Light the river path", "green", "letter"],
    ["2", ["MC"], "Print the leaflet in Welsh", "red", "colour"],
  ]);
  const [x0, top, x1, bottom] = report?.deliverables[0]?.bbox ?? [];
  expect([x0, top, x1, bottom].map((side) => Math.round(side ?? -1))).toEqual([20, 140, 380, 170]);
  expect(report?.stated_counts.map((stated) => stated.verdict)).toEqual(["confirmed", "confirmed"]);
});

it.each([
  ["needs-password.pdf", "failed", "ENCRYPTED", /password/],
  ["cut.pdf", "failed", "CORRUPT", /./],
  ["scan.pdf", "needs-ocr", null, /page 1$/],
  ["recognised.pdf", "needs-ocr", null, /recognised text gives no report: page 1$/],
  ["letter.pdf", "no-report", null, /no report/],
  ["locked-for-editing.pdf", "no-report", null, /no report/],
  ["fake.pdf", "no-report", null, /no report/],
])("%s ends as %s", (name, outcome, error_code, message) => {
  expect(fileNamed(name)).toMatchObject({ outcome, error_code });
  expect(fileNamed(name)?.message).toMatch(message);
});
