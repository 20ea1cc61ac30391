/** Page numbers below the rows of pages whose columns are printed one after another. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEADER = ["HARBOUR RECOVERY PLAN (2022-23)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)", ""];

/** A page with two rows, each label on a line of its own, and its number, if it is printed. */
const page = (first: number, titles: readonly [string, string], foot?: string): string[] => [
  ...["No.", "Action", `${first}`, titles[0], `${first + 1}`, titles[1], ...(foot === undefined ? [] : [foot])],
  ...["Update", "September 2022: Begun.", "September 2022: Well under way.", "Status", "Green", "Amber"],
];

const FIRST = page(1, ["Dredge the basin", "Paint the office"], "3");
const SECOND = page(3, ["Replace the rings", "Light the pier"], "4");
const read = (...lines: string[]) => {
  const report = reportOf(...HEADER, ...lines);
  return {
    rows: report?.deliverables.map(({ number, title, rag, updates }) => [number, title, rag, updates.length]),
    furniture: report?.residue.filter(({ reason }) => reason === "furniture").map(({ text }) => text),
  };
};
const FOUR = [
  ["1", "Dredge the basin", "green", 1],
  ["2", "Paint the office", "amber", 1],
  ["3", "Replace the rings", "green", 1],
  ["4", "Light the pier", "amber", 1],
];

it("are no rows, and are set aside once", () => {
  const { rows, furniture } = read(...FIRST, ...SECOND);
  expect(rows).toEqual(FOUR);
  expect(furniture?.filter((text) => /^\d+$/.test(text))).toEqual(["3", "4"]);
});

it("are not the labels of rows, on a page without a number whose first label is the number that it would have", () => {
  const { rows } = read(...FIRST, ...SECOND, ...page(5, ["Mend the crane", "Survey the quay"]));
  expect(rows).toEqual([...FOUR, ["5", "Mend the crane", "green", 1], ["6", "Survey the quay", "amber", 1]]);
});
