import { describe, expect, it } from "vitest";
import type { Page } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const boxed = (x0: number, x1: number, y0: number, y1: number) => [
  ...[y0, (y0 + y1) / 2, y1].map((y) => across(y, x0, x1)),
  ...[x0, (x0 + x1) / 2, x1].map((x) => down(x, y0, y1)),
];
const texts = (made: Page): string[][] => findTables(made).map((table) => table.cells.map((cell) => cell.text));

describe("a drawn table", () => {
  it("with unrelated text on both sides stays a table", () => {
    const words = [
      ...line(50, 100, "A note in the margin"),
      ...line(250, 106, "One"),
      ...line(330, 106, "Two"),
      ...line(250, 126, "Three"),
      ...line(330, 126, "Four"),
      ...line(480, 118, "and another here"),
    ];
    expect(texts(page(words, boxed(245, 405, 100, 140)))).toEqual([["One", "Two", "Three", "Four"]]);
  });
});
