/** Numbers of lines in the margin, unlike the number column of a table. */
import { describe, expect, it } from "vitest";
import { marginNumbers } from "../../src/geometry/margin-numbers.js";
import type { Word } from "../../src/model/page.js";
import { line } from "../table/made-page.js";

const found = (words: readonly Word[]): string => [...marginNumbers(words)].map(({ text }) => text).join(" ");
/** Numbers down the page from `x`, each `pitch` points below the one before. */
const numbers = (x: number, count: number, pitch: number, step = 1): Word[] =>
  Array.from({ length: count }, (_, at) => line(x, 100 + at * pitch, String((at + 1) * step))).flat();
const lines = (x: number, count: number, pitch: number, from = 100): Word[] =>
  Array.from({ length: count }, (_, at) => line(x, from + at * pitch, "The weir was mended in May")).flat();
const NUMBERS = "1 2 3 4 5 6 7 8 9 10 11 12";

describe("numbers in the margin", () => {
  it("count lines where some stand beside no text", () => {
    expect(found([...numbers(20, 12, 14), ...lines(50, 5, 28)])).toBe(NUMBERS);
  });

  it("count lines where every line of the page has one, though their distances vary", () => {
    const uneven = Array.from({ length: 12 }, (_, at) => 100 + at * 13 + (at % 3) * 4);
    const words = uneven.flatMap((y, at) => [...line(20, y, String(at + 1)), ...line(50, y, "The weir was mended")]);
    expect(found(words)).toBe(NUMBERS);
  });

  it("are found in the right margin, and where only every fifth line has one", () => {
    expect(found([...numbers(560, 12, 30, 5), ...lines(50, 20, 17)])).toBe("5 10 15 20 25 30 35 40 45 50 55 60");
  });

  it.each([
    ["under a heading of their own", [...line(20, 82, "No"), ...numbers(20, 12, 14), ...lines(50, 12, 14)]],
    ["of rows that take several lines", [...numbers(20, 12, 28), ...lines(50, 24, 14)]],
    ["that do not follow one another", [...numbers(20, 12, 14, 3), ...lines(50, 5, 28)]],
    ["between columns of text", [...numbers(200, 12, 14), ...lines(50, 5, 28), ...lines(230, 5, 28)]],
    ["of a short list", [...numbers(20, 6, 14), ...lines(50, 3, 28)]],
  ])("are none %s", (_, words) => {
    expect(found(words)).toBe("");
  });
});
