import { describe, expect, it } from "vitest";
import { blocksOf, shapeOf } from "./blocks.js";

describe("quoted mail", () => {
  const QUOTED = [
    "Please see below.",
    "> A PLAN",
    ">",
    "> > 1. Repaint the crossings",
    ">> and the kerbs",
    ">",
    "> end",
  ];

  it("loses its marks, nested ones too, and keeps the numbers of its lines", () => {
    expect(shapeOf(QUOTED.join("\n"))).toEqual([
      "Please see below.",
      "A PLAN",
      "1. Repaint the crossings",
      "and the kerbs",
      "end",
    ]);
    expect(blocksOf(QUOTED.join("\n")).map(({ place }) => place.lineFirst)).toEqual([1, 2, 4, 5, 7]);
  });

  it("is separated where only a mark is on a line", () => {
    expect(blocksOf(QUOTED.join("\n")).map(({ gapBefore }) => gapBefore)).toEqual([false, false, true, false, true]);
  });

  it("needs several lines in succession: one may begin with a sign", () => {
    expect(shapeOf("> 90% of calls\nare answered\n> 5 days")).toEqual(["> 90% of calls", "are answered", "> 5 days"]);
  });
});

describe("line numbers in the margin", () => {
  const numbered = (lines: readonly string[]): string =>
    lines.map((line, at) => `${String(at + 1).padStart(4)}  ${line}`).join("\n");
  const TEXTS = ["A PLAN", "Quarter 2", "", "1 Repaint the", "crossings", "2 Open a hub", "3 Plant trees", "at school"];

  it("are removed, and the lines keep their own numbers", () => {
    const blocks = blocksOf(numbered(TEXTS));
    expect(shapeOf(numbered(TEXTS))).toEqual(TEXTS.filter((text) => text !== ""));
    expect(blocks.map(({ place }) => place.lineFirst)).toEqual([1, 2, 4, 5, 6, 7, 8]);
    expect(blocks[2]?.gapBefore).toBe(true);
  });

  it("begin anew on a page", () => {
    const pages = `${numbered(TEXTS)}\n\f${numbered(TEXTS)}`;
    expect(shapeOf(pages)).toEqual([...TEXTS, ...TEXTS].filter((text) => text !== ""));
  });

  it("are the rows' own where every line begins one", () => {
    const rows = TEXTS.map((_, at) => `Row ${at} of the list`);
    expect(shapeOf(numbered(rows))[0]).toBe("1  Row 0 of the list");
  });

  it("stand before nearly every line", () => {
    const text = `${numbered(TEXTS)}\n${"a line without a number\n".repeat(3)}`;
    expect(shapeOf(text)[0]).toBe("1  A PLAN");
  });
});

describe("characters that are not seen", () => {
  it("are left out of words", () => {
    expect(shapeOf("Sat\u00adur\u00addays \u200bare\u2060 open\ufeff")).toEqual(["Saturdays are open"]);
  });

  it("leave the hyphen that a soft one is at the end of a line", () => {
    expect(shapeOf("volun\u00ad\nteers")).toEqual(["volun-", "teers"]);
  });

  it("keep the joiners of emoji", () => {
    expect(shapeOf("1 \u{1f469}\u200d\u{1f692} crew")).toEqual(["1 \u{1f469}\u200d\u{1f692} crew"]);
  });
});
