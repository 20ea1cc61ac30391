/** Where a table without rules begins and ends among the lines around it. */
import { describe, expect, it } from "vitest";
import type { Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

/** Texts by row, cells without text left out; a cell that spans columns shows how many. */
const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row && cell.text !== "")
      .map((cell) => (cell.columnSpan > 1 ? `${cell.text} (${cell.columnSpan})` : cell.text)),
  );
const at = (y: number, ...cells: readonly (readonly [number, string])[]): Word[] =>
  cells.flatMap(([x, text]) => line(x, y, text));
const figures = (y: number, label: string, ...values: readonly string[]): Word[] => [
  ...line(50, y, label),
  ...values.flatMap((value, column) => line(300 + column * 80 - value.length * 5, y, value)),
];
const YEARS = [
  ["District", "2021", "2022"],
  ["Brackley", "1,204", "1,310"],
  ["Otterby", "87", "91"],
  ["Stow", "455", "470"],
];
const years = (y: number) => YEARS.flatMap(([label = "", ...values], row) => figures(y + row * 14, label, ...values));

describe("totals in bold print under lines that the labels are not under", () => {
  it("are rows of the table, and the labels its first column", () => {
    const part = (y: number, name: string) => [
      ...figures(y, `${name} rents`, "1,204", "1,310", "900"),
      ...figures(y + 14, `${name} fees`, "87", "91", "15"),
      ...figures(y + 28, `${name} grants`, "455", "470", "220"),
      ...figures(y + 42, `${name} sales`, "12", "19", "7"),
      ...figures(y + 58, `Total of ${name}`, "1,758", "1,890", "1,142").map((word) => ({ ...word, bold: true })),
    ];
    const names = ["North", "South", "West"];
    const words = [
      ...figures(100, "Income", "2021", "2022", "2023"),
      ...names.flatMap((name, at) => part(116 + at * 74, name)),
    ];
    const lines = names.map((_, at) => across(116 + at * 74 + 55, 240, 465));
    const [table, ...others] = findTables(page(words, lines));
    expect(others).toEqual([]);
    expect(table?.rowCount).toBe(16);
    expect(texts(table).filter(([label = ""]) => label.startsWith("Total"))).toEqual(
      names.map((name) => [`Total of ${name}`, "1,758", "1,890", "1,142"]),
    );
  });
});

describe("a table without rules", () => {
  it("ends before its caption, with a numbered heading of the text below", () => {
    const words = [
      ...years(100),
      ...line(50, 160, "Table 3 Visits to the three districts in each of the years"),
      ...line(50, 174, "and what came of them"),
      ...at(196, [50, "4"], [75, "Posts and grades"]),
    ];
    expect(findTables(page(words)).map(texts)).toEqual([YEARS]);
  });

  it("ends before a title after which the columns are others", () => {
    const second = [
      at(184, [50, "Grade"], [140, "Posts"], [420, "Share"]),
      at(198, [50, "Clerk"], [140, "12"], [420, "40%"]),
      at(212, [50, "Guide"], [140, "15"], [420, "50%"]),
      at(226, [50, "Cook"], [140, "3"], [420, "10%"]),
    ].flat();
    const tables = findTables(
      page([...years(100), ...line(50, 170, "Posts by grade and their share of all"), ...second]),
    );
    expect(tables.map(texts)).toEqual([
      YEARS,
      [
        ["Grade", "Posts", "Share"],
        ["Clerk", "12", "40%"],
        ["Guide", "15", "50%"],
        ["Cook", "3", "10%"],
      ],
    ]);
  });

  it("begins with a heading over the columns after the first", () => {
    const tables = findTables(page([...line(270, 100, "Offences in year"), ...years(114)]));
    expect(tables.map((table) => texts(table).slice(0, 2))).toEqual([
      [["Offences in year (2)"], ["District", "2021", "2022"]],
    ]);
  });

  it("ends before a line in larger type", () => {
    const large = line(50, 160, "Next steps", { sizePt: 14 });
    const tables = findTables(page([...years(100), ...large, ...line(50, 176, "The board will meet in May.")]));
    expect(tables.map(texts)).toEqual([YEARS]);
  });

  it("keeps the second line of its last row's label", () => {
    const tables = findTables(page([...years(100), ...line(50, 153, "(part)")]));
    expect(tables.map((table) => texts(table).at(-1))).toEqual([["Stow\n(part)", "455", "470"]]);
  });

  it("leaves out a sentence below that is wider than its column", () => {
    const below = line(50, 153, "Figures are those of the register as it was at the end of each year.");
    const tables = findTables(page([...years(100), ...below]));
    expect(tables.map(texts)).toEqual([YEARS]);
  });

  it("ends at a wide gap", () => {
    const tables = findTables(page([...years(100), ...years(240)]));
    expect(tables.map(texts)).toEqual([YEARS, YEARS]);
  });
});
