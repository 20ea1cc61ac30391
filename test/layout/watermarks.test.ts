import { describe, expect, it } from "vitest";
import { blocksOfPages } from "../../src/layout/page-blocks.js";
import { withoutWatermarks } from "../../src/layout/watermarks.js";
import type { Page, Word } from "../../src/model/page.js";
import { line, page } from "../table/made-page.js";

const faint = { colour: "#cccccc", faint: true } as const;
const text = [0, 1, 2, 3, 4, 5].flatMap((at) => line(50, 100 + at * 12, "Mend the roof of the market hall"));
const marksOf = (...pages: Page[]): string[][] =>
  withoutWatermarks(pages).marks.map((marks) => marks.map((mark) => mark.text));
const slanted = (word: string, more: Partial<Word> = {}): Word[] =>
  line(100, 100, word, { angle: 315, bbox: [60, 80, 260, 280], ...more });

describe("slanted words are a watermark", () => {
  it("where they are large, faint or repeated", () => {
    expect(marksOf(page([...text, ...slanted("COPY", { sizePt: 60 })]))).toEqual([["COPY"]]);
    expect(marksOf(page([...text, ...slanted("COPY", faint)]))).toEqual([["COPY"]]);
    expect(marksOf(page([...text, ...slanted("COPY")]), page([...text, ...slanted("COPY")]))).toEqual([
      ["COPY"],
      ["COPY"],
    ]);
  });

  it("but not where they are as large as the text, as slanted headings are", () => {
    expect(marksOf(page([...text, ...slanted("Priority"), ...slanted("Status")]))).toEqual([[]]);
  });
});

describe("level words are a watermark", () => {
  const small = (at: number): Word[] => line(60, 96 + at * 18, "Printed copies expire", { ...faint, sizePt: 8 });

  it("where they are faint, repeated and over the text somewhere, with all their copies", () => {
    const copies = [0, 1, 2, 20].flatMap(small);
    expect(marksOf(page([...text, ...copies]))).toEqual([Array.from({ length: 4 }, () => "Printed copies expire")]);
    expect(marksOf(page([...text, ...small(1)]), page([...text, ...small(1)]))).toHaveLength(2);
  });

  it("where they are large and the text lies behind them", () => {
    const large = line(40, 95, "SECRET", { sizePt: 80, bbox: [40, 95, 300, 175] });
    expect(marksOf(page([...text, ...large]))).toEqual([["SECRET"]]);
  });

  it("but not where nothing is under them: a column of faint statuses, a large heading", () => {
    const column = [0, 1, 2, 3].flatMap((at) => line(300, 100 + at * 12, "Not started", faint));
    const heading = line(50, 40, "Harbour Plan", { sizePt: 24 });
    expect(marksOf(page([...text, ...column, ...heading]))).toEqual([[]]);
  });
});

it("a watermark is furniture behind a page's other blocks", () => {
  const { pages, marks } = withoutWatermarks([
    page([...slanted("COPY", { sizePt: 60 }), ...line(50, 100, "Mend the roof")]),
  ]);
  const blocks = blocksOfPages(pages, [[]], marks);
  expect(blocks).toMatchObject([{ text: "Mend the roof" }, { text: "COPY", furniture: true }]);
});
