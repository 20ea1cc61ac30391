/**
 * Words to regions in reading order: where a page is set in columns of prose, each column is a region of its own.
 * A gutter is a strip that many lines leave free between two stretches of running text.
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
import { linesOfWords } from "./text-lines.js";

/** Lines that a gutter parts at least. */
const FEWEST_LINES = 8;
/** Words on either side of a gutter, in the middle over its lines, that make running text. */
const PROSE_WORDS = 4;
/** Width in points of the steps in which gutters are counted. */
const STEP_PT = 4;
/** Share of the fuller column's lines that the other has at least. */
const BALANCED = 0.65;
/** Gaps of a line, and share of such lines, that only a table has. */
const MANY_GAPS = 3;
const MANY_SHARE = 0.1;
/** Columns within columns. */
const DEEPEST = 3;

export function readingRegions(words: readonly Word[], depth = 0): Word[][] {
  const lines = linesOfWords(words).map((line): GappedLine => ({ words: line.words, gaps: gapsOf(line.words) }));
  const gutter = depth < DEEPEST ? commonGutter(lines) : null;
  if (gutter === null) return [[...words]];
  const regions: Word[][] = [];
  let fullWidth: Word[] = [];
  let run: GappedLine[] = [];
  const closeRun = (): void => {
    if (run.length >= FEWEST_LINES && isTwoColumnProse(run, gutter)) {
      if (fullWidth.length > 0) regions.push(fullWidth);
      fullWidth = [];
      const inRun = run.flatMap((line) => line.words);
      const left = inRun.filter((word) => word.bbox[2] <= gutter + 1);
      const right = inRun.filter((word) => word.bbox[2] > gutter + 1);
      for (const side of [left, right]) if (side.length > 0) regions.push(...readingRegions(side, depth + 1));
    } else fullWidth.push(...run.flatMap((line) => line.words));
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
      fullWidth.push(...line.words);
    }
  }
  closeRun();
  if (fullWidth.length > 0) regions.push(fullWidth);
  return regions;
}

/** Both columns of prose are filled down the page; cells of a table are not, and stand in more columns than two. */
function isTwoColumnProse(run: readonly GappedLine[], gutter: number): boolean {
  const left = run.filter((line) => line.words.some((word) => word.bbox[2] <= gutter + 1)).length;
  const right = run.filter((line) => line.words.some((word) => word.bbox[2] > gutter + 1)).length;
  const inMany = run.filter(
    (line, at) => countGapsWithNext(line, run[at + 1]) >= MANY_GAPS && !isJustifiedBeside(line, gutter),
  ).length;
  return Math.min(left, right) >= BALANCED * Math.max(left, right) && inMany < MANY_SHARE * run.length;
}

/** Whether a line's words run on over the gutter with no more than a space there. */
function runsAcross(line: GappedLine, gutter: number): boolean {
  const left = line.words.filter((word) => word.bbox[2] <= gutter + 1).at(-1);
  const right = line.words.find((word) => word.bbox[0] >= gutter - 1);
  if (left === undefined || right === undefined) return false;
  return right.bbox[0] - left.bbox[2] < NARROWEST_GUTTER * Math.min(left.sizePt, right.sizePt) * 0.8;
}

/** The place that most lines leave free, where running text stands on both sides of it. */
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
