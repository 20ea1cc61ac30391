/** Lists in a drawn box: a heading on a colour, and rows below it in one column. */
import { describe, expect, it } from "vitest";
import { blocksOfPages } from "../../src/layout/page-blocks.js";
import type { Fill } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const heading: Fill = { bbox: [50, 100, 300, 118], colour: "#1f4e79" };
const words = [
  ...line(55, 104, "What comes next", { colour: "#ffffff" }),
  ...line(55, 123, "Ask the owners of the mill for leave"),
  ...line(55, 143, "Order the stone and the lime"),
  ...line(55, 163, "Close the bridge in the first week of May"),
];
const sides = [50, 300].map((x) => down(x, 100, 178));
const rules = [118, 138, 158, 178].map((y) => across(y, 50, 300));

describe("a box with a heading on a colour", () => {
  it("is a table of one column where rules separate its rows", () => {
    const [table, ...others] = findTables(page(words, [...sides, ...rules], [heading]));
    expect(others).toEqual([]);
    expect(table?.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, "What comes next"],
      [1, 0, "Ask the owners of the mill for leave"],
      [2, 0, "Order the stone and the lime"],
      [3, 0, "Close the bridge in the first week of May"],
    ]);
  });

  it("gives lines of text, as its rows are no rows of a report", () => {
    const made = page(words, [...sides, ...rules], [heading]);
    const blocks = blocksOfPages([made], [findTables(made)]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["line", "line", "line", "line"]);
  });

  it("is no table where nothing separates the text below its title", () => {
    expect(findTables(page(words, [...sides, across(178, 50, 300)], [heading]))).toEqual([]);
  });

  it("is no table where no heading has a colour of its own", () => {
    expect(findTables(page(words, [...sides, ...rules, across(100, 50, 300)]))).toEqual([]);
  });
});
