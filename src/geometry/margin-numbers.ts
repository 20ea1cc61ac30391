/**
 * Numbers of lines in a page's margin. In: a page's words. Out: those that count its lines, down a strip of the margin that
 * holds nothing else. The number column of a table is none: its rows take several lines, or its headings stand above it.
 */
import type { Page, Word } from "../model/page.js";
import { boundsOf, centreY, heightOf } from "./boxes.js";
import { linesOfWords } from "./text-lines.js";

/** Fewest numbers that are line numbers: a short list may look the same. */
const FEWEST = 10;
/** Steps between printed numbers: each line, or every fifth or tenth. */
const STEPS = [1, 5, 10];
/** Longest number, in digits. */
const LONGEST = 4;
/** Largest difference between the right or left ends of the numbers, in points. */
const SAME_END_PT = 2;
/** Largest difference between even distances, as a share of the distance. */
const UNEVEN = 0.15;
/** Smallest share of numbers beside no text that shows that they count lines, not rows. */
const BESIDE_NOTHING = 0.1;
/** How far above the numbers a column's heading stands at most, as a multiple of the type size. */
const HEADING_REACH = 2.5;
/** Smallest share of the page's lines with a number beside them. */
const NUMBERED = 0.95;

export function marginNumbers(words: readonly Word[]): ReadonlySet<Word> {
  const figures = words.filter(({ text }) => text.length <= LONGEST && /^[1-9]\d*$/.test(text));
  if (figures.length < FEWEST) return NONE;
  for (const end of [2, 0] as const) {
    const ends = figures.map(({ bbox }) => bbox[end]);
    // The outermost numbers on either side.
    for (const outermost of [least(ends), -least(ends.map((x) => -x))]) {
      const strip = figures.filter(({ bbox }) => Math.abs(bbox[end] - outermost) <= SAME_END_PT);
      const found = new Set(strip);
      const others = words.filter((word) => !found.has(word));
      if (countLines(strip, others)) return found;
    }
  }
  return NONE;
}

/** The page without the numbers in its margin. */
export function withoutMarginNumbers(page: Page): Page {
  const numbers = marginNumbers(page.words);
  return numbers.size === 0 ? page : { ...page, words: page.words.filter((word) => !numbers.has(word)) };
}

const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value));

const NONE: ReadonlySet<Word> = new Set();

function countLines(strip: readonly Word[], others: readonly Word[]): boolean {
  if (strip.length < FEWEST || !areBeside(strip, others)) return false;
  const sorted = [...strip].sort((a, b) => centreY(a.bbox) - centreY(b.bbox));
  const steps = sorted.slice(1).map((word, at) => Number(word.text) - Number(sorted[at]?.text));
  const [step = 0] = steps;
  if (!STEPS.includes(step) || steps.some((each) => each !== step)) return false;
  const numbered = sorted.map(({ bbox }) => centreY(bbox));
  const lines = linesOfWords(others).map(({ bbox }) => centreY(bbox));
  const reach = heightOf(sorted[0]?.bbox ?? [0, 0, 0, 0]) / 2;
  const isNear = (places: readonly number[], y: number): boolean =>
    places.some((other) => Math.abs(other - y) <= reach);
  if (areEven(numbered)) {
    const alone = numbered.filter((y) => !isNear(lines, y)).length;
    if (alone >= BESIDE_NOTHING * numbered.length) return true;
  }
  return step === 1 && lines.filter((y) => isNear(numbered, y)).length >= NUMBERED * lines.length;
}

/** Whether all words near the strip are on one side of it; running heads and feet are further above and below. */
function areBeside(strip: readonly Word[], others: readonly Word[]): boolean {
  const [left, top, right, bottom] = boundsOf(strip.map(({ bbox }) => bbox)) ?? [0, 0, 0, 0];
  const apart = HEADING_REACH * (strip[0]?.sizePt ?? 0);
  const near = others.filter(({ bbox }) => bbox[3] > top - apart && bbox[1] < bottom + apart);
  return near.every(({ bbox }) => bbox[0] > right) || near.every(({ bbox }) => bbox[2] < left);
}

function areEven(places: readonly number[]): boolean {
  const distances = places.slice(1).map((y, at) => y - (places[at] ?? y));
  const mean = distances.reduce((sum, each) => sum + each, 0) / Math.max(1, distances.length);
  return distances.every((each) => Math.abs(each - mean) <= UNEVEN * mean);
}
