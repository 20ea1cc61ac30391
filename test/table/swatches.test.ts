import { expect, it } from "vitest";
import type { Fill } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { line, page } from "./made-page.js";

const GREEN = "#00b050";
const RED = "#ff0000";

const row = (y: number, number: string, title: string, update: string) => [
  ...line(50, y, number),
  ...line(90, y, title),
  ...line(400, y, update),
];
const bold = { bold: true };
const words = [
  ...line(50, 100, "No", bold),
  ...line(90, 100, "Action", bold),
  ...line(320, 100, "RAG", bold),
  ...line(400, 100, "Update", bold),
  ...row(120, "1", "Light the path", "The lamps are lit"),
  ...row(140, "2", "Mend the gate", "It hangs again"),
  ...row(160, "3", "Walk the market", "Nobody has walked it"),
];
const fillsOf = (...colours: string[]) =>
  colours.map((colour, at): Fill => ({ bbox: [315, 118 + at * 20, 355, 133 + at * 20], colour }));

it("makes a column of colour patches outside drawn tables", () => {
  const [table] = findTables(page(words, [], fillsOf(GREEN, RED, GREEN)));
  const status = (table?.cells ?? []).filter((cell) => cell.column === 2);
  expect(table?.columnCount).toBe(4);
  expect(status.map((cell) => [cell.text, cell.fill])).toEqual([
    ["RAG", null],
    ["", GREEN],
    ["", RED],
    ["", GREEN],
  ]);
});

it("does not make a column of grey patches", () => {
  const [table] = findTables(page(words, [], fillsOf("#c0c0c0", "#bdbdbd", "#c0c0c0")));
  expect((table?.cells ?? []).filter((cell) => cell.column === 2).map((cell) => cell.text)).toEqual(["RAG"]);
});
