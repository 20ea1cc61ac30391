/**
 * Words outside tables to lines in reading order, each with its indent and whether a gap comes before it. Vertical
 * words are left out.
 */
import { quantile } from "../geometry/cluster.js";
import { readingRegions } from "../geometry/reading-regions.js";
import { isUpright, linesOfWords, type WordLine } from "../geometry/text-lines.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

export interface PageLine {
  readonly text: string;
  readonly bbox: Bbox;
  /** Left and right bounds of its text column. */
  readonly region: readonly [number, number];
  /** Distance from the left bound of its text column, in characters. */
  readonly indent: number;
  readonly gapBefore: boolean;
}

/** Mean width of a character, as a multiple of the type size. */
const CHARACTER = 0.5;
/** Widest space between words of a sentence, as a multiple of the type size. */
const WIDEST_SPACE = 0.95;
/** A distance between lines is a gap from this multiple of the usual distance. */
const WIDER = 1.3;

const middleOf = (line: WordLine): number => (line.bbox[1] + line.bbox[3]) / 2;

/** Distance to the line above, as a multiple of the smaller type size. */
const distance = (above: WordLine, line: WordLine): number =>
  (middleOf(line) - middleOf(above)) / Math.max(1, Math.min(above.sizePt, line.sizePt));

/** Words joined by a space, or by two where the gap is wider than a space. */
function spacedText(line: WordLine): string {
  let text = "";
  line.words.forEach((word, at) => {
    const before = line.words[at - 1];
    if (before !== undefined) text += word.bbox[0] - before.bbox[2] > WIDEST_SPACE * line.sizePt ? "  " : " ";
    text += word.text;
  });
  return text;
}

export function linesOfPage(words: readonly Word[]): PageLine[] {
  const regions = readingRegions(words.filter(isUpright)).map((region) => linesOfWords(region));
  const usual = quantile(
    regions.flatMap((lines) => lines.slice(1).map((line, at) => distance(lines[at] ?? line, line))),
    0.3,
  );
  return regions.flatMap((lines) => {
    const x0 = Math.min(...lines.map((line) => line.bbox[0]));
    const x1 = Math.max(...lines.map((line) => line.bbox[2]));
    return lines.map((line, at) => {
      const above = lines[at - 1];
      return {
        text: spacedText(line),
        bbox: line.bbox,
        region: [x0, x1] as const,
        indent: Math.max(0, Math.round((line.bbox[0] - x0) / Math.max(1, CHARACTER * line.sizePt))),
        gapBefore: above === undefined ? at === 0 : distance(above, line) > WIDER * Math.max(1, usual),
      };
    });
  });
}
