/** Headings of single columns below headings over several, and what is drawn between and below them. */
import { describe, expect, it } from "vitest";
import type { Ruling, Table, Word } from "../../src/model/page.js";
import { stackHeadings } from "../../src/table/aligned/stacked-headings.js";
import { findTables } from "../../src/table/find-tables.js";
import type { Grid, GridCell } from "../../src/table/grid.js";
import { across, line, page } from "./made-page.js";

/** Each text with the columns and rows that it covers. */
const placesIn = ({ cells }: Grid): string[] =>
  cells.map(
    ({ row, column, rowSpan, columnSpan, words }) =>
      `${words.map(({ text }) => text).join(" ")}: ${row} ${column} ${rowSpan} ${columnSpan}`,
  );
const cell = (row: number, column: number, columnSpan: number, words: readonly Word[]): GridCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan,
  words,
});
const xs = [50, 150, 220, 290];
const figures = (row: number, y: number): GridCell[] => [
  cell(row, 0, 1, line(50, y, "Brackley")),
  cell(row, 1, 1, line(170, y, "1204")),
  cell(row, 2, 1, line(240, y, "1310")),
];

describe("a heading in the middle of two rows of headings", () => {
  it("covers both where they were read as one row", () => {
    const over = [...line(190, 102, "Persons"), ...line(170, 116, "Men"), ...line(240, 116, "All")];
    const cells = [cell(0, 0, 1, line(50, 109, "District")), cell(0, 1, 2, over), ...figures(1, 136)];
    expect(placesIn(stackHeadings({ xs, ys: [100, 130, 150], cells }))).toEqual([
      "District: 0 0 2 1",
      "Persons: 0 1 1 2",
      "Men: 1 1 1 1",
      "All: 1 2 1 1",
      "Brackley: 2 0 1 1",
      "1204: 2 1 1 1",
      "1310: 2 2 1 1",
    ]);
  });

  it("covers both where it was read as a row between", () => {
    const cells = [
      cell(0, 1, 2, line(190, 102, "Persons")),
      cell(1, 0, 1, line(50, 109, "District")),
      cell(2, 1, 1, line(170, 116, "Men")),
      cell(2, 2, 1, line(240, 116, "All")),
      ...figures(3, 136),
    ];
    expect(placesIn(stackHeadings({ xs, ys: [100, 110, 116, 130, 150], cells })).slice(0, 5)).toEqual([
      "District: 0 0 2 1",
      "Persons: 0 1 1 2",
      "Men: 1 1 1 1",
      "All: 1 2 1 1",
      "Brackley: 2 0 1 1",
    ]);
  });

  it("ends above the first row of text below headings of all columns", () => {
    const wrapped = [...line(130, 122, "Brackley on the"), ...line(130, 136, "hill"), ...line(240, 136, "1310")];
    const heads = [cell(0, 0, 1, line(50, 102, "No")), cell(0, 1, 1, line(170, 102, "Men"))];
    const cells = [
      ...heads,
      cell(0, 2, 1, line(240, 102, "All")),
      cell(1, 0, 1, line(50, 122, "1")),
      cell(1, 1, 2, wrapped),
    ];
    const grid = { xs, ys: [100, 120, 150], cells };
    expect(stackHeadings(grid)).toBe(grid);
  });

  it("is a row of its own where no heading is over several columns", () => {
    const cells = [cell(0, 1, 1, line(170, 102, "Men")), cell(1, 0, 1, line(50, 109, "District")), ...figures(2, 136)];
    const grid = { xs, ys: [100, 110, 130, 150], cells };
    expect(stackHeadings(grid)).toBe(grid);
  });
});

const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? [])
      .filter((each) => each.row === row && each.text !== "")
      .map(({ text, columnSpan }) => (columnSpan > 1 ? `${text} (${columnSpan})` : text)),
  );
const right = (x: number, y: number, text: string): Word[] => line(x - text.length * 5, y, text);
const ENDS = [
  [200, 260],
  [330, 390],
  [460, 520],
].flat();
const row = (y: number, label: string, values: readonly string[]): Word[] => [
  ...line(50, y, label),
  ...values.flatMap((value, at) => right(ENDS[at] ?? 0, y, value)),
];
/** Wide figures below narrow headings: those over two columns reach over one of them and half of the next. */
const values = (seed: number): string[] => ENDS.map((_, at) => `${seed + at}.27 ± 0.${seed}`.slice(0, 9));
const ROWS = ["Brackley", "Otterby", "Stow", "Melford"].map((label, at) => [label, ...values(11 + 7 * at)]);
const pageOf = (more: readonly Word[] = []): string[][][] => {
  const over = [...line(185, 102, "Counted"), ...line(310, 102, "Weighed"), ...line(440, 102, "Estimated")];
  const words = [
    ...over,
    ...row(116, "District", ["Men", "All", "Men", "All", "Men", "All"]),
    ...ROWS.flatMap(([label = "", ...figures], at) => row(136 + 12 * at, label, figures)),
    ...more,
  ];
  const short: Ruling[] = [
    [150, 262],
    [280, 392],
    [410, 522],
  ].map(([from = 0, to = 0]) => across(114, from, to));
  return findTables(page(words, [...[98, 130, 186].map((y) => across(y, 45, 522)), ...short])).map(texts);
};
const WHOLE = [
  ["Counted (2)", "Weighed (2)", "Estimated (2)"],
  ["District", "Men", "All", "Men", "All", "Men", "All"],
  ...ROWS,
];

describe("a heading over two columns with a short rule below it", () => {
  it("is no column, though it is over half of each", () => {
    expect(pageOf()).toEqual([WHOLE]);
  });

  it("stays with its rows, and a caption and a title below the last rule do not", () => {
    const caption = line(50, 190, "Table 4: Persons counted in the four districts of the vale, and what they weigh");
    expect(pageOf([...caption, ...line(50, 216, "5"), ...line(80, 216, "Results")])).toEqual([WHOLE]);
  });
});
