/**
 * Column headings that a band of colour, or a rule below them, sets off from the text in their columns. In: a page's upright words, and
 * the rules and sides of painted boxes that draw no table. Out: the headings with the area that they head. A single text on a band is a
 * title.
 */
import { centreY } from "../../geometry/boxes.js";
import { linesOfWords } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import { type Chunk, chunksOfLine } from "../aligned/chunks.js";
import type { Edge } from "../ruled/edges.js";
import { isWithinWidth, ruleRegions } from "../ruled/rule-regions.js";
import type { WordsByHeight } from "../words-by-height.js";

export interface Headings {
  readonly chunks: readonly Chunk[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  /** Where the band ends, or the rule is. */
  readonly bottom: number;
  readonly sizePt: number;
}

/** Tallest band of headings, as a multiple of their type size: more is a box with text in it. */
const TALLEST = 6;
/** Largest distance between headings and the rule below them, as a multiple of the type size. */
const ABOVE_RULE = 1;
/** Shortest rule below headings, in points. */
const SHORTEST_PT = 100;
/** More rules than this are a drawing. */
const MOST_RULES = 400;
/** Most tables with such headings on a page. */
const MOST_TABLES = 12;
/** Fewest headings. */
const FEWEST = 2;

export function headingsOn(words: WordsByHeight, edges: readonly Edge[]): Headings[] {
  if (edges.length > MOST_RULES) return [];
  const regions = ruleRegions(edges);
  const bands = regions.filter(({ ys }) => ys.length === 2);
  const inRegions = new Set(regions.flatMap(({ ys }) => ys));
  const single = edges.filter(({ at, from, to }) => to - from >= SHORTEST_PT && !inRegions.has(at));
  const found = [
    ...bands.flatMap(({ x0, x1, ys: [top = 0, bottom = 0] }) => headingsIn(words, { x0, x1, top, bottom })),
    ...single.flatMap((rule) => headingsAbove(words, rule)),
  ];
  return found.slice(0, MOST_TABLES);
}

interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

function headingsIn(words: WordsByHeight, area: Area): Headings[] {
  const inside = words.between(area.top, area.bottom).filter((word) => isWithinWidth(word, { ...area, ys: [] }));
  return headingsOf(inside, area).filter(({ sizePt }) => area.bottom - area.top <= TALLEST * sizePt);
}

/** The line directly above a rule, where all of it is within the rule's width. */
function headingsAbove(words: WordsByHeight, { at, from, to }: Edge): Headings[] {
  const area = { x0: from, x1: to, top: at - SHORTEST_PT / 4, bottom: at };
  const line = linesOfWords(words.between(area.top, at)).at(-1);
  if (line === undefined || at - line.bbox[3] > ABOVE_RULE * line.sizePt) return [];
  if (!line.words.every((word) => isWithinWidth(word, { ...area, ys: [] }))) return [];
  return headingsOf(line.words, { ...area, top: line.bbox[1] });
}

function headingsOf(words: readonly Word[], area: Area): Headings[] {
  const lines = linesOfWords(words).map(chunksOfLine);
  const [line] = lines;
  if (line === undefined || lines.length > 1 || line.chunks.length < FEWEST) return [];
  if (line.chunks.some(({ numeric }) => numeric) || centreY(line.bbox) > area.bottom) return [];
  return [{ ...area, chunks: line.chunks, sizePt: line.sizePt }];
}
