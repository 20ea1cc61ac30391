import { describe, expect, it } from "vitest";
import type { Bbox } from "../../src/schema/values.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const table = () => {
  const words = [
    ...line(60, 104, "One"),
    ...line(160, 104, "Two"),
    ...line(60, 124, "Three"),
    ...line(160, 124, "Four"),
  ];
  return {
    words,
    rulings: [...[100, 120, 140].map((y) => across(y, 50, 250)), ...[50, 150, 250].map((x) => down(x, 100, 140))],
  };
};
const boxAt = (x: number, y: number, side: number): Bbox => [x, y, x + side, y + side];
const dots = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    text: "x",
    bbox: boxAt(300 + (at % 300), 200 + Math.floor(at / 300), 0.5),
    sizePt: 1,
    colour: "#000000",
    bold: false,
    invisible: false,
  }));
const patches = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    bbox: boxAt(300 + (at % 280), 200 + Math.floor(at / 280) * 2, 4),
    colour: "#00b050",
  }));

// A search of all words for each box would not end within the time that a test may take.
describe("a page with a drawing of very many pieces", () => {
  it("gives its drawn table where they are words", () => {
    const { words, rulings } = table();
    const result = findTables(page([...words, ...dots(150_000)], rulings));
    expect(result.map((found) => found.cells.map((cell) => cell.text))).toEqual([["One", "Two", "Three", "Four"]]);
  });

  it("gives its drawn table where they are patches of colour", () => {
    const { words, rulings } = table();
    expect(findTables(page(words, rulings, patches(150_000))).length).toBe(1);
  });
});
