/** Tables in a drawn frame whose columns are parted by white space alone. */
import { describe, expect, it } from "vitest";
import { reportOf, rowsOf } from "../parse/read-text.js";
import { blocksOf } from "./blocks.js";

const FRAMED = [
  "┌───────────────────────────────────────────────┐",
  "│No   Action          Owner   RAG     Comment   │",
  "├───────────────────────────────────────────────┤",
  "│1    Mend the        PRK     GREEN   Slates    │",
  "│     school roof                     came.     │",
  "├───────────────────────────────────────────────┤",
  "│2    Dig a well      WTR     RED     No water. │",
  "└───────────────────────────────────────────────┘",
];

describe("a table in a frame", () => {
  it("has a row between two rules, its columns where the headings begin", () => {
    const report = reportOf("OPERATIONAL PLAN 2023-24", "", ...FRAMED);
    expect(rowsOf(report)).toEqual([
      ["1", "PRK", "Mend the school roof", "green"],
      ["2", "WTR", "Dig a well", "red"],
    ]);
    expect(report?.deliverables[0]?.updates.map(({ text }) => text)).toEqual(["Slates came."]);
  });

  it("is none where a word crosses the start of a column", () => {
    const crossed = FRAMED.map((line) => line.replace("Dig a well      WTR", "Dig a well by the pier"));
    expect(blocksOf(crossed.join("\n")).filter((block) => block.kind === "row" && block.borders === "sure")).toEqual(
      [],
    );
  });
});

describe("a frame with rules around the headings and the body alone", () => {
  const body = FRAMED.filter((_, at) => at !== 5);

  it("has a row for each line whose first cell is filled", () => {
    expect(rowsOf(reportOf("OPERATIONAL PLAN 2023-24", "", ...body))).toEqual([
      ["1", "PRK", "Mend the school roof", "green"],
      ["2", "WTR", "Dig a well", "red"],
    ]);
  });

  it("has a row a line between rules that separate groups of rows", () => {
    const groups = body.toSpliced(-1, 0, FRAMED[2] ?? "", "│3    Sow a lawn      WTR     RED     No seed.  │");
    const more = groups.toSpliced(6, 0, "│4    Cut a hedge     WTR     RED               │");
    expect(rowsOf(reportOf("OPERATIONAL PLAN 2023-24", "", ...more))?.map((row) => row[0])).toEqual([
      "1",
      "2",
      "4",
      "3",
    ]);
  });

  it("has one row of headings, though these have two lines", () => {
    const heading = FRAMED[1]?.replace("No ", "Row").replace("Comment", "Remark ") ?? "";
    const second = `│no${" ".repeat(heading.length - 4)}│`;
    const report = reportOf("OPERATIONAL PLAN 2023-24", "", ...body.toSpliced(1, 1, heading, second));
    expect(rowsOf(report)?.map((row) => row[0])).toEqual(["1", "2"]);
  });

  it("keeps lines between its columns out of the cells", () => {
    const divided = body.map((line) =>
      line.startsWith("│")
        ? [...line].map((sign, at) => (at === 4 || at === 20 || at === 28 ? "│" : sign)).join("")
        : line,
    );
    expect(rowsOf(reportOf("OPERATIONAL PLAN 2023-24", "", ...divided))?.map((row) => row[2])).toEqual([
      "Mend the school roof",
      "Dig a well",
    ]);
  });
});
