/**
 * Headings printed again, on a page or above a group: in another order, or broken over other lines. In: the headings, and the
 * blocks below them. Out: where they come again, and how many blocks they take.
 */
import type { Block } from "../../model/block.js";

export interface HeadingPrint {
  readonly from: number;
  readonly length: number;
}

/** Share of the headings' words that a print of them has at least: a page may break off before the last. */
const SHARE = 0.6;
/** Whole headings that are enough where fewer words are there: others may be printed elsewhere on the page. */
const FEWEST_HEADINGS = 2;
/** Lines that one heading takes at most. */
const HEADING_LINES = 4;

export function repeatedHeadings(
  blocks: readonly Block[],
  from: number,
  to: number,
  headings: readonly string[],
): HeadingPrint[] {
  const words = headings.flatMap(wordsOf);
  const known = new Set(words);
  const prints: HeadingPrint[] = [];
  for (let at = from; at < to; at += 1) {
    if (!wordsAt(blocks, at).every((word) => known.has(word))) continue;
    const length = printAt(blocks, at, to, words) || wholeHeadingsAt(blocks, at, to, headings);
    if (length === 0) continue;
    prints.push({ from: at, length });
    at += length - 1;
  }
  return prints;
}

/** The blocks from one on that hold words of the headings and nothing else; 0 where too few of the words are there. */
function printAt(blocks: readonly Block[], from: number, to: number, words: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let [at, found] = [from, 0];
  for (; at < to; at += 1) {
    const own = wordsAt(blocks, at);
    if (own.length === 0 || !own.every((word) => own.filter((each) => each === word).length <= (left.get(word) ?? 0)))
      break;
    for (const word of own) left.set(word, (left.get(word) ?? 0) - 1);
    found += own.length;
  }
  return found >= words.length * SHARE ? at - from : 0;
}

/** The blocks from one on that are whole headings, one after another; 0 where they are too few. */
function wholeHeadingsAt(blocks: readonly Block[], from: number, to: number, headings: readonly string[]): number {
  const left = new Set(headings.map((heading) => wordsOf(heading).join(" ")).filter((heading) => heading !== ""));
  let [at, found] = [from, 0];
  for (let end = from + 1; end <= to && end - at <= HEADING_LINES; end += 1) {
    const text = blocks
      .slice(at, end)
      .flatMap((_, index) => wordsAt(blocks, at + index))
      .join(" ");
    if (!left.delete(text)) continue;
    at = end;
    found += 1;
  }
  return found < FEWEST_HEADINGS ? 0 : at - from;
}

const wordsAt = (blocks: readonly Block[], at: number): string[] => {
  const block = blocks[at];
  return block?.kind === "line" ? wordsOf(block.text) : [];
};

const wordsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
