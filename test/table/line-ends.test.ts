import { expect, it } from "vitest";
import type { LineEnd, TableCell, Word } from "../../src/model/page.js";
import { withLineEnds } from "../../src/table/rows/line-ends.js";
import { line } from "./made-page.js";

/** A cell 21 points wide, whose texts begin 2 points from its side; a letter is 5 points wide. */
const cell = (row: number, ...texts: string[]): TableCell => {
  const words: Word[] = texts.flatMap((text, at) => line(52, 100 * row + 12 * at, text));
  const shape = { row, column: 0, rowSpan: 1, columnSpan: 1, fill: null };
  return { ...shape, bbox: [50, 100 * row, 71, 100 * row + 90], text: texts.join("\n"), words };
};
const endsOf = (...cells: TableCell[]): (readonly LineEnd[] | undefined)[] =>
  withLineEnds(cells).map(({ lineEnds }) => lineEnds);

it("a line is full where another letter has no room, near where programs differ, else free", () => {
  expect(endsOf(cell(0, "ABC", "DE"), cell(1, "AB", "DE"), cell(2, "A", "DE"), cell(3, "ABC"))).toEqual([
    ["full"],
    ["near"],
    ["free"],
    undefined,
  ]);
});

it("no line is certainly full in a column as wide as its longest word", () => {
  const wide = (text: string, width: number): TableCell => ({
    ...cell(1, text),
    words: line(52, 100, text).map((word) => ({ ...word, bbox: [52, 100, 52 + width, 110] })),
  });
  expect(endsOf(cell(0, "ABC", "DE"), wide("WIDEST", 17))).toEqual([["near"], undefined]);
});

it("a line of several words may be as wide as its column by chance", () => {
  const wide: TableCell = {
    ...cell(1, "A", "BC"),
    words: [...line(52, 100, "A"), ...line(59, 100, "BC")].map((word, at) =>
      at === 0 ? word : { ...word, bbox: [59, 100, 69, 110] },
    ),
  };
  expect(endsOf(cell(0, "ABC", "DE"), wide)).toEqual([["full"], undefined]);
});

it("a single word above the last line tells how its line ends", () => {
  expect(endsOf(cell(0, "ABC", "D E"), cell(1, "A", "D E"))).toEqual([["full"], ["free"]]);
});

it("cells with several words on a line have no line ends", () => {
  expect(endsOf(cell(0, "A B", "C"))).toEqual([undefined]);
});

it("a cell may have any number of words", () => {
  const [word] = line(52, 100, "A");
  if (word === undefined) throw new Error("no word to repeat");
  const full = { ...cell(1, "A"), words: Array.from({ length: 300_000 }, () => word) };
  expect(endsOf(full, cell(0, "ABC", "DE"))).toEqual([undefined, ["full"]]);
});
