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
  it("in a row of a larger table without lines is part of that row", () => {
    const row = (y: number, number: string, lead: string): typeof inner => [
      ...line(50, y, number),
      ...line(90, y, `Mend the bridge of Ward ${number}`),
      ...line(460, y, lead),
    ];
    const inner = [...line(290, 152, "May"), ...line(350, 152, "4"), ...line(290, 166, "June"), ...line(350, 166, "7")];
    const lines = [150, 164, 178].map((y) => across(y, 285, 405));
    const sides = [285, 345, 405].map((x) => down(x, 150, 178));
    const words = [
      ...["No", "Task", "Visits", "Who"].flatMap((text, at) =>
        line([50, 90, 290, 460][at] ?? 0, 100, text, { bold: true }),
      ),
      ...row(124, "1", "PC"),
      ...line(290, 124, "None in May"),
      ...row(152, "2", "CC"),
      ...row(200, "3", "PC"),
      ...line(290, 200, "Two in June"),
      ...row(224, "4", "CC"),
      ...line(290, 224, "None at all"),
    ];
    const [table, ...others] = findTables(page([...words, ...inner], [...lines, ...sides]));
    expect(others).toEqual([]);
    const second = table?.cells.filter((cell) => cell.row === 2).flatMap((cell) => cell.words.map(({ text }) => text));
    expect(second).toEqual(expect.arrayContaining(["2", "Mend", "May", "4", "June", "7", "CC"]));
  });

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
