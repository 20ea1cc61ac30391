import { describe, expect, it } from "vitest";
import { textOfChunk } from "../../src/table/aligned/chunks.js";
import { rowsOfWords } from "../../src/table/rows/joined-rows.js";
import { line } from "./made-page.js";

const chunksOf = (words: ReturnType<typeof line>) => rowsOfWords(words).map((each) => each.chunks.map(textOfChunk));
/** Words of a line that ends at `x1`, as far apart from one another. */
const justified = (x0: number, x1: number, y: number, text: string) => {
  const words = text.split(" ");
  const width = words.reduce((sum, word) => sum + word.length * 5, 0);
  const space = (x1 - x0 - width) / (words.length - 1);
  let at = x0;
  return words.flatMap((word) => {
    const placed = line(at, y, word);
    at += word.length * 5 + space;
    return placed;
  });
};

describe("justified text in a narrow column", () => {
  it("is one text where the spaces of a line are as wide as gaps between columns", () => {
    const words = [
      ...justified(50, 150, 100, "Mend the old bridge"),
      ...justified(50, 150, 112, "over both rivers"),
      ...line(200, 100, "Red"),
    ];
    expect(chunksOf(words)).toEqual([["Mend the old bridge", "Red"], ["over both rivers"]]);
  });

  it("does not join cells below which a text begins and ends at the same places", () => {
    const words = [
      ...[...line(50, 100, "One"), ...line(90, 100, "Mend the bridge"), ...line(235, 100, "Red")],
      ...justified(50, 250, 112, "The council has met twice about this"),
    ];
    expect(chunksOf(words)[0]).toEqual(["One", "Mend the bridge", "Red"]);
  });
});
