/**
 * Words to regions in reading order, each as its lines: where a page is laid out in columns of prose, each column becomes a region.
 * A gutter is a vertical strip that many lines leave free, with running text on both sides. Tables are not split.
 */
import type { Word } from "../model/page.js";
import { quantile } from "./cluster.js";
import {
  countGapsWithNext,
  type Gap,
  type GappedLine,
  gapsOf,
  isJustifiedBeside,
  NARROWEST_GUTTER,
} from "./line-gaps.js";
import { shortColumnOf } from "./short-column.js";
import { isJustified, linesOfWords, type WordLine } from "./text-lines.js";

/** Fewest lines that a gutter must separate. */
const FEWEST_LINES = 8;
/** Typical number of words on each side of a gutter from which the text there is prose. */
const PROSE_WORDS = 4;
/** Gutters are searched at multiples of this distance, in points. */
const STEP_PT = 4;
/** Fewest lines in the emptier of two columns, as a share of the fuller one's. */
const FILLED_ALIKE = 0.65;
/** Gaps in a line that only a table has, and the share of such lines from which the text is a table. */
const MANY_GAPS = 3;
const MANY_SHARE = 0.1;
/** Smallest share of the lines beside a table that are prose. */
const PROSE_SHARE = 0.85;
/** Deepest nesting of columns within columns. */
const DEEPEST = 3;

/**
 * Splits words into regions in reading order; text over the full width is a region between the columns above and below
 * it.
 * @param depth how many gutters already surround these words; callers leave it out
 */
export function readingRegions(words: readonly Word[], depth = 0): WordLine[][] {
  const all = linesOfWords(words);
  const lines = all.map((line): RegionLine => ({ line, words: line.words, gaps: gapsOf(line.words) }));
  const gutter = depth < DEEPEST ? commonGutter(lines) : null;
  if (gutter === null) return aroundShortColumn(all, lines);
  const regions: WordLine[][] = [];
  let fullWidth: WordLine[] = [];
  let run: RegionLine[] = [];
  const closeRun = (): void => {
    if (run.length >= FEWEST_LINES && isTwoColumnProse(run, gutter)) {
      if (fullWidth.length > 0) regions.push(fullWidth);
      fullWidth = [];
      const inRun = run.flatMap((line) => line.words);
      for (const side of sidesOf(inRun, gutter)) if (side.length > 0) regions.push(...readingRegions(side, depth + 1));
    } else fullWidth.push(...run.map(({ line }) => line));
    run = [];
  };
  for (const line of lines) {
    if (
      line.words.every((word) => word.bbox[2] <= gutter + 1 || word.bbox[0] >= gutter - 1) &&
      !runsAcross(line, gutter)
    ) {
      run.push(line);
    } else {
      closeRun();
      fullWidth.push(line.line);
    }
  }
  closeRun();
  if (fullWidth.length > 0) regions.push(fullWidth);
  return regions.length > 1 ? regions : aroundShortColumn(all, lines);
}

/** The lines as one region, or as those above, in, and below two columns of which the second is short. */
function aroundShortColumn(all: WordLine[], lines: readonly GappedLine[]): WordLine[][] {
  const column = shortColumnOf(lines);
  if (column === null) return [all];
  const words = all.slice(column.from, column.to).flatMap((line) => line.words);
  const isSecond = ({ bbox }: Word): boolean => bbox[2] > column.x;
  return [
    all.slice(0, column.from),
    linesOfWords(words.filter((word) => !isSecond(word))),
    linesOfWords(words.filter(isSecond)),
    all.slice(column.to),
  ].filter((region) => region.length > 0);
}

interface RegionLine extends GappedLine {
  readonly line: WordLine;
}

/**
 * Whether lines are prose in two columns: both are filled on most lines. Cells of a table are not, and have more
 * columns.
 */
function isTwoColumnProse(run: readonly GappedLine[], gutter: number): boolean {
  const left = run.filter((line) => line.words.some((word) => word.bbox[2] <= gutter + 1)).length;
  const right = run.filter((line) => line.words.some((word) => word.bbox[2] > gutter + 1)).length;
  if (Math.min(left, right) < FILLED_ALIKE * Math.max(left, right)) return false;
  const inMany = run.filter(
    (line, at) => countGapsWithNext(line, run[at + 1]) >= MANY_GAPS && !isJustifiedBeside(line, gutter),
  ).length;
  return inMany < MANY_SHARE * run.length || isTableBesideProse(run, gutter);
}

/**
 * Whether the many gaps are those of a table in one column of the prose: the other column is prose all along, and the table's has
 * prose above or below. In a table over both columns, no lines of prose follow one another without a row that begins among them.
 */
function isTableBesideProse(run: readonly GappedLine[], gutter: number): boolean {
  const sides = sidesOf(
    run.flatMap((line) => line.words),
    gutter,
  ).map((words) => linesOfWords(words).map((line) => (isProse(line.words) ? line.words.length : 0)));
  return (
    sides.every((counts) => longestProse(counts) >= FEWEST_LINES) &&
    sides.some((counts) => counts.filter((count) => count > 0).length >= PROSE_SHARE * counts.length)
  );
}

const isProse = (words: readonly Word[]): boolean => gapsOf(words).length === 0 || isJustified(words);

/** Most lines of prose that follow one another, with few words on average or more. @param counts words of each line, 0 where it is no prose */
function longestProse(counts: readonly number[]): number {
  let [longest, lines, words] = [0, 0, 0];
  for (const count of counts) {
    [lines, words] = count === 0 ? [0, 0] : [lines + 1, words + count];
    if (words >= PROSE_WORDS * lines) longest = Math.max(longest, lines);
  }
  return longest;
}

/** The words on the left and on the right of the gutter. */
const sidesOf = (words: readonly Word[], gutter: number): [Word[], Word[]] => [
  words.filter((word) => word.bbox[2] <= gutter + 1),
  words.filter((word) => word.bbox[2] > gutter + 1),
];

/** Whether a line runs across the gutter, with no more than a space between words there. */
function runsAcross(line: GappedLine, gutter: number): boolean {
  const left = line.words.filter((word) => word.bbox[2] <= gutter + 1).at(-1);
  const right = line.words.find((word) => word.bbox[0] >= gutter - 1);
  if (left === undefined || right === undefined) return false;
  return right.bbox[0] - left.bbox[2] < NARROWEST_GUTTER * Math.min(left.sizePt, right.sizePt) * 0.8;
}

/**
 * The x position, in points, that most lines leave free between running text on both sides; null where there is none.
 */
function commonGutter(lines: readonly GappedLine[]): number | null {
  const counts = new Map<number, Gap[]>();
  for (const line of lines)
    for (const gap of line.gaps)
      for (let step = Math.ceil(gap.from / STEP_PT); step * STEP_PT <= gap.to; step += 1) {
        const same = counts.get(step);
        if (same === undefined) counts.set(step, [gap]);
        else same.push(gap);
      }
  let best: { step: number; count: number } | null = null;
  for (const [step, gaps] of counts) {
    if (gaps.length < FEWEST_LINES || gaps.length <= (best?.count ?? 0)) continue;
    const left = quantile(
      gaps.map((gap) => gap.wordsLeft),
      0.4,
    );
    const right = quantile(
      gaps.map((gap) => gap.wordsRight),
      0.4,
    );
    if (left >= PROSE_WORDS && right >= PROSE_WORDS) best = { step, count: gaps.length };
  }
  return best === null ? null : best.step * STEP_PT;
}
