/** Rows that a report says its totals leave out. */
import { describe, expect, it } from "vitest";
import { countRows } from "../../src/model/count-rows.js";
import { rowsLeftOut, textsAround } from "../../src/model/left-out.js";
import { rowsRead } from "../../src/model/rows-read.js";
import type { Rag } from "../../src/schema/statuses.js";

const row = (rag: Rag | null, rag_raw: string | null) => ({ rag, rag_raw, number: null, review_reasons: [] });
const ROWS = [row("green", "G"), row("green", "G"), row("amber", "A"), row(null, "Paused")];

it.each([
  "Totals leave out actions that are paused.",
  "Percentages exclude paused actions",
  "Paused actions are not counted in the totals.",
  "The figures below do not include one action (Paused).",
])("are named by %j", (sentence) => {
  expect([...rowsLeftOut(ROWS, [sentence]).rows]).toEqual([ROWS[3]]);
});

it.each([
  "One action is paused.",
  "Totals exclude actions of other plans.",
  "Figures exclude VAT. One action is paused.",
])("are not named by %j", (sentence) => {
  expect(rowsLeftOut(ROWS, [sentence]).rows.size).toBe(0);
});

describe("the verdicts beside them", () => {
  const verdictOf = (stated_count: number, stated_total: number, stated_percent: number, sentence: string) => {
    const one = { rag: "green", label: "Green", stated_raw: `${stated_percent}%`, stated_count, stated_total } as const;
    const stated = { ...one, stated_percent };
    return countRows(stated, [stated], rowsRead(ROWS, 0, rowsLeftOut(ROWS, [sentence]))).verdict;
  };

  it("are about the other rows", () => {
    expect(verdictOf(2, 3, 67, "Totals exclude paused actions.")).toBe("confirmed");
    expect(verdictOf(2, 4, 50, "Totals exclude paused actions.")).toBe("contradicted");
    expect(verdictOf(2, 3, 67, "One action is paused.")).toBe("contradicted");
  });

  it("are not said by the words of a row that a person removed", () => {
    const residue = ["removed", "head"].map((reason) => ({ text: `Totals exclude ${reason} actions.`, reason }));
    expect(textsAround([{ stated_raw: "2/3 (67%)" }], residue)).toEqual(["2/3 (67%)", "Totals exclude head actions."]);
  });

  it("are open where a row without any status may be one of them", () => {
    const rows = [...ROWS.slice(0, 3), row(null, null)];
    const stated = {
      rag: "green",
      label: "Green",
      stated_raw: "2/3 (67%)",
      stated_count: 2,
      stated_total: 3,
      stated_percent: 67,
    } as const;
    const read = rowsRead(rows, 0, rowsLeftOut(rows, ["Totals exclude paused actions."]));
    expect(countRows(stated, [stated], read)).toMatchObject({ total_verdict: "undetermined", verdict: "undetermined" });
  });
});
