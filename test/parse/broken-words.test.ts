/** Words that a PDF's narrow cells break at hyphens: rows and updates have them whole, and say what was printed. */
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/block.js";
import { parseReports } from "../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const place = { page: 1, lineFirst: null, lineLast: null, bbox: null };
const line = (text: string): Block => ({ kind: "line", text, indent: 0, gapBefore: false, pageStart: false, place });
const row = (...cells: string[]): Block => ({
  kind: "row",
  cells: cells.map((text) => ({ text })),
  borders: "sure",
  gapBefore: false,
  pageStart: false,
  place,
});
const rowOf = (title: string, update: string) =>
  parseReports(
    [
      line("STOWE WATER DELIVERY PLAN (2031-32)"),
      line("THEME 1 UPDATE - QRT 2 UPDATE (September 2031)"),
      row("No", "Organisation", "Deliverable", "Update", "RAG"),
      row("1", "PARKS", title, update, "G"),
      row("2", "PARKS", "Drain the moorland", "13.09.31: It is dry.", "G"),
    ],
    BUILTIN_PROFILE,
  )[0];

describe("a word broken at a line's end", () => {
  it("is whole in the title, with the printed text in its repairs and nothing left over", () => {
    const report = rowOf("Walk the moor-\nland and con-\nsult", "12.09.31: Done.");
    expect(report?.rows[0]?.title).toBe("Walk the moorland and con-sult");
    expect(report?.rows[0]?.repairs).toEqual([
      { field: "title", raw: "moor-\nland", value: "moorland" },
      { field: "title", raw: "con-\nsult", value: "con-sult" },
    ]);
    expect(report?.residue.filter(({ reason }) => reason === "unassigned")).toEqual([]);
  });

  it("is whole in an update", () => {
    const update = rowOf("Walk", "12.09.31: The consul-\ntation on the moor-\nland is under way.")?.rows[0]?.updates[0];
    expect(update?.text).toBe("The consultation on the moorland is under way.");
    expect(update?.repairs.map(({ value }) => value)).toEqual(["consultation", "moorland"]);
  });

  it("is no broken word where the hyphen is its own", () => {
    const first = rowOf("Open a night-\ntime refuge", "12.09.31: A follow-\nup is due.")?.rows[0];
    expect(first?.title).toBe("Open a night-time refuge");
    expect(first?.updates[0]?.text).toBe("A follow-up is due.");
    expect([...(first?.repairs ?? []), ...(first?.updates[0]?.repairs ?? [])]).toEqual([]);
  });
});
