import { expect, it } from "vitest";
import type { Page, Word } from "../../../src/model/page.js";
import { NO_FACTS } from "../../../src/source/pdf/document-facts.js";
import type { PdfReading } from "../../../src/source/pdf/read-document.js";
import { pagesToRecognise, withRecognised } from "../../../src/source/pdf/scanned-pages.js";

const word = (text: string, invisible = false): Word => ({
  text,
  bbox: [0, 0, 10, 10],
  sizePt: 10,
  colour: "#000000",
  bold: false,
  invisible,
});
const page = (number: number, imageShare: number, words: readonly Word[]): Page => ({
  number,
  widthPt: 595,
  heightPt: 842,
  words,
  rulings: [],
  fills: [],
  imageShare,
});
const many = (count: number, invisible = false) =>
  Array.from({ length: count }, (_, at) => word(`word${at}`, invisible));
const reading = (pages: readonly Page[]): PdfReading => ({
  ok: true,
  pages,
  scannedPages: [],
  needsOcr: pages.filter(({ words }) => words.length === 0).map(({ number }) => number),
  recognised: [],
  unrecognised: [],
  unreadable: [],
  partial: [],
  blank: [],
  damage: null,
  facts: NO_FACTS,
});

it("recognises pages without text that can be seen, and stamped ones, and no page of text", () => {
  const pages = [
    page(1, 1, []),
    page(2, 1, many(200, true)),
    page(3, 0.9, [word("Page"), word("3")]),
    page(4, 0.3, many(200)),
    page(5, 0.9, many(200)),
    page(6, 0, []),
  ];
  expect(pagesToRecognise(reading(pages), "auto")).toEqual([1, 2, 3, 6]);
  expect(pagesToRecognise(reading(pages), "always")).toEqual([1, 2, 3, 4, 5, 6]);
  expect(pagesToRecognise(reading(pages), "never")).toEqual([]);
  expect(pagesToRecognise({ ...reading(pages), blank: [6], unreadable: [1] }, "auto")).toEqual([2, 3]);
});

it("takes the pages that recognition has read, and keeps a layer of text that has far more", () => {
  const printed = [page(1, 1, []), page(2, 1, many(50, true)), page(3, 1, [])];
  const result = withRecognised(reading(printed), [
    { number: 1, page: page(1, 1, many(40)) },
    { number: 2, page: page(2, 1, many(3)) },
    { number: 3, failure: "not read within 60000 ms" },
  ]);
  expect(result.pages.map(({ words }) => words.length)).toEqual([40, 50, 0]);
  expect(result).toMatchObject({ recognised: [1], needsOcr: [3], unrecognised: [{ number: 3 }] });
});

it("says that a picture without writing has none, and leaves it to be recognised otherwise", () => {
  const result = withRecognised(reading([page(1, 1, [])]), [{ number: 1, page: page(1, 1, []) }]);
  expect(result).toMatchObject({ recognised: [], needsOcr: [1] });
  expect(result.unrecognised[0]?.failure).toMatch(/no writing/);
});
