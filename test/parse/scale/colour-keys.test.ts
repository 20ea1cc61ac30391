/** Keys that paint colours beside what they mean, above a table of rows, below it, and beside counts. */
import { describe, expect, it } from "vitest";
import type { Block, Cell } from "../../../src/model/block.js";
import { normaliseReport } from "../../../src/normalise/normalise.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const BASE = { pageStart: false, place: { page: 1, lineFirst: null, lineLast: null, bbox: null } } as const;
const line = (text: string, gapBefore = true): Block => ({ ...BASE, kind: "line", text, indent: 0, gapBefore });
const row = (cells: readonly (string | Cell)[], gapBefore = false): Block => ({
  ...BASE,
  kind: "row",
  cells: cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  borders: "sure",
  gapBefore,
});
const BLUE = { text: "", fill: "#0070c0" };
const GREEN = { text: "", fill: "#00b050" };
const AMBER = { text: "", fill: "#ffc000" };
const RED = { text: "", fill: "#ff0000" };

const HEADING = row(["Ref", "Action", "Lead", "RAG", "Progress"], true);
const entry = (number: number, status: string | Cell): Block =>
  row([String(number), `Mend the footbridge in ward ${number}`, "Parks Team", status, "Work on it goes on."]);
const reportOf = (...blocks: Block[]) => {
  const [printed] = parseReports([line("Riverside Action Plan 2031-2033"), ...blocks], BUILTIN_PROFILE);
  if (printed === undefined) throw new Error("no report was found");
  return normaliseReport(printed, { sourceFile: "a.pdf", sha256: "0", format: "pdf", index: 0 });
};

describe("a key of colours below a table", () => {
  const KEY = [
    row([BLUE, "Action complete"], true),
    row([GREEN, "Moving as planned"]),
    row([AMBER, "Slower than planned"]),
    row([RED, "At a standstill"]),
  ];

  it.each([
    ["a word announces", [line("Key"), ...KEY]],
    ["nothing announces", KEY],
    ["has headings", [row(["Colour", "Meaning"], true), ...KEY]],
  ])("which %s is no part of the last row", (_name, key) => {
    const report = reportOf(HEADING, entry(1, GREEN), entry(2, AMBER), ...key);
    expect(report.deliverables.map(({ rag, rag_raw, rag_source }) => [rag, rag_raw, rag_source])).toEqual([
      ["green", null, "colour"],
      ["amber", null, "colour"],
    ]);
    expect(report.deliverables[1]?.updates.map(({ text }) => text)).toEqual(["Work on it goes on."]);
    const apart = report.residue.filter(({ reason }) => reason === "key" || reason === "closing");
    expect(apart.map(({ text }) => text)).toContain("Action complete");
  });

  it("gives its words the status of their colour", () => {
    const report = reportOf(HEADING, entry(1, "Moving as planned"), entry(2, "At a standstill"), line("Key"), ...KEY);
    expect(report.deliverables.map(({ rag }) => rag)).toEqual(["green", "red"]);
    expect(report.scale.slice(0, 2).map(({ label, rag }) => [label, rag])).toEqual([
      ["Action complete", "blue"],
      ["Moving as planned", "green"],
    ]);
  });

  it("says what a colour means in this report", () => {
    const key = [row([BLUE, "Not started"], true), row([GREEN, "Complete"]), row([AMBER, "Slower than planned"])];
    const report = reportOf(HEADING, entry(1, BLUE), entry(2, AMBER), line("Key"), ...key);
    expect(report.deliverables.map(({ rag }) => rag)).toEqual(["white", "amber"]);
  });

  it("gives no word a colour that it paints twice", () => {
    const key = [row([GREEN, "Sure"], true), row([GREEN, "Likely"]), row([RED, "Lost"])];
    const report = reportOf(HEADING, entry(1, "Likely"), entry(2, "Lost"), line("Key"), ...key);
    expect(report.deliverables.map(({ rag }) => rag)).not.toContain("green");
  });
});

describe("counts beside painted colours", () => {
  it("are those of the colours, whatever the words are", () => {
    const counts = [
      row(["Colour", "Meaning", "Count"], true),
      row([GREEN, "Moving as planned", "1"]),
      row([AMBER, "Some slippage", "1"]),
      row([RED, "At a standstill", "0"]),
    ];
    const report = reportOf(...counts, HEADING, entry(1, GREEN), entry(2, AMBER));
    expect(report.stated_counts.map(({ rag, label, stated_count }) => [rag, label, stated_count])).toEqual([
      ["green", "Moving as planned", 1],
      ["amber", "Some slippage", 1],
      ["red", "At a standstill", 0],
    ]);
  });

  it("have the status that the key gives to a word", () => {
    const counts = [
      row(["Status", "Description", "Number"], true),
      row(["Complete", "Done in full (blue)", "1"]),
      row(["Ongoing", "As planned (green)", "1"]),
      row(["Delayed", "Later than planned (red)", "0"]),
    ];
    const report = reportOf(...counts, HEADING, entry(1, "Complete"), entry(2, "Ongoing"));
    expect(report.stated_counts.map(({ rag, stated_count }) => [rag, stated_count])).toEqual([
      ["blue", 1],
      ["green", 1],
      ["red", 0],
    ]);
  });
});

describe("a status whose colour says something else", () => {
  const painted = (text: string, fill: string): Cell => ({ text, fill });

  it("is kept as printed, with a reason to review it", () => {
    const report = reportOf(HEADING, entry(1, painted("Green", "#ff0000")), entry(2, painted("Amber", "#ffc000")));
    expect(report.deliverables.map(({ rag }) => rag)).toEqual(["green", "amber"]);
    expect(report.deliverables.map(({ review_reasons }) => review_reasons.includes("status-conflict"))).toEqual([
      true,
      false,
    ]);
  });

  it("does not come from a word on a line of its own", () => {
    const report = reportOf(HEADING, entry(1, GREEN), entry(2, AMBER), line("Complete", false));
    expect(report.deliverables[1]).toMatchObject({ rag: "amber", rag_raw: null });
  });

  it("differs from a half in the colour of one of its two neighbours", () => {
    const cells = [
      painted("Amber/Red", "#f4772e"),
      painted("Amber/Red", "#ff0000"),
      painted("Amber/Green", "#ffc000"),
      painted("Amber/Green", "#00b050"),
      painted("Amber/Green", "#ff0000"),
    ];
    const report = reportOf(HEADING, ...cells.map((cell, at) => entry(at + 1, cell)));
    const inConflict = report.deliverables.filter(({ review_reasons }) => review_reasons.includes("status-conflict"));
    expect(inConflict.map(({ number }) => number)).toEqual(["5"]);
  });
});
