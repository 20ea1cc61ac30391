/**
 * Page numbers that stand alone below the rows of each page. In: the pages of a table whose columns are printed one after
 * another. Out: the same, these numbers as lines of the page: they count on from page to page, which no cell does.
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
    const { head, update } = page;
    return {
      ...page,
      head: withFoot(head, offset + at),
      update: head === null ? withFoot(update, offset + at) : update,
    };
  });
}

/** The number of the first page, by those that other pages' sections end with; null where too few of them agree. */
function offsetOf(pages: readonly Page[]): number | null {
  const offsets = pages.flatMap(({ head, update }, at) => {
    const lines = (head ?? update)?.lines ?? [];
    const found = [lines.at(-1), head === null ? lines[0] : undefined].find((line) => isNumber(line));
    return found === undefined ? [] : [Number(found.text) - at];
  });
  const [first] = offsets;
  return first !== undefined && offsets.length >= FEWEST && offsets.every((offset) => offset === first) ? first : null;
}

const isNumber = (line: LineBlock | undefined): line is LineBlock =>
  line !== undefined && NUMBER.test(line.text.trim());

/** A section whose last line with that number is the page's. */
function withFoot(section: Section | null, number: number): Section | null {
  if (section === null) return null;
  const foot = section.lines.findLastIndex((line) => line.text.trim() === String(number));
  const lines = section.lines.map((line, at) => (at === foot ? { ...line, furniture: true as const } : line));
  return { ...section, lines };
}
