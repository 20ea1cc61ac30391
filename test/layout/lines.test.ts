import { describe, expect, it } from "vitest";
import { indentOf, splitLines } from "../../src/layout/lines.js";

describe("splitLines", () => {
  it.each([
    ["\n", "line feeds"],
    ["\r\n", "carriage returns and line feeds"],
    ["\r", "carriage returns"],
  ])("counts lines as an editor does, at %j", (ending) => {
    const lines = splitLines(["a", "", "b", "c"].join(ending));
    expect(lines.map(({ text, line, gapBefore }) => [text, line, gapBefore])).toEqual([
      ["a", 1, false],
      ["b", 3, true],
      ["c", 4, false],
    ]);
  });

  it("starts a page at a form feed, between lines and within one", () => {
    const lines = splitLines("a\n\fb\nc\fd\n\f\ne");
    expect(lines.map(({ text, line, pageStart }) => [text, line, pageStart])).toEqual([
      ["a", 1, false],
      ["b", 2, true],
      ["c", 3, false],
      ["d", 3, true],
      ["e", 5, true],
    ]);
  });

  it.each([
    ["within a line", "The quay ![before](data:image/png;base64,iVBORw0KGgo=) is open", "The quay before is open"],
    ["with a title", '![quay](<data:image/svg+xml;base64,PHN2Zz4=> "The quay")', "quay"],
    ["as many as there are", "![a](data:image/gif;base64,R0lG)|![b](data:image/gif;base64,R0lG)", "a|b"],
    [
      "never if words stand there",
      "See data:image/png;base64, and ![quay](quay.png)",
      "See data:image/png;base64, and ![quay](quay.png)",
    ],
  ])("leaves the data of pictures out, %s", (_, text, shown) => {
    expect(splitLines(text).map((line) => line.text)).toEqual([shown]);
  });

  it("leaves out a picture that is defined on a line of its own, and counts the line", () => {
    const lines = splitLines("a\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\nb");
    expect(lines.map(({ text, line }) => [text, line])).toEqual([
      ["a", 1],
      ["b", 3],
    ]);
  });

  it("drops white space at the end of a line and keeps it before and within", () => {
    expect(splitLines("  a\t b \t ").map(({ text }) => text)).toEqual(["  a\t b"]);
  });

  it("keeps every word but no more white space than a page is wide", () => {
    const [line] = splitLines(`a${" ".repeat(100_000)}b${"\t".repeat(100_000)}c`);
    expect(line?.text.split(/\s+/)).toEqual(["a", "b", "c"]);
    expect(line?.text.length).toBeLessThan(1000);
  });

  it("keeps the columns of a line as wide as any page", () => {
    const text = `1${" ".repeat(250)}Title${" ".repeat(120)}G`;
    expect(splitLines(text)[0]?.text).toBe(text);
  });
});

describe("indentOf", () => {
  it("counts the columns before a line's first character", () => {
    expect([indentOf("a"), indentOf("   a"), indentOf("\ta")]).toEqual([0, 3, 1]);
  });
});
