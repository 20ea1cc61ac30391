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
import { linesOfWords, type WordLine } from "./text-lines.js";

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
  if (gutter === null) return [all];
  const regions: WordLine[][] = [];
  let fullWidth: WordLine[] = [];
  let run: RegionLine[] = [];
  const closeRun = (): void => {
    if (run.length >= FEWEST_LINES && isTwoColumnProse(run, gutter)) {
      if (fullWidth.length > 0) regions.push(fullWidth);
      fullWidth = [];
      const inRun = run.flatMap((line) => line.words);
      const left = inRun.filter((word) => word.bbox[2] <= gutter + 1);
      const right = inRun.filter((word) => word.bbox[2] > gutter + 1);
      for (const side of [left, right]) if (side.length > 0) regions.push(...readingRegions(side, depth + 1));
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
  return regions;
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
  const inMany = run.filter(
    (line, at) => countGapsWithNext(line, run[at + 1]) >= MANY_GAPS && !isJustifiedBeside(line, gutter),
  ).length;
  return Math.min(left, right) >= FILLED_ALIKE * Math.max(left, right) && inMany < MANY_SHARE * run.length;
}

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
