/**
 * Feet of a text's pages that number them out of all: "Tracker 2/3" as the last line of the second of three pages. In: the lines of a
 * text with form feeds. Out: the same, such lines marked as furniture. A foot that its own page contradicts is left as it is, and so
 * is one that most pages have not: "Actions delivered 1/2" below the first of two pages is a count.
 */
import type { TextLine } from "./lines.js";

/** Longest such line, in characters. */
const LONGEST = 60;
const NUMBERED = /(?:^|\s)(\d{1,4})\s?(?:\/|of)\s?(\d{1,4})$/iu;

/** @param pages number of pages that the text's form feeds show; 0 where it has none */
export function withNumberedFeet(lines: readonly TextLine[], pages: number): readonly TextLine[] {
  if (pages === 0) return lines;
  let page = 1;
  const feet = new Set<TextLine>();
  lines.forEach((line, at) => {
    if (line.pageStart) page += 1;
    const isLast = lines[at + 1]?.pageStart ?? true;
    const text = line.text.trim();
    const [, number, all] = isLast && line.gapBefore && text.length <= LONGEST ? (NUMBERED.exec(text) ?? []) : [];
    if (Number(number) === page && Number(all) === pages) feet.add(line);
  });
  return feet.size <= pages / 2 ? lines : lines.map((line) => (feet.has(line) ? { ...line, furniture: true } : line));
}

/** Pages of a text: a form feed ends each of them, or is between two. */
export function pagesOf(text: string): number {
  const parts = text.split("\f");
  const last = parts.at(-1) ?? "";
  return parts.length - 1 + (parts.length > 1 && last.trim() !== "" ? 1 : 0);
}
