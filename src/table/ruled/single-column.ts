/**
 * Tables with a single column, as lists in a drawn box. In: the sides of painted boxes and rules of one width, the words that no other
 * table has, and the colours of boxes. Out: grids of a heading on a colour of its own and two rows or more. A box with a title and one
 * text is none.
 */
import { clusterValues } from "../../geometry/cluster.js";
import { linesOfWords } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { chunksOfLine } from "../aligned/chunks.js";
import type { FillLookup } from "../filled/cell-fill.js";
import type { Grid } from "../grid.js";
import type { WordsByHeight } from "../words-by-height.js";
import { type Edge, SNAP_PT } from "./edges.js";
import { type RuleRegion, ruleRegions } from "./rule-regions.js";

/** Fewest bands: a heading and two rows. */
const FEWEST_BANDS = 3;
/** Bands that are lower are gaps between boxes, in points. */
const LOWEST_PT = 6;
/** Most lines of a heading. */
const HEADING_LINES = 2;
/** Smallest share of lines that are one text: others are rows of several columns. */
const ONE_TEXT = 0.8;

/** @param taken words of other tables */
export function singleColumnGrids(
  words: WordsByHeight,
  taken: ReadonlySet<Word>,
  edges: readonly Edge[],
  colourOf: FillLookup,
): Grid[] {
  return ruleRegions(edges).flatMap((region) => {
    const bands = bandsOf(region, words);
    const [heading, first] = bands;
    if (heading === undefined || first === undefined || bands.length < FEWEST_BANDS) return [];
    const own = bands.flatMap((band) => band.words);
    const colour = colourOf(heading.box, heading.words);
    if (colour === null || colour === colourOf(first.box, first.words)) return [];
    if (own.some((word) => taken.has(word)) || !isOneColumn(own, region)) return [];
    if (linesOfWords(heading.words).length > HEADING_LINES) return [];
    const cells = bands.map((band, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, words: band.words }));
    const ys = [heading.box[1], ...bands.map(({ box }) => box[3])];
    return [{ xs: [region.x0, region.x1], ys, cells }];
  });
}

interface Band {
  readonly box: Bbox;
  readonly words: Word[];
}

/** The bands of a region with words, from its first one on, up to the first that has none. */
function bandsOf({ x0, x1, ys }: RuleRegion, words: WordsByHeight): Band[] {
  const levels = clusterValues(ys, SNAP_PT);
  const bands: Band[] = [];
  for (const [at, bottom] of levels.slice(1).entries()) {
    const box: Bbox = [x0, levels[at] ?? 0, x1, bottom];
    if (box[3] - box[1] < LOWEST_PT) continue;
    const inside = words.within(box);
    if (inside.length === 0) break;
    bands.push({ box, words: inside });
  }
  return bands;
}

/** Whether words are within the width of the rules, and each line of them is one text. */
function isOneColumn(words: readonly Word[], { x0, x1 }: RuleRegion): boolean {
  if (words.some(({ bbox }) => bbox[0] < x0 - SNAP_PT || bbox[2] > x1 + SNAP_PT)) return false;
  const lines = linesOfWords(words).map((line) => chunksOfLine(line).chunks.length);
  return lines.filter((count) => count === 1).length >= ONE_TEXT * lines.length;
}
