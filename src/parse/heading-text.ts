/**
 * Lines as headings of columns are printed. In: blocks. Out: the text of those that are short enough to be one, and
 * whether a text has few words.
 */
import type { Block } from "../model/block.js";

/** Characters of a line of headings at most. */
export const LONGEST_LINE = 160;

/** A block's text, where it is a line that may be a heading. */
export const lineOf = (block: Block | undefined): string | null =>
  block?.kind === "line" && block.text.length <= LONGEST_LINE ? block.text : null;

/** Whether a text has at most so many words with single spaces between them. */
export function hasWords(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count < most; count += 1) {
    at = text.indexOf(" ", at + 1);
    if (at < 0) return true;
  }
  return false;
}
