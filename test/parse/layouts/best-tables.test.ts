import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE } from "../../../src/index.js";
import type { Block, RowBlock } from "../../../src/model/block.js";
import { withTables } from "../../../src/parse/layouts/best-tables.js";
import type { Layout } from "../../../src/parse/layouts/layout.js";

const place = (line: number) => ({ page: null, lineFirst: line, lineLast: line, bbox: null });

const lines = [
  "No.",
  "Action",
  "Status",
  "1",
  "Repair the bridge",
  "Green",
  "2",
  "Paint the hall",
  "Red",
  "Thank you",
].map(
  (text, at): Block => ({ kind: "line", text, indent: 0, gapBefore: false, pageStart: at === 0, place: place(at + 1) }),
);

const row = (...texts: string[]): RowBlock => ({
  kind: "row",
  cells: texts.map((text) => ({ text })),
  borders: "spaced",
  gapBefore: false,
  pageStart: false,
  place: place(1),
});

const HEADINGS: RowBlock = { ...row("No.", "Action", "Status"), isHeading: true };

const reads = (name: string, from: number, to: number, ...rows: RowBlock[]): Layout => ({
  name,
  tables: () => [{ from, to, blocks: [HEADINGS, ...rows] }],
});

const good = reads("good", 0, 9, row("1", "Repair the bridge", "Green"), row("2", "Paint the hall", "Red"));

const cellsOf = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === "row" ? block.cells.map(({ text }) => text).join("|") : block.text));

describe("tables of competing layouts", () => {
  it("takes the reading whose cells hold what their columns promise, whatever the order of the layouts", () => {
    const shifted = reads("shifted", 0, 9, row("1", "Repair the", "bridge Green"), row("2", "Paint the", "hall Red"));
    const expected = ["No.|Action|Status", "1|Repair the bridge|Green", "2|Paint the hall|Red", "Thank you"];
    expect(cellsOf(withTables(lines, BUILTIN_PROFILE, [shifted, good]))).toEqual(expected);
    expect(cellsOf(withTables(lines, BUILTIN_PROFILE, [good, shifted]))).toEqual(expected);
  });

  it("keeps readings of different parts beside each other, and the lines between them", () => {
    const first = reads("first", 3, 5, row("1", "Repair the bridge", "Green"));
    const second = reads("second", 6, 9, row("2", "Paint the hall", "Red"));
    expect(cellsOf(withTables(lines, BUILTIN_PROFILE, [second, first]))).toEqual([
      ...["No.", "Action", "Status"],
      ...["No.|Action|Status", "1|Repair the bridge|Green", "Green"],
      ...["No.|Action|Status", "2|Paint the hall|Red", "Thank you"],
    ]);
  });

  it("doubts the rows that another reading as good reads differently, and no others", () => {
    const other = reads("other", 0, 9, row("1", "Repair the bridge", "Green"), row("2", "Paint the hall Red", "Red"));
    const rows = withTables(lines, BUILTIN_PROFILE, [good, other]).filter((block) => block.kind === "row");
    expect(rows.map(({ isDoubtful }) => isDoubtful === true)).toEqual([false, false, true]);
  });

  it("leaves blocks in which no layout sees a table as they are", () => {
    expect(withTables(lines.slice(9), BUILTIN_PROFILE)).toEqual(lines.slice(9));
  });
});
