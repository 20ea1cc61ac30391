/**
 * Columns that stand closer than words do elsewhere: narrow cells of a word processor leave less than a space. In: lines
 * in chunks. Out: the same lines, their chunks cut where line after line a word begins at one place and none runs over it.
 */
import type { Word } from "../../model/page.js";
import { isSwatch } from "../filled/swatches.js";
import { type ChunkLine, chunkOf } from "./chunks.js";

/** Points by which such beginnings may differ. */
const SAME_START_PT = 0.8;
/** Lines that begin a word there, and lines with words right before it, at least. */
const FEWEST_STARTS = 6;
const FEWEST_CUTS = 2;
/** A patch of colour is never part of a text, and a wide gap is no space: fewer lines say so beside them. */
const FEWEST_SURE = 3;
/** Share of the lines that reach the place which begin a word there. */
const MOSTLY = 0.5;
/** Widest space, in sizes of the type, between groups of a figure's digits. */
const DIGIT_GAP = 0.4;
/** What stands before an item of a list, not in a column of its own. */
const BULLET = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,3}[.)]|o)$/u;

export function cutAtGutters(lines: readonly ChunkLine[]): ChunkLine[] {
  const cuts = guttersOf(lines);
  if (cuts.length === 0) return [...lines];
  return lines.map((line) => ({
    ...line,
    chunks: line.chunks.flatMap(({ words }) => {
      // A chunk of many lines comes back to each column with every line.
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

/** Places inside chunks where columns begin. */
function guttersOf(lines: readonly ChunkLine[]): number[] {
  const places: number[] = [];
  for (const line of lines)
    for (const { words } of line.chunks)
      for (const word of words.slice(1)) if (!places.some((place) => isAt(word, place))) places.push(word.bbox[0]);
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

/** Whether a figure's digits go on behind a space that parts its thousands. */
const isDigitGroup = (left: Word, word: Word): boolean =>
  /\d$/.test(left.text) && /^\d{3}(?!\d)/.test(word.text) && word.bbox[0] - left.bbox[2] < DIGIT_GAP * word.sizePt;
