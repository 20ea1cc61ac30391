/** Compares what corpus/README.md says about each sample report with the result of reading it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import type { ingest as Ingest, Report } from "../../src/index.js";

const readme = readFileSync("corpus/README.md", "utf8");
const reports = new Map<string, readonly Report[]>();

// The threads and child processes run what is built.
const built = pathToFileURL(join(process.cwd(), "dist/index.js")).href;
beforeAll(async () => {
  const { ingest } = (await import(built)) as { ingest: typeof Ingest };
  for await (const result of ingest(["corpus"])) reports.set(result.file.source_file, result.reports);
}, 120_000);

const NAMES = { blue: "complete", green: "green", amber: "amber", red: "red", white: "ns", unreadable: "?" } as const;

/** "10: green 6, amber 2, red 1, ns 1", colours without a row left out. */
function coloursOf(report: Report): string {
  const count = (rag: string): number => report.deliverables.filter((row) => (row.rag ?? "unreadable") === rag).length;
  const parts = Object.entries(NAMES).flatMap(([rag, name]) => (count(rag) === 0 ? [] : [`${name} ${count(rag)}`]));
  return `${report.deliverable_count}: ${parts.join(", ")}`;
}

const promised = [...readme.matchAll(/^\| (\S+\.(?:txt|md|html|pdf)) \|.*\| ([^|]+) \|$/gm)].map((row) => [
  row[1] ?? "",
  (row[2] ?? "").replace(/, \w+ 0\b/g, ""),
]);

it("describes every file once, except itself", () => {
  const read = [...reports.keys()].filter((name) => name !== "README.md").sort();
  expect(promised.map(([name]) => name).sort()).toEqual(read);
});

it.each(promised)("finds in %s the rows by colour that the README gives", (name, colours) => {
  const found = (reports.get(name ?? "") ?? []).map(coloursOf);
  expect(found.length === 0 ? "none" : found.join("; then ")).toBe(colours);
});

/** File, and the rules named after "Findings:" in the paragraph that begins with its name. */
const planted = readme
  .split("\n\n")
  .filter((paragraph) => paragraph.startsWith("**") && paragraph.includes("Findings:"))
  .flatMap((paragraph) => {
    const [before = "", after = ""] = paragraph.split("Findings:");
    const rules = [...after.matchAll(/`([a-z-]+)`/g)].map((rule) => rule[1] ?? "");
    return [...before.matchAll(/\*\*(\S+?)\*\*/g)].map((name) => ({ name: name[1] ?? "", rules }));
  });

/** A rule that the README mentions once, for all reports with an overall rating. */
const EVERYWHERE = "rating-without-basis";

it.each(planted)("finds the planted errors in $name, and no other errors or warnings", ({ name, rules }) => {
  const findings = (reports.get(name) ?? []).flatMap((report) => report.findings);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  const others = findings.filter(({ rule, severity }) => severity !== "info" && ![...rules, EVERYWHERE].includes(rule));
  expect(others.map(({ message }) => message)).toEqual([]);
});
