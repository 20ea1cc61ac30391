/** Which of a file's unread pages are a report's, and what they leave open of its counts. */
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/block.js";
import { normalisedFile } from "../../src/pipeline/worker/normalised-file.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const place = (page: number) => ({
  page,
  lineFirst: null,
  lineLast: null,
  bbox: [50, 100, 500, 120] as [number, number, number, number],
});
const line = (text: string, page: number): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: true,
  pageStart: false,
  place: place(page),
});
const row = (text: string, page: number): Block => ({
  kind: "row",
  cells: text.split("|").map((cell) => ({ text: cell })),
  borders: "sure",
  gapBefore: false,
  pageStart: false,
  place: place(page),
});
const report = (page: number): Block[] => [
  line("STOWE WATER DELIVERY PLAN (2031-32)", page),
  line(`THEME ${page} UPDATE - QRT 2 UPDATE (September 2031)`, page),
  line("Green: 2/3 (67%)", page),
  row("No|Organisation|Deliverable|Update|RAG", page),
  row("1|PARKS|Plant a row of limes|12.09.31: Ten stand.|G", page),
  row("3|EA|Dredge the mill pond|13.09.31: It is clear.|A", page + 2),
];
const read = (blocks: readonly Block[], unreadPages: readonly number[]) =>
  normalisedFile(
    { ok: true, blocks, pageCount: 12, unreadPages, outcomeOf: () => ({ outcome: "parsed", message: null }) },
    { sourceFile: "a.pdf", sha256: "0".repeat(64), format: "pdf", bytes: 1 },
    BUILTIN_PROFILE,
  ).reports.map(({ report: { stated_counts, review_reasons }, facts }) => [
    facts.unreadPages,
    review_reasons.includes("pages-unread"),
    stated_counts.map(({ verdict }) => verdict).join(),
  ]);

describe("pages that could not be read", () => {
  it("are a report's between its pages and right behind them", () => {
    expect(read(report(1), [2, 4, 5, 7])).toEqual([[[2, 4, 5], true, "undetermined"]]);
  });

  it("are no report's before its first page, or after another page", () => {
    expect(read(report(2), [1, 6])).toEqual([[[], false, "contradicted"]]);
  });

  it("are of the report before, up to where the next one begins", () => {
    expect(read([...report(1), ...report(5)], [4])).toEqual([
      [[4], true, "undetermined"],
      [[], false, "contradicted"],
    ]);
  });
});
