/** Tables without rules that continue over a page's end without their headings. */
import { expect, it } from "vitest";
import type { Table, Word } from "../../src/model/page.js";
import { findTablesOfPages } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const STARTS = [50, 90, 180, 420];
const row = (y: number, ...cells: readonly string[]): Word[] =>
  cells.flatMap((cell, at) => line(STARTS[at] ?? 0, y, cell));
const update = (from: number, lines: number): Word[] =>
  Array.from({ length: lines }, (_, at) =>
    line(180, from + at * 12, "The work on this went on as it was planned"),
  ).flat();
const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, at) =>
    Array.from({ length: 4 }, (__, column) =>
      (table?.cells.find((cell) => cell.row === at && cell.column === column)?.text ?? "").replaceAll("\n", " "),
    ),
  );

/** Headings and rows, the last with an update to the page's end. */
const FIRST = [
  ...STARTS.flatMap((x, at) => line(x, 60, ["No", "Action", "Update", "Status"][at] ?? "", { bold: true })),
  ...row(80, "1", "Mend the wall", "It stands again now", "Green"),
  ...row(100, "2", "Light the path", "The first lamp came", "Amber"),
  ...update(112, 50),
];
const tablesOf = (second: readonly Word[]) => findTablesOfPages([page(FIRST), { ...page(second), number: 2 }])[1];

it("continue with the rest of an update, and with the rows below it", () => {
  const [table, ...others] = tablesOf([
    ...update(50, 3),
    ...row(106, "3", "Train the staff", "Eight are trained", "Red"),
    ...row(130, "4", "Open the gate", "It is open again", "Green"),
  ]) as Table[];
  expect(others).toEqual([]);
  const rows = texts(table);
  expect(rows.map((cells) => [cells[0], cells[1], cells[3]])).toEqual([
    ["", "", ""],
    ["3", "Train the staff", "Red"],
    ["4", "Open the gate", "Green"],
  ]);
  expect(rows[0]?.[2]).toMatch(/^The work on this/);
});

it("continue where only the update does", () => {
  expect(texts(tablesOf(update(50, 6))?.[0]).map((cells) => cells.map((cell) => cell !== ""))).toEqual([
    [false, false, true, false],
  ]);
});

it("continue over several pages", () => {
  const last = row(106, "3", "Train the staff", "Eight are trained", "Red");
  const pages = [FIRST, update(50, 60), [...update(50, 3), ...last]].map((words, at) => ({
    ...page(words),
    number: at + 1,
  }));
  expect(texts(findTablesOfPages(pages)[2]?.[0])[1]).toEqual(["3", "Train the staff", "Eight are trained", "Red"]);
});

it.each([
  [
    "running text over the full width",
    line(50, 50, "The board met in March and took note of all that has been said of the plan so far in it"),
  ],
  ["a short line at the left", line(50, 50, "Contact")],
  [
    "vertically centred rows, whose lines cannot be assigned",
    [
      ...update(50, 3),
      ...line(90, 112, "Train"),
      ...row(124, "3", "all the", "Eight are trained", "Red"),
      ...line(90, 136, "staff"),
    ],
  ],
])("do not continue with %s", (_, words) => {
  expect(tablesOf(words)).toEqual([]);
});

it("a ruled cell that alone continues on the next page is a row of the same columns", () => {
  const grid = (top: number, bottom: number) => [
    ...[top, bottom].map((y) => across(y, 50, 500)),
    ...[50, 90, 180, 420, 500].map((x) => down(x, top, bottom)),
  ];
  const first = page(row(705, "1", "Mend the wall", "It stands again now", "Green"), grid(700, 740));
  const second = { ...page(update(105, 2), grid(100, 140)), number: 2 };
  const other = { ...page(update(105, 2), grid(100, 140).slice(0, 4)), number: 2 };
  const found = (...pages: Parameters<typeof findTablesOfPages>[0][number][]) => findTablesOfPages(pages)[1];
  expect(found(first, second)?.map(texts)).toEqual([
    [["", "", Array(2).fill("The work on this went on as it was planned").join(" "), ""]],
  ]);
  expect(found(first, other)).toEqual([]);
});
