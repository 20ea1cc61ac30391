/** Column headings on a background colour, above rows that nothing is drawn around. */
import { describe, expect, it } from "vitest";
import type { Fill, Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const XS = [50, 90, 300, 450];
/** Texts by row, cells without text left out. */
const texts = (table: Table | undefined): string[][] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row && cell.text !== "").map((cell) => cell.text),
  );
const row = (y: number, ...cells: readonly string[]): Word[] => cells.flatMap((cell, at) => line(XS[at] ?? 0, y, cell));
const bandOf = (y: number, ...bounds: readonly number[]): Fill[] =>
  bounds.slice(1).map((x1, at) => ({ bbox: [bounds[at] ?? 0, y, x1, y + 16], colour: "#dde6f0" }));

const BODY = [
  ["1", "Mend the bridge", "TPC", "Red"],
  ["2", "Light the path", "TPC", "Green"],
  ["3", "Paint the gate", "MC", "Amber"],
];
const rowsFrom = (y: number) => BODY.flatMap((cells, at) => row(y + at * 20, ...cells));

describe("headings on a background colour", () => {
  it("are the first row of the table below", () => {
    const words = [...row(103, "No", "Action", "Lead", "Status"), ...rowsFrom(122)];
    const tables = findTables(page(words, [], bandOf(100, 45, 85, 295, 445, 520)));
    expect(tables.map(texts)).toEqual([[["No", "Action", "Lead", "Status"], ...BODY]]);
  });

  it("keep their columns where the rows below leave one empty", () => {
    const body = BODY.flatMap(([number = "", action = "", , status = ""], at) => [
      ...line(50, 122 + at * 20, number),
      ...line(90, 122 + at * 20, action),
      ...line(450, 122 + at * 20, status),
    ]);
    const words = [...row(103, "No", "Action", "Lead", "Status"), ...body];
    const [table, ...others] = findTables(page(words, [], bandOf(100, 45, 85, 295, 445, 520)));
    expect(others).toEqual([]);
    expect(table?.columnCount).toBe(4);
    expect(texts(table)[0]).toEqual(["No", "Action", "Lead", "Status"]);
    expect(texts(table)).toHaveLength(4);
  });

  it("are no part of rows far below", () => {
    const words = [...row(103, "No", "Action", "Lead", "Status"), ...rowsFrom(180)];
    const tables = findTables(page(words, [], bandOf(100, 45, 85, 295, 445, 520)));
    expect(tables.map(texts)).toEqual([[["No", "Action", "Lead", "Status"]]]);
  });
});

describe("a band in a ruled table", () => {
  const RULED_XS = [45, 85, 295, 445, 520];
  const sides = (y0: number, y1: number) => RULED_XS.map((x) => down(x, y0, y1));
  const rules = (...ys: readonly number[]) => ys.map((y) => across(y, 45, 520));
  const HEADINGS = ["No", "Action", "Lead", "Status"];

  it("separates the headings from the row below where no rule does", () => {
    const words = [...row(103, ...HEADINGS), ...rowsFrom(122)];
    const rulings = [...rules(100, 136, 156, 176), ...sides(100, 176)];
    expect(findTables(page(words, rulings, bandOf(100, 45, 85, 295, 445, 520))).map(texts)).toEqual([
      [HEADINGS, ...BODY],
    ]);
  });

  it("separates them from the rest of a row of the page before, whose number is not repeated", () => {
    const rest = ["", "and paint its rails", "", ""];
    const words = [...row(103, ...HEADINGS), ...row(122, ...rest), ...row(140, ...(BODY[1] ?? []))];
    const rulings = [...rules(100, 136, 156), ...sides(100, 156)];
    expect(findTables(page(words, rulings, bandOf(100, 45, 85, 295, 445, 520))).map(texts)).toEqual([
      [HEADINGS, ["and paint its rails"], BODY[1]],
    ]);
  });

  it("does not cut a row where the colour is behind some of its columns", () => {
    const words = [...row(103, ...HEADINGS), ...row(122, ...(BODY[0] ?? [])), ...row(138, "", "by the mill")];
    const rulings = [...rules(100, 118, 156), ...sides(100, 156)];
    const [table] = findTables(page(words, rulings, bandOf(118, 45, 85, 295)));
    expect(texts(table)).toEqual([HEADINGS, ["1", "Mend the bridge\nby the mill", "TPC", "Red"]]);
  });

  it("does not cut a line of text that stands on its edge", () => {
    const words = [...row(103, ...HEADINGS), ...row(129, ...(BODY[0] ?? []))];
    const rulings = [...rules(100, 118, 156), ...sides(100, 156)];
    const [table] = findTables(page(words, rulings, bandOf(118, 45, 85, 295, 445, 520)));
    expect(texts(table)).toEqual([HEADINGS, BODY[0]]);
  });
});
