/**
 * Page numbers that are alone below the rows of each page. In: the pages of a table whose columns are printed one after another.
 * Out: the same without these numbers: they count on from page to page, which no cell does. A number within a page's lines may be
 * a row's, and is left.
 */
import type { LineBlock } from "../../model/block.js";
import type { Page, Section } from "./page-sections.js";

const NUMBER = /^\d{1,4}$/;
/** Pages whose numbers must agree. */
const FEWEST = 2;

export function withoutPageNumbers(pages: readonly Page[]): Page[] {
  const offset = offsetOf(pages);
  if (offset === null) return [...pages];
  return pages.map((page, at) => {
    const own = page.head ?? page.update;
    const number = numbersAt(page).find(({ text }) => Number(text) === offset + at);
    if (own === null || number === undefined) return page;
    const section: Section = { ...own, lines: own.lines.filter((line) => line !== number) };
    return page.head === null ? { ...page, update: section } : { ...page, head: section };
  });
}

/** The number of the first page, by those that other pages' sections end with; null where too few of them agree. */
function offsetOf(pages: readonly Page[]): number | null {
  const offsets = pages.flatMap((page, at) => {
    const [number] = numbersAt(page);
    return number === undefined ? [] : [Number(number.text) - at];
  });
  const [first] = offsets;
  return first !== undefined && offsets.length >= FEWEST && offsets.every((offset) => offset === first) ? first : null;
}

/** The numbers where a page's may be: on the last line of its rows, or on the last or first one of a page that has none. */
function numbersAt({ head, update }: Page): LineBlock[] {
  const lines = (head ?? update)?.lines ?? [];
  return [lines.at(-1), head === null ? lines[0] : undefined].filter(
    (line): line is LineBlock => line !== undefined && NUMBER.test(line.text.trim()),
  );
}
