/** Words to lines of text, from top to bottom: words that overlap in height share a line, sorted from left to right. */
import type { Aside } from "../model/aside.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import { boundsOf, centreY, heightOf, overlap } from "./boxes.js";
import { sortedBy } from "./sorted-by.js";

export interface WordLine {
  readonly words: readonly Word[];
  readonly bbox: Bbox;
  /** Largest type size on the line, in points. */
  readonly sizePt: number;
}

/**
 * Smallest overlap of a word with its line, as a share of the lower one's height: includes superscripts, not the next
 * line.
 */
const SHARED_HEIGHT = 0.5;
/** How many of the last lines a word may still join: neighbouring lines of different type sizes overlap. */
const OPEN_LINES = 6;
/** What dots, arrows and other signs have none of. */
const TEXT = /[\p{L}\p{N}]/u;
/** A word taller than this multiple of its type size is printed vertically. */
const UPRIGHT_HEIGHT = 2.2;

export const isUpright = (word: Word): boolean =>
  heightOf(word.bbox) <= UPRIGHT_HEIGHT * word.sizePt || heightOf(word.bbox) <= word.bbox[2] - word.bbox[0];

/** Words from top to bottom, by their centres. */
export const byHeight = (words: readonly Word[]): Word[] => sortedBy(words, ({ bbox }) => centreY(bbox));

/** A line that words may still join. */
interface OpenLine {
  readonly words: Word[];
  top: number;
  bottom: number;
  sizePt: number;
  /** Size of the type that gives its height. */
  tallest: number;
  hasText: boolean;
}

/** The one of the last lines that a word from `top` to `bottom` shares most height with; none where it begins a line. */
function lineFor(lines: readonly OpenLine[], top: number, bottom: number): OpenLine | null {
  let best: OpenLine | null = null;
  let bestShare = SHARED_HEIGHT;
  for (let at = Math.max(0, lines.length - OPEN_LINES); at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const lower = Math.max(0.1, Math.min(bottom - top, line.bottom - line.top));
    const share = overlap(top, bottom, line.top, line.bottom) / lower;
    if (share > bestShare) [best, bestShare] = [line, share];
  }
  return best;
}

/** Groups words into lines; the words may come in any order. */
export function linesOfWords(words: readonly Word[]): WordLine[] {
  const sorted = byHeight(words);
  const lines: OpenLine[] = [];
  for (const word of sorted) {
    const [, top, , bottom] = word.bbox;
    const best = lineFor(lines, top, bottom);
    const { sizePt } = word;
    const hasText = TEXT.test(word.text);
    if (best === null) lines.push({ words: [word], top, bottom, sizePt, tallest: sizePt, hasText });
    else {
      best.words.push(word);
      // The largest type gives the line's height; a union would grow into neighbouring lines, as a large dot beside them does.
      if (hasText === best.hasText ? sizePt > best.tallest : hasText)
        Object.assign(best, { top, bottom, tallest: sizePt, hasText });
      best.sizePt = Math.max(best.sizePt, sizePt);
    }
  }
  return lines
    .map(({ words: found, sizePt }) => ({
      words: found.sort((a, b) => a.bbox[0] - b.bbox[0]),
      bbox: boundsOf(found.map((word) => word.bbox)) ?? [0, 0, 0, 0],
      sizePt,
    }))
    .sort((a, b) => centreY(a.bbox) - centreY(b.bbox));
}

/** Fewest words from which justification can be detected, and the largest difference between its spaces, in points. */
const FEWEST_JUSTIFIED = 4;
const SAME_SPACE_PT = 0.8;
/** Widest normal space, as a multiple of the type size; spaces of a justified line are wider. */
const WIDER_SPACE = 0.5;

/**
 * Whether a line of prose was justified: stretched to the width of its column, so that its wide spaces are all equal.
 */
export function isJustified(words: readonly Word[]): boolean {
  if (words.length < FEWEST_JUSTIFIED) return false;
  let [least, most, named] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const [at, word] of words.entries()) {
    if (/\p{L}{2}/u.test(word.text)) named += 1;
    const before = words[at - 1];
    if (before === undefined) continue;
    const space = word.bbox[0] - before.bbox[2];
    [least, most] = [Math.min(least, space), Math.max(most, space)];
    if (most - least > SAME_SPACE_PT) return false;
  }
  return least > WIDER_SPACE * (words[0]?.sizePt ?? 0) && named > words.length / 2;
}

/** Whether a word is part of the text around it. */
export const isInText = (word: Word): boolean => word.aside === undefined;

/** Words that are no part of the text around them, in reading order: neighbours of one kind are joined. */
export function asidesOf(words: readonly Word[]): Aside[] {
  if (words.every(isInText)) return [];
  const asides: Aside[] = [];
  for (const { words: inLine } of linesOfWords(words))
    for (const [at, { text, aside }] of inLine.entries()) {
      if (aside === undefined) continue;
      const last = asides.at(-1);
      if (last?.reason !== aside || (at > 0 && inLine[at - 1]?.aside !== aside)) asides.push({ text, reason: aside });
      else asides[asides.length - 1] = { text: `${last.text} ${text}`, reason: aside };
    }
  return asides;
}

/** A line of text with its box. */
export interface TextLine {
  readonly text: string;
  readonly bbox: Bbox;
}

/** The words' text in reading order: spaces between words, and a line for each line; vertical words come last. */
export function textLinesOfWords(all: readonly Word[]): TextLine[] {
  const words = all.every(isInText) ? all : all.filter(isInText);
  const upright = words.filter(isUpright);
  const turned = words.filter((word) => !isUpright(word)).sort((a, b) => a.bbox[0] - b.bbox[0]);
  const lines = linesOfWords(upright).map(({ words: own, bbox }) => ({
    text: own.map(({ text }) => text).join(" "),
    bbox,
  }));
  return [...lines, ...turned];
}
