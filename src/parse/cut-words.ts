/**
 * Text cut by cell borders put together: a cell that only repeats the beginning of the next is dropped, a word cut in
 * two is joined where the whole word stands elsewhere in the report. What the report does not bear out stays as printed.
 */
import { wordsOf } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { Repair } from "../schema/values.js";
import { textOf } from "./ledger.js";

/** Letters that recognition doubles at a border, at most. */
const LONGEST_DOUBLED = 4;
const LAST_WORD = /(\p{L}+)$/u;
const FIRST_WORD = /^(\p{L}+)/u;

/** The words of a report that no border touches, in lower case; they are gathered when first asked for. */
export function wholeWords(blocks: readonly Block[], from: number, to: number): () => ReadonlySet<string> {
  let words: ReadonlySet<string> | null = null;
  return () => {
    words ??= gatherWords(blocks, from, to);
    return words;
  };
}

function gatherWords(blocks: readonly Block[], from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const cut = block.kind === "row" && block.borders === "loose";
    const texts = block.kind === "row" ? block.cells.map((cell) => cell.text) : [textOf(block)];
    for (const text of texts) {
      const found = wordsOf(text);
      const [start, end] = cut ? [1, found.length - 1] : [0, found.length];
      for (let at = start; at < end; at += 1) words.add(found[at] ?? "");
    }
  }
  // Most words come many times: each is put in lower case once.
  const lower = new Set<string>();
  for (const word of words) lower.add(word.toLowerCase());
  return lower;
}

/** Joins a row's cells into one text and says what was repaired. */
export function joinCutCells(
  cells: readonly string[],
  words: () => ReadonlySet<string>,
): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  let text = "";
  for (const cell of cells) {
    if (cell === "") continue;
    if (text === "") {
      text = cell;
      continue;
    }
    if (repeatsStart(text, cell)) {
      repairs.push({ field: "text", raw: `${text}\t${cell.slice(0, text.length)}`, value: cell.slice(0, text.length) });
      text = cell;
      continue;
    }
    const repaired = joinWord(text, cell, words);
    if (repaired !== null) {
      repairs.push({ field: "text", raw: repaired.raw, value: repaired.value });
      text = repaired.text;
    } else text = `${text} ${cell}`;
  }
  return { text, repairs };
}

/** "Update | Update: 13.12.19", "Notting | Nottinghamshire Police": the left cell shows the start of the right one. */
function repeatsStart(left: string, right: string): boolean {
  return left.length >= 3 && right.length > left.length && right.startsWith(left);
}

function joinWord(
  left: string,
  right: string,
  words: () => ReadonlySet<string>,
): { text: string; raw: string; value: string } | null {
  const last = LAST_WORD.exec(left)?.[1];
  const first = FIRST_WORD.exec(right)?.[1];
  if (last === undefined || first === undefined || !/^\p{Ll}/u.test(first)) return null;
  const known = words();
  if (known.has(last.toLowerCase()) && known.has(first.toLowerCase())) return null;
  for (let doubled = Math.min(LONGEST_DOUBLED, last.length, first.length); doubled >= 0; doubled -= 1) {
    if (doubled > 0 && !last.endsWith(first.slice(0, doubled))) continue;
    const value = last + first.slice(doubled);
    if (!known.has(value.toLowerCase())) continue;
    return { text: left + first.slice(doubled) + right.slice(first.length), raw: `${last}\t${first}`, value };
  }
  return null;
}
