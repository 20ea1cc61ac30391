/** Column headings on a background colour, above rows that nothing is drawn around. */
import { describe, expect, it } from "vitest";
import type { Fill, Table, Word } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { line, page } from "./made-page.js";

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
