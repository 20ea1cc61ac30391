import { describe, expect, it } from "vitest";
import { linesOfWords } from "../../src/geometry/text-lines.js";
import { chunksOfLine, textOfChunk } from "../../src/table/aligned/chunks.js";
import { cutAtGutters } from "../../src/table/aligned/gutters.js";
import { line } from "./made-page.js";

const chunksOf = (...lines: (readonly [left: string, right: string])[]): string[][] => {
  const words = lines.flatMap(([left, right], at) => [...line(50, 20 * at, left), ...line(80, 20 * at, right)]);
  return cutAtGutters(linesOfWords(words).map(chunksOfLine)).map((each) => each.chunks.map(textOfChunk));
};

describe("columns that are closer than a space", () => {
  it("are separated where words start at one position on line after line", () => {
    const found = chunksOf(
      ["Green", "It went well"],
      ["", "and goes on"],
      ["Amber", "Some are late"],
      ["", "but not all"],
      ["", "of them are"],
      ["Green", "Done since May"],
    );
    expect(found[0]).toEqual(["Green", "It went well"]);
    expect(found[2]).toEqual(["Amber", "Some are late"]);
  });

  it("are separated by three lines where wide gaps on as many lines show that a column starts there", () => {
    const found = chunksOf(["On", "Done as planned"], ["Off", "Not to be done"], ["Red", "Late"], ["Early", "Begun"]);
    expect(found[3]).toEqual(["Early", "Begun"]);
  });

  it("are not seen where a word runs over the place", () => {
    const found = chunksOf(
      ["Green", "It went well"],
      ["Amber", "Some are late"],
      ["Everything", ""],
      ["Green", "but not all"],
      ["Green", "of them are"],
      ["Green", "and more of"],
      ["Green", "Done since May"],
    );
    expect(found[0]).toEqual(["Green It went well"]);
  });

  it("are not made of a list's bullets", () => {
    const items = ["one thing", "two things", "three things", "four things", "five things", "six things"];
    const found = chunksOf(...items.map((item) => ["    (iv)", item] as const));
    expect(found.every((chunks) => chunks.length === 1)).toBe(true);
  });
});
