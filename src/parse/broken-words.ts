/**
 * Words that are broken at the ends of lines put together. In: lines, and the words of the document. Out: the text of two lines,
 * and what was printed where a hyphen was taken out or may have to be. Hyphens that are a word's own stay.
 */
import { hyphenAtLineEnd, type Vocabulary } from "../language/hyphens.js";
import type { Block } from "../model/block.js";

const BROKEN = /(\p{L}+)([-\u2010\u00ad])$/u;
const REST = /^\p{L}+/u;

export interface Joined {
  /** Length of the hyphen at the first line's end, and what is between the lines in its place. */
  readonly cut: number;
  readonly glue: "" | "-";
  /** The broken word as printed and as read, where it may be doubted. */
  readonly repair: { readonly raw: string; readonly value: string } | null;
}

/** How two lines are joined over a word that the first one's end breaks; null where it breaks none. */
export type JoinBroken = (line: string, next: string) => Joined | null;

/** @param blocks all of the document: its words are gathered when a broken one is met first */
export function brokenWordJoiner(blocks: readonly Block[]): JoinBroken {
  let vocabulary: Vocabulary | null = null;
  return (line, next) => {
    const [, before, hyphen = ""] = BROKEN.exec(line.slice(-LONGEST)) ?? [];
    const after = before === undefined ? undefined : REST.exec(next)?.[0];
    if (before === undefined || after === undefined) return null;
    vocabulary ??= vocabularyOf(blocks);
    const kind = hyphenAtLineEnd(before, after, hyphen !== "-", vocabulary);
    const glue = kind === "added" ? "" : "-";
    const repair = { raw: `${before}${hyphen}\n${after}`, value: `${before}${glue}${after}` };
    return { cut: hyphen.length, glue, repair: kind === "own" ? null : repair };
  };
}

/** Longest word that is looked at, in characters. */
const LONGEST = 60;
const WORD = /\p{L}+(?:-\p{L}+)*/gu;
const LINE_END = /\p{L}+[-\u2010\u00ad]\s*$/u;
/** Most characters that are searched for words: those of a very long document are known from its beginning. */
const MOST_CHARACTERS = 2_000_000;

function vocabularyOf(blocks: readonly Block[]): Vocabulary {
  const [words, compounds] = [new Set<string>(), new Set<string>()];
  let left = MOST_CHARACTERS;
  let isBroken = false;
  for (const block of blocks) {
    if (left <= 0) break;
    const texts = block.kind === "row" ? block.cells.map(({ text }) => text) : [block.text];
    for (const line of texts.flatMap((text) => text.split("\n"))) {
      left -= line.length;
      addWords(isBroken ? line.replace(REST, "") : line, words, compounds);
      isBroken = LINE_END.test(line.slice(-LONGEST));
    }
  }
  return { words, compounds, sorted: [...words].sort() };
}

/** Adds the words of a line, without one that its end breaks. */
function addWords(line: string, words: Set<string>, compounds: Set<string>): void {
  const end = LINE_END.exec(line.slice(-LONGEST));
  const whole = end === null ? line : line.slice(0, line.length - end[0].length);
  for (const [word] of whole.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (lower.includes("-")) compounds.add(lower);
    else words.add(lower);
  }
}
