import { describe, expect, it } from "vitest";
import type { Fill, Page, Table, Word } from "../../src/model/page.js";
import { findTables, findTablesOfPages } from "../../src/table/find-tables.js";
import { across, line, page } from "./made-page.js";

const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row && cell.text !== "").map((cell) => cell.text),
  );
const fill = (x0: number, y0: number, x1: number, y1: number): Fill => ({ bbox: [x0, y0, x1, y1], colour: "#dde6f0" });
const row = (y: number, ...cells: readonly string[]): Word[] =>
  cells.flatMap((cell, at) => line([50, 90, 300, 450][at] ?? 0, y, cell));
const text = (y: number): Word[] =>
  line(50, y, "The council has met twice about this and will meet again in the spring of the next year");

describe("a row with text below it at the top of a page", () => {
  const first = [100, 140, 180].flatMap((y, at) => [
    ...row(y, String(at + 1), "Mend the bridge", "TPC", "Red"),
    ...text(y + 14),
  ]);
  const second = [...row(60, "4", "Light the path", "TPC", "Green"), ...text(74)];

  it("continues the table of the page before", () => {
    const [, tables] = findTablesOfPages([page(first), { ...page(second), number: 2 }]);
    expect(texts(tables?.[0])[0]).toEqual(["4", "Light the path", "TPC", "Green"]);
    expect(tables?.[0]?.cells.at(-1)?.text).toContain("The council");
  });

  it("is no table where no page before has one like it", () => {
    expect(findTables(page(second))).toEqual([]);
  });
});

describe("grounds of colour", () => {
  it("below headings make one table with the text in its columns", () => {
    const words = [
      ...row(103, "No", "Action", "Lead", "Status"),
      ...[120, 140, 160, 180].flatMap((y, at) => row(y, String(at + 1), "Mend the bridge", "TPC", "Red")),
    ];
    const head = [45, 85, 295, 445].map((x, at, all) => fill(x, 100, all[at + 1] ?? 520, 116));
    const tables = findTables(page(words, [], head));
    expect(tables).toHaveLength(1);
    expect(texts(tables[0])).toHaveLength(5);
  });

  it("under every other row with text below it are stripes of one table", () => {
    const ys = [100, 140, 180];
    const words = ys.flatMap((y, at) => [
      ...row(y + 3, String(at + 1), "Mend the bridge", "TPC", "Red"),
      ...text(y + 23),
    ]);
    const fills = [100, 180].flatMap((y) => [
      ...[45, 85, 295, 445].map((x, at, all) => fill(x, y, all[at + 1] ?? 520, y + 20)),
      fill(45, y + 20, 520, y + 40),
    ]);
    const tables = findTables(page(words, [], fills));
    const numbers = tables.flatMap((table) => texts(table).map((cells) => cells[0]));
    expect(numbers.filter((first) => /^\d$/.test(first ?? ""))).toEqual(["1", "2", "3"]);
  });
});

describe("tables beside each other", () => {
  const side = (x: number, ys: readonly number[]): Word[] =>
    ys.flatMap((y) => [...line(x, y + 4, "Roads"), ...line(x + 90, y + 4, "120"), ...line(x + 140, y + 4, "95")]);
  const rules = (x: number, ys: readonly number[]) => ys.map((y) => across(y, x - 5, x + 165));
  const [left, right] = [
    [100, 120, 140, 160, 180],
    [100, 129, 158, 187, 216],
  ];

  it("keep their own rows, and each word is in one cell", () => {
    const made: Page = page(
      [...side(55, left.slice(0, -1)), ...side(245, right.slice(0, -1))],
      [...rules(55, left), ...rules(245, right)],
    );
    const tables = findTables(made);
    expect(tables.map((table) => [table.rowCount, table.columnCount])).toEqual([
      [4, 3],
      [4, 3],
    ]);
    const words = tables.flatMap((table) => table.cells.flatMap((cell) => cell.words));
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("text that is stretched to its column's width", () => {
  it("is no table, however wide its spaces", () => {
    const words = [100, 112, 124, 136, 148, 160].flatMap((y) =>
      ["police", "budget", "harbour", "steel", "survey"].flatMap((word, at) =>
        line(50 + at * 45, y, word.padEnd(6, "s").slice(0, 6)),
      ),
    );
    expect(findTables(page(words))).toEqual([]);
  });
});

it("keeps the thousands of a figure with its hundreds", () => {
  const rows = ["1 234", "2 345", "3 456", "4 567", "5 678", "6 789", "7 890"];
  const words = rows.flatMap((figure, at) => [
    ...line(50, 100 + 14 * at, "Roads and paths"),
    ...line(300, 100 + 14 * at, figure),
    ...line(400, 100 + 14 * at, String(100 + at)),
  ]);
  const [table] = findTables(page(words));
  expect(table?.columnCount).toBe(3);
  expect(texts(table)[0]).toEqual(["Roads and paths", "1 234", "100"]);
});

it("puts headings of two bold lines over the columns they head", () => {
  const bold = { bold: true };
  const words = [
    ...line(50, 100, "Action", bold),
    ...line(90, 100, "What we", bold),
    ...line(300, 100, "Lead", bold),
    ...line(50, 112, "No.", bold),
    ...line(90, 112, "will do", bold),
    ...line(300, 112, "agency", bold),
    ...[130, 144, 158].flatMap((y, at) => row(y, String(at + 1), "Mend the bridge", "TPC")),
  ];
  expect(texts(findTables(page(words))[0])[0]).toEqual(["Action\nNo.", "What we\nwill do", "Lead\nagency"]);
});
