/**
 * Words outside tables to lines in reading order, each with its indent and whether a gap comes before it. Vertical
 * words are left out.
 */
import { quantile } from "../geometry/cluster.js";
import { readingRegions } from "../geometry/reading-regions.js";
import { asidesOf, isInText, isUpright, type WordLine } from "../geometry/text-lines.js";
import type { Aside } from "../model/aside.js";
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
  /** What is printed on it and is no part of its text. */
  readonly asides: readonly Aside[];
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
  let isWide = false;
  line.words.forEach((word, at) => {
    const before = line.words[at - 1];
    isWide ||= before !== undefined && word.bbox[0] - before.bbox[2] > WIDEST_SPACE * line.sizePt;
    if (!isInText(word)) return;
    if (text !== "") text += isWide ? "  " : " ";
    text += word.text;
    isWide = false;
  });
  return text;
}

export function linesOfPage(words: readonly Word[]): PageLine[] {
  const regions = readingRegions(words.filter(isUpright));
  const usual = quantile(
    regions.flatMap((lines) => lines.slice(1).map((line, at) => distance(lines[at] ?? line, line))),
    0.3,
  );
  const printed = regions.flatMap((lines) => {
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
        asides: asidesOf(line.words),
      };
    });
  });
  return withText(printed);
}

/** The lines that have text; what was printed on the others is kept with the line above, or with the first line. */
function withText(lines: readonly PageLine[]): PageLine[] {
  if (lines.every(({ text }) => text !== "")) return [...lines];
  const kept: PageLine[] = [];
  let early: readonly Aside[] = [];
  for (const line of lines) {
    const above = kept.at(-1);
    if (line.text !== "") kept.push(early.length === 0 ? line : { ...line, asides: [...early, ...line.asides] });
    else if (above === undefined) early = [...early, ...line.asides];
    else kept[kept.length - 1] = { ...above, asides: [...above.asides, ...line.asides] };
    if (line.text !== "") early = [];
  }
  return kept;
}
