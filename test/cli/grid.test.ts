import { expect, it } from "vitest";
import { renderGrid } from "../../src/cli/grid.js";
import type { PdfCell } from "../../src/index.js";

const cell = (row: number, column: number, text: string, spans: Partial<PdfCell> = {}): PdfCell => ({
  row,
  column,
  row_span: 1,
  column_span: 1,
  bbox: [0, 0, 1, 1],
  text,
  fill: null,
  ...spans,
});

it("draws a cell over two rows beside the rows, and makes room for its lines", () => {
  const cells = [cell(0, 0, "one\ntwo\nthree\nfour", { row_span: 2 }), cell(0, 1, "a"), cell(1, 1, "b")];
  expect(renderGrid(cells, 80)).toEqual([
    "┌───────┬───┐",
    "│ one   │ a │",
    "│ two   ├───┤",
    "│ three │ b │",
    "│ four  │   │",
    "└───────┴───┘",
  ]);
});

it("keeps a cell's own lines where they fit, and sets its words anew where they do not", () => {
  const cells = [cell(0, 0, "short\nlines"), cell(0, 1, "words that need\nmuch room")];
  expect(renderGrid(cells, 30)).toEqual([
    "┌───────┬─────────────────┐",
    "│ short │ words that need │",
    "│ lines │ much room       │",
    "└───────┴─────────────────┘",
  ]);
  expect(renderGrid(cells, 22)).toEqual([
    "┌───────┬────────────┐",
    "│ short │ words that │",
    "│ lines │ need much  │",
    "│       │ room       │",
    "└───────┴────────────┘",
  ]);
});

it("breaks a word that is wider than its column, so that the borders stay in line", () => {
  const lines = renderGrid([cell(0, 0, "incomprehensibilities"), cell(0, 1, "b")], 16);
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([16]));
  expect(
    lines
      .slice(1, -1)
      .map((line) => line.slice(2, 11).trim())
      .join(""),
  ).toBe("incomprehensibilities");
});

it("leaves a gap where the table has no cell, and shows control characters as harmless", () => {
  expect(renderGrid([cell(0, 0, "a\u001b[2J"), cell(0, 1, "b"), cell(1, 1, "c")], 80)).toEqual([
    "┌───────┬───┐",
    "│ a\ufffd[2J │ b │",
    "└───────┼───┤",
    "        │ c │",
    "        └───┘",
  ]);
});
