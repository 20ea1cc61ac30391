/**
 * Lines at the top or bottom of pages that are repeated on other pages. In: a document's blocks and where its pages begin.
 * Out: the indexes of such lines, in groups with the same words; text of the report (list items, rows) is in none.
 */
import { singleSpaced } from "../../language/spaces.js";
import type { Block } from "../../model/block.js";

/** Furniture is short. */
const LONGEST = 140;
/** Lines at a page's top or bottom that may be furniture. */
const EDGE_LINES = 2;

/** The number that may count pages: the last one, or the one before it in "1 of 4" and "1/4". */
const PAGE_NUMBER = /\d{1,4}(?=\s?(?:\/|of)\s?\d{1,4}\D{0,9}$)|\d+(?=\D*$)/iu;

/** The text with the number masked that may count pages. */
export const numberless = (text: string): string => text.replace(PAGE_NUMBER, "#");

/**
 * Lines in the same position of several pages, in groups: with the same words, or with the same words around a number
 * that counts the pages.
 * @param isContent whether a line's words show that it is text of the report
 */
export function repeatedAtEdges(
  blocks: readonly Block[],
  breaks: ReadonlySet<number>,
  found: ReadonlySet<number>,
  isContent: (text: string) => boolean,
): number[][] {
  const groups = new Map<string, number[]>();
  const add = (key: string, index: number): void => {
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [index]);
    else if (same.at(-1) !== index) same.push(index);
  };
  const starts = [...breaks, blocks.length].sort((a, b) => a - b);
  for (const start of starts)
    for (let offset = -EDGE_LINES; offset < EDGE_LINES; offset += 1) {
      const index = start + offset;
      const text = lineAt(blocks, index);
      if (text === null || found.has(index) || isContent(text)) continue;
      for (const mask of new Set([text, numberless(text)])) add(`${offset} ${mask}`, index);
    }
  return [...groups].flatMap(([key, indexes]) =>
    indexes.length >= 2 && (!key.includes("#") || countsPages(blocks, indexes)) ? [indexes] : [],
  );
}

const lineAt = (blocks: readonly Block[], index: number): string | null => {
  const block = blocks[index];
  return block?.kind === "line" && block.text.length <= LONGEST ? singleSpaced(block.text) : null;
};

const pageNumber = (text: string): number => Number(PAGE_NUMBER.exec(text)?.[0] ?? Number.NaN);

/** Numbers at page edges are page numbers when each is one more than the one before. */
function countsPages(blocks: readonly Block[], indexes: readonly number[]): boolean {
  const numbers = indexes.map((index) => pageNumber(lineAt(blocks, index) ?? ""));
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
