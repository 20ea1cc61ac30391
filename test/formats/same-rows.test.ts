/** Ten reports, each saved in every format that has tables, give the same rows. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/schema/dataset.js";
import { runCommand } from "../cli/run-command.js";
import { WRITERS } from "./report-writers.js";
import { TEN_REPORTS } from "./ten-reports.js";

const FORMATS = Object.keys(WRITERS);

let root: string;
let dataset: Dataset;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-same-rows-"));
  mkdirSync(join(root, "in"));
  for (const [at, report] of TEN_REPORTS.entries())
    for (const [format, write] of Object.entries(WRITERS))
      writeFileSync(join(root, "in", `${at}.${format}`), write(report));
  const { code, stderr } = await runCommand(
    ["ingest", "in", "--out", "out", "--format", "json", "--quiet", "--no-cache"],
    root,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  dataset = JSON.parse(readFileSync(join(root, "out", "dataset.json"), "utf8"));
}, 180_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function rowsOf(file: string) {
  return dataset.reports
    .filter(({ source_file }) => source_file === file)
    .flatMap(({ deliverables }) => deliverables)
    .map(({ number, organisations, title, rag, updates }) => [
      ...[number, organisations.join(" "), title, rag],
      updates.map(({ date }) => date).join(" "),
    ]);
}

/** Texts of updates, groups and further columns; formats break their lines in different places. */
function wordsOf(file: string) {
  return dataset.reports
    .filter(({ source_file }) => source_file === file)
    .flatMap(({ deliverables }) => deliverables)
    .map(({ group, updates, other_columns }) => [
      ...[group, ...updates.map(({ text }) => text.replace(/[\s|]+/g, " "))],
      ...other_columns.map(({ heading, text }) => `${heading}: ${text}`),
    ]);
}

describe.each(TEN_REPORTS.map(({ name, expected }, at) => ({ name, expected, at })))("$name", ({ expected, at }) => {
  it.each(FORMATS)("is read from %s as it was written", (format) => {
    expect(rowsOf(`${at}.${format}`)).toEqual(expected);
  });

  it.each(FORMATS)("has in %s the words and groups that the web page has", (format) => {
    expect(wordsOf(`${at}.${format}`)).toEqual(wordsOf(`${at}.html`));
  });
});

it("has every file's own format in the dataset, and nothing failed", () => {
  expect(dataset.files.filter(({ outcome }) => outcome !== "parsed")).toEqual([]);
  expect(dataset.files).toHaveLength(TEN_REPORTS.length * FORMATS.length);
});
