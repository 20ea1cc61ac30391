import { describe, expect, it } from "vitest";
import { linesOfWords } from "../../src/geometry/text-lines.js";
import type { Word } from "../../src/model/page.js";
import { type ChunkLine, chunksOfLine, textOfChunk } from "../../src/table/aligned/chunks.js";
import { findTables } from "../../src/table/find-tables.js";
import { joinMiddleAlignedRows } from "../../src/table/rows/middle-aligned-rows.js";
import { line, page } from "./made-page.js";

const linesOf = (words: readonly Word[]): ChunkLine[] => linesOfWords(words).map(chunksOfLine);
const joined = (words: readonly Word[]): string[][] =>
  joinMiddleAlignedRows(linesOf(words)).map((each) => each.chunks.map(textOfChunk));

/** A row whose number and status are centred on its title's height; its lines are 12 points apart. */
const row = (y: number, number: string, title: readonly string[], status: string): Word[] => {
  const middle = y + (title.length - 1) * 6;
  return [
    ...line(50, middle, number),
    ...title.flatMap((text, at) => line(90, y + 12 * at, text)),
    ...line(450, middle, status),
  ];
};

describe("a row with vertically centred cells", () => {
  it("is detected by a short cell between the lines of a tall one", () => {
    expect(joined(row(100, "1", ["Mend the bridge over", "the river"], "Red"))).toEqual([
      ["1", "Mend the bridge over the river", "Red"],
    ]);
  });

  it("includes the lines above and below of a cell whose middle line is the row's", () => {
    const words = [
      ...row(100, "1", ["Mend the bridge over", "the river"], "Red"),
      ...row(128, "2", ["Open a second school", "in the upper town", "by the summer"], "Green"),
      ...row(168, "3", ["Plant", "trees on", "all roads", "to the sea"], "Amber"),
    ];
    expect(joined(words)).toEqual([
      ["1", "Mend the bridge over the river", "Red"],
      ["2", "Open a second school in the upper town by the summer", "Green"],
      ["3", "Plant trees on all roads to the sea", "Amber"],
    ]);
  });

  it("does not include lines below a line of cells where no cell is between lines", () => {
    const words = [
      ...line(90, 88, "Things to do"),
      ...line(50, 100, "1"),
      ...line(90, 100, "Mend the bridge over"),
      ...line(450, 100, "Red"),
      ...line(90, 112, "the river"),
    ];
    expect(joined(words)).toEqual(linesOf(words).map((each) => each.chunks.map(textOfChunk)));
  });

  it("is not made of two columns of prose with lines at different heights", () => {
    const words = [0, 1, 2, 3, 4].flatMap((at) => [
      ...line(50, 100 + 12 * at, "one long story that goes on"),
      ...line(300, 106 + 12 * at, "and another beside it here"),
    ]);
    expect(joined(words)).toHaveLength(10);
  });

  it("keeps its status apart from the title, with full-width text between the rows", () => {
    const update = (y: number) =>
      line(50, y, "The council has met twice about this and will meet again in the spring of next year, it says");
    const words = [
      ...row(100, "1", ["Mend the bridge over", "the river"], "Red"),
      ...update(128),
      ...row(144, "2", ["Open a school"], "Green"),
      ...update(160),
      ...row(176, "3", ["Plant trees on", "all roads"], "Amber"),
      ...update(204),
    ];
    const [table, ...others] = findTables(page(words));
    expect(others).toEqual([]);
    const cells = table?.cells.filter((cell) => cell.columnSpan === 1).map((cell) => cell.text);
    expect(cells?.slice(0, 3)).toEqual(["1", "Mend the bridge over\nthe river", "Red"]);
    expect(cells?.slice(-3)).toEqual(["3", "Plant trees on\nall roads", "Amber"]);
  });
});
