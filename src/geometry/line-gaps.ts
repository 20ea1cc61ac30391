/** Gaps in a line that are wider than spaces between words: gutters, of prose columns or of a table, may run there. */
import type { Word } from "../model/page.js";
import { centreY } from "./boxes.js";
import { isJustified } from "./text-lines.js";

/** Narrowest gutter, as a multiple of the type size. */
export const NARROWEST_GUTTER = 0.9;
/**
 * Largest distance between two interlocked lines, as a multiple of the type size: too small for one to follow the other
 * in a cell.
 */
const INTERLOCKED = 0.9;

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly wordsLeft: number;
  readonly wordsRight: number;
}

export interface GappedLine {
  readonly words: readonly Word[];
  readonly gaps: readonly Gap[];
}

/** The gaps of a line whose words are sorted from left to right. */
export function gapsOf(words: readonly Word[]): Gap[] {
  const found: { from: number; to: number; at: number }[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (before === undefined || word === undefined) continue;
    if (word.bbox[0] - before.bbox[2] >= NARROWEST_GUTTER * Math.max(before.sizePt, word.sizePt))
      found.push({ from: before.bbox[2], to: word.bbox[0], at });
  }
  return found.map(({ from, to, at }, index) => ({
    from,
    to,
    wordsLeft: at - (found[index - 1]?.at ?? 0),
    wordsRight: (found[index + 1]?.at ?? words.length) - at,
  }));
}

/** Whether a line is justified text on both sides of the gutter, so that its wide gaps are only stretched spaces. */
export function isJustifiedBeside({ words }: GappedLine, gutter: number): boolean {
  const left = words.filter((word) => word.bbox[2] <= gutter + 1);
  const right = words.slice(left.length);
  const sides = [left, right];
  return sides.some(isJustified) && sides.every((side) => isJustified(side) || gapsOf(side).length === 0);
}

/**
 * Number of gaps in a line. Where the line below interlocks with it (cells aligned differently), both are counted as
 * one row.
 */
export function countGapsWithNext(line: GappedLine, below: GappedLine | undefined): number {
  const [word, other] = [line.words[0], below?.words[0]];
  if (below === undefined || word === undefined || other === undefined) return line.gaps.length;
  if (centreY(other.bbox) - centreY(word.bbox) >= INTERLOCKED * word.sizePt) return line.gaps.length;
  const own = new Set(line.words);
  const words = [...line.words, ...below.words].sort((a, b) => a.bbox[0] - b.bbox[0]);
  let gaps = 0;
  for (const [at, each] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined) continue;
    const gap = each.bbox[0] - before.bbox[2];
    if (gap < 0) return line.gaps.length;
    if (own.has(each) !== own.has(before) || gap >= NARROWEST_GUTTER * Math.max(before.sizePt, each.sizePt)) gaps += 1;
  }
  return gaps;
}
