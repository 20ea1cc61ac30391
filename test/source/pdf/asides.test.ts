import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { buildPdf, onePage } from "./build-pdf.js";

async function pageOf(bytes: Uint8Array): Promise<Page> {
  const first = await readPages(bytes).next();
  return (first.value as ReadPage).page;
}
const marked = (page: Page): string[] =>
  page.words.map(({ text, aside }) => (aside === undefined ? text : `${aside}:${text}`));
const wordsOf = async (content: string): Promise<string[]> => marked(await pageOf(onePage(content)));

describe("a line through the middle of words", () => {
  const text = "BT /F1 10 Tf 10 200 Td (Sell the hall) Tj ET";

  it("strikes them, whether drawn as a stroke or as a thin box, and is no ruling", async () => {
    for (const line of ["1 w 10 202.8 m 27 202.8 l S", "10 202.5 17 0.7 re f"]) {
      const page = await pageOf(onePage(`${text} ${line}`));
      expect(marked(page)).toEqual(["struck:Sell", "the", "hall"]);
      expect(page.rulings).toEqual([]);
    }
  });

  it("strikes a part of a word", async () => {
    expect(await wordsOf("BT /F1 10 Tf 10 200 Td (tentwelve) Tj ET 10 202.5 13.5 0.7 re f")).toEqual([
      "struck:ten",
      "twelve",
    ]);
  });

  it("strikes them as an annotation", async () => {
    const annotation =
      "<< /Type /Annot /Subtype /StrikeOut /Rect [10 198 27 208] /QuadPoints [10 208 27 208 10 198 27 198] /C [1 0 0] /F 4 >>";
    const objects = new Map([[100, annotation]]);
    const pages = [{ content: text, entries: "/Annots [100 0 R]" }];
    expect(marked(await pageOf(buildPdf({ pages, objects })))).toEqual(["struck:Sell", "the", "hall"]);
  });

  it("does not strike a raised letter that it underlines", async () => {
    const raised = "BT /F1 10 Tf 10 200 Td (No) Tj /F1 6 Tf 4 Ts (o) Tj 0 Ts ET";
    expect(await wordsOf(`${raised} 0.3 w 22.8 203 m 26.1 203 l S`)).toEqual(["Noo"]);
  });

  it("does not strike them below or above, nor where it is thick or reaches further", async () => {
    for (const line of ["10 198.8 17 0.7 re f", "10 207 17 0.7 re f", "0 202.5 300 0.7 re f"])
      expect(await wordsOf(`${text} ${line}`)).toEqual(["Sell", "the", "hall"]);
    expect(await wordsOf(`1 1 0 rg 10 201 17 3.5 re f 0 g ${text}`)).toEqual(["Sell", "the", "hall"]);
  });
});

describe("a small raised figure", () => {
  const raised = (word: string, mark: string, size = 6): string =>
    `BT /F1 10 Tf 10 200 Td (${word}) Tj /F1 ${size} Tf 3.5 Ts (${mark}) Tj 0 Ts /F1 10 Tf ( next) Tj ET`;

  it("behind a word, a number, a letter or a full stop is the mark of a footnote", async () => {
    for (const word of ["locks", "4", "G", "done."]) {
      expect(await wordsOf(raised(word, "2"))).toEqual([word, "stray:2", "next"]);
      expect(await wordsOf(raised(word, "12", 8.3))).toEqual([word, "stray:12", "next"]);
    }
    expect(await wordsOf(raised("locks", "*"))).toEqual(["locks", "stray:*", "next"]);
    expect(await wordsOf(raised("locks", "b"))).toEqual(["locks", "stray:b", "next"]);
  });

  it("is set aside where the font has a character for it", async () => {
    expect(await wordsOf("BT /F1 10 Tf 10 200 Td (locks\\262 and) Tj ET")).toEqual(["locks", "stray:²", "and"]);
  });

  it("stays where it is an exponent, a fraction or an ordinal", async () => {
    expect(await wordsOf(raised("50m", "2"))).toEqual(["50m2", "next"]);
    expect(await wordsOf("BT /F1 10 Tf 10 200 Td (50 m\\262 and) Tj ET")).toEqual(["50", "m²", "and"]);
    expect(await wordsOf(raised("1", "st"))).toEqual(["1st", "next"]);
    expect(await wordsOf(raised("4", "1/2"))).toEqual(["4", "1/2", "next"]);
  });

  it("stays where nothing larger is before it", async () => {
    expect(await wordsOf("BT /F1 6 Tf 10 200 Td 3 Ts (1) Tj 0 Ts ( Agreed in May.) Tj ET")).toEqual([
      "1",
      "Agreed",
      "in",
      "May.",
    ]);
  });
});
