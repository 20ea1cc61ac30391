/** Tables drawn with plus signs, hyphens and bars: their rows, with wrapped cells put together. */
import { expect, it } from "vitest";
import { BUILTIN_PROFILE } from "../../src/index.js";
import { blocksOfText } from "../../src/layout/text-blocks.js";
import { reportOf } from "../parse/read-text.js";

const RULE = "+----+-----------------+-------+-----------+----------+";
const HEAD = "| No | Action          | Lead  | Status    | Comments |";
const cellsOf = (...lines: string[]) =>
  blocksOfText(lines.join("\n"), BUILTIN_PROFILE).map((block) =>
    block.kind === "line" ? block.text : block.cells.map(({ text }) => text).join(";"),
  );

it("reads a row between two rules, its wrapped cells put together", () => {
  const report = reportOf(
    ...["Pond plan of the parish", "", RULE, HEAD, RULE],
    ...[
      "| 1  | Dig out the     | Works | Complete  | Ducks    |",
      "|    | village pond    |       |           | came.    |",
      RULE,
    ],
    ...["| 2  | Mend the fence  | Works | At risk   | No wood. |", RULE],
  );
  expect(report?.deliverables.map(({ number, title, rag, updates }) => [number, title, rag, updates[0]?.text])).toEqual(
    [
      ["1", "Dig out the village pond", "blue", "Ducks came."],
      ["2", "Mend the fence", "amber", "No wood."],
    ],
  );
  expect(report?.deliverables[0]).toMatchObject({ line_first: 6, line_last: 7 });
});

it("reads a row a line where only the headings and the ends have rules", () => {
  const rows = [
    "| 1  | Dig out a pond  | Works | Complete  | Ducks.   |",
    "| 2  | Mend the fence  | Works | At risk   | No wood. |",
  ];
  expect(cellsOf(RULE, HEAD, RULE, ...rows, RULE)).toEqual([
    "No;Action;Lead;Status;Comments",
    "1;Dig out a pond;Works;Complete;Ducks.",
    "2;Mend the fence;Works;At risk;No wood.",
  ]);
});

it("leaves lines whose bars do not agree with the headings as they are", () => {
  const lines = [RULE, HEAD, RULE, "| 1 | Dig |", RULE];
  expect(cellsOf(...lines)[0]).toBe(RULE);
});

it("reads a row a line between rules that separate groups of rows, each line beginning with a label", () => {
  const rows = (...numbers: number[]) =>
    numbers.map((number) => `| ${number}  | Dig out a pond  | Works | Complete  | Ducks.   |`);
  expect(cellsOf(RULE, HEAD, RULE, ...rows(1, 2), RULE, ...rows(3, 4), RULE).map((row) => row[0])).toEqual([
    ..."N1234",
  ]);
});

it("reads one row between two rules where its first cell has several lines", () => {
  const row = [
    "| Re | Dig out the     | Works | Complete  | Ducks    |",
    "| 1  | village pond    |       |           | came.    |",
  ];
  expect(cellsOf(RULE, HEAD, RULE, ...row, RULE, ...row, RULE)[1]).toBe(
    "Re 1;Dig out the village pond;Works;Complete;Ducks came.",
  );
});
