/**
 * Pages to recognise. In: what was read from a PDF. Out: the pages that are pictures; and the same reading with these pages as recognition
 * read them. A layer of text that came with a picture is kept where recognition has found far less.
 */
import type { Page } from "../../model/page.js";
import type { OcrMode } from "../../model/recognition.js";
import { type PdfReading, SCAN_SHARE } from "./read-document.js";

/** A page with this share of images and so few visible words is a picture that was stamped: a page number, a protective marking. */
const STAMPED_SHARE = 0.7;
const STAMPED_WORDS = 30;
/** Recognition is trusted if it has found this share of the characters that the picture's own layer of text has. */
const FOUND = 0.6;

const NO_WRITING = "no writing was found in it";

/** A page as recognition read it, or why it could not. */
export type RecognisedPage =
  | { readonly number: number; readonly page: Page }
  | { readonly number: number; readonly failure: string };

/** Whether a page is a picture without visible text, but for a stamp. */
function isPicture({ words, imageShare }: Page): boolean {
  const visible = words.reduce((count, { invisible }) => (invisible ? count : count + 1), 0);
  if (visible === 0) return imageShare >= SCAN_SHARE || words.length === 0;
  return imageShare >= STAMPED_SHARE && visible <= STAMPED_WORDS;
}

export function pagesToRecognise({ pages, unreadable, blank }: PdfReading, mode: OcrMode): number[] {
  if (mode === "never") return [];
  const left = new Set([...unreadable, ...blank]);
  return pages
    .filter((page) => !left.has(page.number) && (mode === "always" || isPicture(page)))
    .map(({ number }) => number);
}

export function withRecognised(reading: PdfReading, recognised: readonly RecognisedPage[]): PdfReading {
  const results = recognised.map((result) =>
    "page" in result && result.page.words.length === 0 ? { number: result.number, failure: NO_WRITING } : result,
  );
  const byNumber = new Map(results.map((result) => [result.number, result]));
  const taken = new Set<number>();
  const pages = reading.pages.map((printed) => {
    const result = byNumber.get(printed.number);
    if (result === undefined || "failure" in result || !isFuller(result.page, printed)) return printed;
    taken.add(printed.number);
    return result.page;
  });
  return {
    ...reading,
    pages,
    recognised: [...taken],
    // Where another program has left text, that is read.
    unrecognised: results.flatMap((result) =>
      "failure" in result && reading.needsOcr.includes(result.number) ? [result] : [],
    ),
    needsOcr: reading.needsOcr.filter((number) => !taken.has(number)),
  };
}

const lengthOf = ({ words }: Page): number => words.reduce((sum, { text }) => sum + text.length, 0);

const isFuller = (recognised: Page, printed: Page): boolean => lengthOf(recognised) >= FOUND * lengthOf(printed);
