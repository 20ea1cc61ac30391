/**
 * The text of a line as a reader sees it. In: a line, or the block that holds it. Out: its text without Markdown's signs
 * and with single spaces; null for table rows.
 */
import { hasIrregularSpaces } from "../language/spaces.js";
import type { Block } from "../model/block.js";

/** Longest line from which markup is removed, in characters; longer ones are prose. */
const LONGEST = 2000;
/** Any sign that `withoutMarkup` removes; most lines have none. */
const MARKED_UP = /[>#*_]|^[=~–—-]/;

/** A line without Markdown's signs for headings, bold type, quotes and rules, and with single spaces. */
export function withoutMarkup(text: string): string {
  if (text.length > LONGEST || !(hasIrregularSpaces(text) || MARKED_UP.test(text))) return text;
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/^(?:>\s?)*(?:#{1,6} )?/, "")
    .replace(/ #{1,6}$/, "")
    .replace(/\*\*|__/g, "")
    .replace(/^([*_])(?=\S)(.*\S)\1$/, "$2")
    .trim();
  return /^[=_*~–—-]{3,}$/.test(plain) ? "" : plain;
}

const plainLines = new WeakMap<readonly Block[], (string | null | undefined)[]>();

/** The line of block `index` without its markup; null where the block is no line. Cached: many callers read the same lines. */
export function plainLineAt(blocks: readonly Block[], index: number): string | null {
  let lines = plainLines.get(blocks);
  if (lines === undefined) {
    lines = new Array(blocks.length);
    plainLines.set(blocks, lines);
  }
  let line = lines[index];
  if (line === undefined) {
    const block = blocks[index];
    line = block?.kind === "line" ? withoutMarkup(block.text) : null;
    lines[index] = line;
  }
  return line;
}
