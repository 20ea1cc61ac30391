import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cyclesOf, FILES, folderOf, IMPORTS, type Import, referencesIn } from "./import-graph.js";

/** What each stage may import besides itself; a folder that is not listed fails the second test. */
const FOUNDATIONS = ["model", "language", "geometry", "schema"];
const STAGES = [
  "source",
  "layout",
  "table",
  "parse",
  "normalise",
  "audit",
  "track",
  "export",
  "draw",
  "chart",
  "audit-page",
  "recognise",
  "review",
];
/** The files that name the stages in order: one for text and the run, one for each guarded piece of work on a PDF. */
const PIPELINE = /^pipeline\//;
/** What the package offers, and what the command line and the documentation's generator use besides. */
const ENTRIES = ["index.ts", "internal.ts"];

const textOf = ({ from, to }: Import): string => `${from} imports ${to}`;
/** Imports that cross from one folder into another, the entries' own left out. */
const crossing = IMPORTS.filter(
  ({ from, to, local }) => local && folderOf(to) !== folderOf(from) && !ENTRIES.includes(from),
);

describe("the import graph", () => {
  it("is read: it finds the pipeline's imports of its stages", () => {
    const targets = IMPORTS.filter(({ from }) => PIPELINE.test(from)).map(({ to }) => to);
    expect(targets).toEqual(
      expect.arrayContaining(["parse/parse-reports.ts", "layout/text-blocks.ts", "source/text.ts"]),
    );
  });

  it.each([
    ['import { a } from "./a.js";', "./a.js"],
    ['import type { A } from "./a.js";', "./a.js"],
    ['import {\n  type A,\n  b,\n} from "./a.js";', "./a.js"],
    ['export type { A } from "./a.js";', "./a.js"],
    ['export * from "./a.js";', "./a.js"],
    ['import "./a.js";', "./a.js"],
    ['const a = await import("./a.js");', "./a.js"],
    ['export type A = import("./a.js").A;', "./a.js"],
    ['const WORKER = new URL("./a.js", import.meta.url).href;', "./a.js"],
    ['const WORKER = new URL(\n  "./a.js",\n  import.meta.url,\n);', "./a.js"],
    ['import { z } from "zod";', "zod"],
  ])("has an edge for %s", (text, to) => {
    expect(referencesIn(`/** In: a line. */\n${text}\n`)).toEqual([to]);
  });

  it("has no folder but the foundations, the stages and the faces, and all of these", () => {
    const known = [...FOUNDATIONS, ...STAGES, "pipeline", "cli", ...ENTRIES];
    expect([...new Set(FILES.map(folderOf))].sort()).toEqual(known.sort());
  });

  it("refers to modules that exist", () => {
    const missing = IMPORTS.filter(({ to, local }) => local && !FILES.includes(to) && !to.startsWith("../"));
    expect(missing.map(textOf)).toEqual([]);
  });

  it("lets a stage import the foundations and itself, and no other stage", () => {
    const wrong = crossing.filter(({ from, to }) => {
      return STAGES.includes(folderOf(from)) && !FOUNDATIONS.includes(folderOf(to));
    });
    expect(wrong.map(textOf)).toEqual([]);
  });

  it("lets the foundations import each other only", () => {
    const wrong = crossing.filter(({ from, to }) => {
      return FOUNDATIONS.includes(folderOf(from)) && !FOUNDATIONS.includes(folderOf(to));
    });
    expect(wrong.map(textOf)).toEqual([]);
  });

  it("lets the command line import the entries and itself alone, and nothing else import an entry", () => {
    const wrong = crossing.filter(({ from, to }) => (folderOf(from) === "cli") !== ENTRIES.includes(to));
    expect(wrong.map(textOf)).toEqual([]);
  });

  it.each(ENTRIES)("lets %s only pass on what others define", (entry) => {
    const text = readFileSync(`src/${entry}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    const statements = text.split(";").filter((statement) => statement.trim() !== "");
    expect(statements.filter((statement) => !/^\s*export\s[^=]*\bfrom\s*"\.\/[^"]+"$/.test(statement))).toEqual([]);
  });

  it("composes stages in the pipeline alone", () => {
    const composers = new Set(crossing.filter(({ to }) => STAGES.includes(folderOf(to))).map(({ from }) => from));
    expect([...composers].filter((file) => !PIPELINE.test(file))).toEqual([]);
    expect([...composers]).toContain("pipeline/worker/normalised-file.ts");
  });

  it("does input and output in source, export and the command line alone", () => {
    const io = /^(?:node:)?(?:fs|fs\/promises|child_process|http|https|net|worker_threads)$/;
    const wrong = IMPORTS.filter(
      ({ from, to }) => io.test(to) && !["source", "export", "cli"].includes(folderOf(from)),
    );
    expect(wrong.map(textOf)).toEqual([]);
  });

  it("imports natural by its parts, never by its root", () => {
    const natural = IMPORTS.filter(({ to }) => to === "natural" || to.startsWith("natural/"));
    expect(natural.length).toBeGreaterThan(0);
    expect(natural.filter(({ to }) => !to.startsWith("natural/lib/natural/")).map(textOf)).toEqual([]);
  });

  // Lint finds most cycles at the line that closes them; it does not follow workers' modules and import types.
  it("has no cycle, through types and workers neither", () => {
    const edge = (from: string, to: string): Import => ({ from, to, local: true });
    expect(cyclesOf([edge("a.ts", "b.ts"), edge("b.ts", "c.ts"), edge("c.ts", "b.ts")])).toEqual([
      "b.ts > c.ts > b.ts",
    ]);
    expect(cyclesOf(IMPORTS)).toEqual([]);
  });
});
