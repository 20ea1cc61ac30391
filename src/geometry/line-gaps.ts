/** Gaps in a line that are no spaces between its words: where columns, of prose or of a table, may be parted. */
import type { Word } from "../model/page.js";
import { centreY } from "./boxes.js";
import { isJustified } from "./text-lines.js";

/** Narrowest gutter, in sizes of the type. */
export const NARROWEST_GUTTER = 0.9;
/** How far apart, in sizes of the type, lines stand at most of which neither can be the next of the other. */
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

/** Whether a line's gaps on either side are the spaces of stretched text. */
export function isJustifiedBeside({ words }: GappedLine, gutter: number): boolean {
  const left = words.filter((word) => word.bbox[2] <= gutter + 1);
  const right = words.slice(left.length);
  const sides = [left, right];
  return sides.some(isJustified) && sides.every((side) => isJustified(side) || gapsOf(side).length === 0);
}

/** Gaps of a line, with the one below where that stands between its own and the next of its cells. */
export function countGapsWithNext(line: GappedLine, below: GappedLine | undefined): number {
  const [word, other] = [line.words[0], below?.words[0]];
  if (below === undefined || word === undefined || other === undefined) return line.gaps.length;
  if (centreY(other.bbox) - centreY(word.bbox) >= INTERLOCKED * word.sizePt) return line.gaps.length;
  const own = new Set(line.words);
  const words = [...line.words, ...below.words].sort((a, b) => a.bbox[0] - b.bbox[0]);
  let turns = 0;
  for (const [at, each] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined) continue;
    const gap = each.bbox[0] - before.bbox[2];
    if (gap < 0) return line.gaps.length;
    if (own.has(each) !== own.has(before) || gap >= NARROWEST_GUTTER * Math.max(before.sizePt, each.sizePt)) turns += 1;
  }
  return turns;
}
