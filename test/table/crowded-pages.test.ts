import { describe, expect, it } from "vitest";
import type { Bbox } from "../../src/schema/values.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

/** Milliseconds that a page may take: far more than it does, far less than a search of all words for each box. */
const LIMIT_MS = 8000;

function timed<T>(work: () => T): { result: T; ms: number } {
  const from = performance.now();
  return { result: work(), ms: performance.now() - from };
}

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

describe("a page with a drawing of very many pieces", { timeout: 60_000 }, () => {
  it("is read in little time where they are words, and its drawn table is found", () => {
    const { words, rulings } = table();
    const { result, ms } = timed(() => findTables(page([...words, ...dots(150_000)], rulings)));
    expect(result.map((found) => found.cells.map((cell) => cell.text))).toEqual([["One", "Two", "Three", "Four"]]);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it("is read in little time where they are patches of colour", () => {
    const { words, rulings } = table();
    const { result, ms } = timed(() => findTables(page(words, rulings, patches(150_000))));
    expect(result.length).toBe(1);
    expect(ms).toBeLessThan(LIMIT_MS);
  });
});
