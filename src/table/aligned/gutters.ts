/**
 * Columns that are closer than words are elsewhere, as in narrow cells of a word processor. In: lines in chunks. Out:
 * the same lines, their chunks cut where a word starts at one position on many lines and none crosses it.
 */
import type { Word } from "../../model/page.js";
import { isSwatch } from "../filled/swatches.js";
import { type ChunkLine, chunkOf } from "./chunks.js";

/** Largest difference between such starts, in points. */
const SAME_START_PT = 0.8;
/** Fewest lines with a word that starts there, and fewest of these with a word just before it. */
const FEWEST_STARTS = 6;
const FEWEST_CUTS = 2;
/** Fewest lines where colour patches or wide gaps beside them show that the start is no part of a text. */
const FEWEST_SURE = 3;
/** Smallest share of lines with a word that starts there, of those that reach the position. */
const MOSTLY = 0.5;
/** Widest space between the groups of a figure's digits, as a multiple of the type size. */
const DIGIT_GAP = 0.4;
/** The bullet or number of a list item, which is not a column. */
export const BULLET = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,3}[.)]|o)$/u;

export function cutAtGutters(lines: readonly ChunkLine[]): ChunkLine[] {
  const cuts = guttersOf(lines);
  if (cuts.length === 0) return [...lines];
  return lines.map((line) => ({
    ...line,
    chunks: line.chunks.flatMap(({ words }) => {
      // A chunk of several lines returns to each column with every line.
      const runs = new Map<number, Word[]>();
      let from = Number.NEGATIVE_INFINITY;
      let before = Number.NEGATIVE_INFINITY;
      for (const word of words) {
        const [x] = word.bbox;
        if (x < before) from = Number.NEGATIVE_INFINITY;
        from = cuts.find((cut) => isAt(word, cut)) ?? from;
        before = x;
        const run = runs.get(from);
        if (run === undefined) runs.set(from, [word]);
        else run.push(word);
      }
      return [...runs.values()].map(chunkOf);
    }),
  }));
}

const isAt = (word: Word, x: number): boolean => Math.abs(word.bbox[0] - x) <= SAME_START_PT;

/** Index of the first of ascending values that is not below a value. */
function firstFrom(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions within chunks where columns start. */
function guttersOf(lines: readonly ChunkLine[]): number[] {
  const starts = lines
    .flatMap((line) => line.chunks.flatMap(({ words }) => words.map((word) => word.bbox[0])))
    .sort((a, b) => a - b);
  const isShared = (x: number): boolean => {
    const first = firstFrom(starts, x - SAME_START_PT);
    return (starts[first + FEWEST_SURE - 1] ?? Number.POSITIVE_INFINITY) <= x + SAME_START_PT;
  };
  const places: number[] = [];
  for (const line of lines)
    for (const { words } of line.chunks)
      for (const word of words.slice(1))
        if (isShared(word.bbox[0]) && !places.some((place) => isAt(word, place))) places.push(word.bbox[0]);
  return places.filter((place) => isGutter(place, lines));
}

function isGutter(place: number, lines: readonly ChunkLine[]): boolean {
  let starts = 0;
  let reach = 0;
  let apart = 0;
  let groups = 0;
  const before: Word[] = [];
  for (const line of lines) {
    const words = line.chunks.flatMap((chunk) => chunk.words);
    if (words.some(({ bbox }) => bbox[0] < place - SAME_START_PT && bbox[2] > place + SAME_START_PT)) return false;
    if ((words.at(-1)?.bbox[2] ?? 0) > place + SAME_START_PT) reach += 1;
    const at = words.findIndex((word) => isAt(word, place));
    if (at < 0) continue;
    starts += 1;
    if (line.chunks.some(({ words: [first] }, index) => index > 0 && first !== undefined && isAt(first, place)))
      apart += 1;
    const [left, word] = [words[at - 1], words[at]];
    if (left === undefined || word === undefined) continue;
    before.push(left);
    if (isDigitGroup(left, word)) groups += 1;
  }
  const fewest = before.some(isSwatch) || apart >= FEWEST_SURE ? FEWEST_SURE : FEWEST_STARTS;
  if (starts < fewest || starts < MOSTLY * reach || before.length < FEWEST_CUTS) return false;
  return groups < MOSTLY * before.length && !before.every((word) => BULLET.test(word.text));
}

/** Whether a word is the next group of a figure's digits, as in "1 234". */
const isDigitGroup = (left: Word, word: Word): boolean =>
  /\d$/.test(left.text) && /^\d{3}(?!\d)/.test(word.text) && word.bbox[0] - left.bbox[2] < DIGIT_GAP * word.sizePt;
