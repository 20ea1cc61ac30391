/** The end of a row that is alone on its page, below the headings of the table on the page before. */
import { expect, it } from "vitest";
import type { Table, Word } from "../../src/model/page.js";
import { findTablesOfPages } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

const STARTS = [50, 90, 180, 420];
const HEADINGS = ["No", "Action", "Status", "Update"];
const row = (y: number, ...cells: readonly string[]): Word[] =>
  cells.flatMap((cell, at) => line(STARTS[at] ?? 0, y, cell));
const HEADING_Y = 60;
const FIRST = page(
  [
    ...row(HEADING_Y, ...HEADINGS),
    ...row(80, "1", "Mend the wall", "Green", "It stands again now"),
    ...row(100, "2", "Light the path", "Amber", "The first lamp came"),
    ...row(120, "3", "Train the staff", "Red", "Nobody had time"),
  ],
  [58, 76, 96, 116, 136].map((y) => across(y, 50, 560)),
);
const textsOf = (words: readonly Word[]): string[] | undefined => {
  const found: readonly Table[] = findTablesOfPages([FIRST, { ...page(words), number: 2 }])[1] ?? [];
  return found[0]?.cells.filter(({ row: at, text }) => at === 1 && text !== "").map(({ text }) => text);
};
const REST = [...line(420, 64, "for it until the"), ...line(420, 76, "summer had come")];

it("is the row of a table with these headings", () => {
  expect(textsOf([...row(40, ...HEADINGS), ...REST])).toEqual(["for it until the\nsummer had come"]);
});

it("is so below furniture, and ends where a gap does", () => {
  const below = line(50, 120, "These are notes on the table above");
  expect(textsOf([...line(280, 20, "Page 2"), ...row(40, ...HEADINGS), ...REST, ...below])).toEqual([
    "for it until the\nsummer had come",
  ]);
});

it.each([
  ["the words above are other ones", [...row(40, "No", "Action", "Status", "Remark"), ...REST]],
  ["they stand elsewhere", [...HEADINGS.flatMap((text, at) => line(60 + 80 * at, 40, text)), ...REST]],
  ["the first column has words too", [...row(40, ...HEADINGS), ...REST, ...line(50, 64, "Notes")]],
])("is no row where %s", (_name, words) => {
  expect(textsOf(words)).toBeUndefined();
});
