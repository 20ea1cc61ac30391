/**
 * Regions between horizontal rules of equal length, where a table may be. In: rules, and lines of text. Out: regions,
 * and the stretches of lines in them that are tabular.
 */
import { clusterValues, quantile } from "../../geometry/cluster.js";
import type { Word } from "../../model/page.js";
import type { ChunkLine } from "../aligned/chunks.js";
import type { Edge } from "./edges.js";
import { wholeRules } from "./whole-rules.js";

/** Largest difference between the starts of cells in a column, in points. */
const SAME_START_PT = 1;
/** Fewest bands of full-width text between rows from which the text below the last row belongs to it. */
const FEWEST_FULL_WIDTH_BANDS = 1;

/** The area between rules of equal length, one below the other; all values in points. */
export interface RuleRegion {
  readonly x0: number;
  readonly x1: number;
  /** Heights of its rules, ascending. */
  readonly ys: readonly number[];
}

/** Largest difference between the ends of rules of one table, in points. */
const SAME_END_PT = 9;
/** Shortest rule that may bound a table, in points. */
const SHORTEST_PT = 60;
/** With more rules than this the page has a drawing; no more regions than this are examined. */
const MOST_RULES = 4000;
const MOST_REGIONS = 60;
/** Widest gap between stripes of one table, as a multiple of the median height. */
const STRIPE_GAP = 3;
/** Largest height of a band with one line that names the rows below it, in points. */
const SECTION_PT = 28;

/**
 * The regions between equal rules, by whole rules and by their pieces: at one height, pieces may be of one table or of tables side by
 * side.
 */
export function ruleRegions(edges: readonly Edge[]): RuleRegion[] {
  if (edges.length > MOST_RULES) return [];
  const whole = wholeRules(edges);
  const regions = regionsOf(whole);
  const byPieces = whole.length === edges.length ? [] : regionsOf(edges);
  const isNew = (region: RuleRegion): boolean =>
    !regions.some((other) => haveSameEnds(region, other) && other.ys.length === region.ys.length);
  return [...regions, ...byPieces.filter(isNew)].sort((a, b) => b.ys.length - a.ys.length).slice(0, MOST_REGIONS);
}

const haveSameEnds = (one: RuleRegion, other: { readonly x0: number; readonly x1: number }): boolean =>
  Math.abs(one.x0 - other.x0) <= SAME_END_PT && Math.abs(one.x1 - other.x1) <= SAME_END_PT;

function regionsOf(edges: readonly Edge[]): RuleRegion[] {
  const open: { x0: number; x1: number; ys: number[] }[] = [];
  const sorted = edges.filter((edge) => edge.to - edge.from >= SHORTEST_PT).sort((a, b) => a.at - b.at);
  for (const rule of sorted) {
    const same = open.find((region) => haveSameEnds(region, { x0: rule.from, x1: rule.to }));
    if (same === undefined) open.push({ x0: rule.from, x1: rule.to, ys: [rule.at] });
    else same.ys.push(rule.at);
  }
  return open.filter((region) => region.ys.length >= 2);
}

/** Whether a word is within the width of the rules, at any height. */
export const isWithinWidth = (word: Word, region: RuleRegion): boolean =>
  word.bbox[0] >= region.x0 - SAME_END_PT && word.bbox[2] <= region.x1 + SAME_END_PT;

/** Whether a line is between the first and last rule. */
export function isBetweenRules(line: ChunkLine, region: RuleRegion): boolean {
  const middle = (line.bbox[1] + line.bbox[3]) / 2;
  return middle > (region.ys[0] ?? 0) && middle < (region.ys.at(-1) ?? 0);
}

/** Cuts a region of stripes at wide gaps: stripes of one table are evenly spaced. */
export function stripedRegions(region: RuleRegion): RuleRegion[] {
  const heights = region.ys.slice(1).map((y, at) => y - (region.ys[at] ?? y));
  const widest = STRIPE_GAP * quantile(heights, 0.5);
  const cut: { x0: number; x1: number; ys: number[] }[] = [];
  region.ys.forEach((y, at) => {
    const last = cut[cut.length - 1];
    if (last === undefined || (heights[at - 1] ?? 0) > widest) cut.push({ x0: region.x0, x1: region.x1, ys: [y] });
    else last.ys.push(y);
  });
  return cut.filter(({ ys }) => ys.length >= 2);
}

/** The lines between two neighbouring rules. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly ChunkLine[];
}

interface Stretch {
  readonly lines: ChunkLine[];
  /** Heights of its rules, ascending. */
  readonly ys: number[];
  /** How often there is full-width text between its rows. */
  fullWidthBands: number;
}

type AreAlike = (above: readonly ChunkLine[], below: readonly ChunkLine[]) => boolean;

/** Cuts a region at bands without several chunks on any line, unless the columns above and below are the same. */
export function tabularStretches(
  region: RuleRegion,
  lines: readonly ChunkLine[],
  shareColumns: AreAlike,
): readonly Stretch[] {
  const bands = bandsOf(region, lines);
  const stretches: Stretch[] = [];
  let waiting: Band[] = [];
  for (const [at, band] of bands.entries()) {
    const last = stretches.at(-1);
    if (!band.lines.some((line) => line.chunks.length > 1)) {
      if (last !== undefined) waiting.push(band);
      continue;
    }
    const titled = last === undefined ? null : otherTable(last, band, bands[at + 1], shareColumns);
    if (last !== undefined && titled === null && continuesStretch(last, waiting, band, shareColumns))
      extend(last, waiting, band);
    else stretches.push({ lines: [...(titled ?? band.lines)], ys: [band.from, band.to], fullWidthBands: 0 });
    waiting = [];
  }
  addLastText(stretches.at(-1), waiting[0]);
  return stretches;
}

const bandsOf = ({ ys }: RuleRegion, lines: readonly ChunkLine[]): Band[] =>
  ys.slice(1).map((to, at) => {
    const from = ys[at] ?? 0;
    const inside = lines.filter((line) => {
      const middle = (line.bbox[1] + line.bbox[3]) / 2;
      return middle > from && middle < to;
    });
    return { from, to, lines: inside };
  });

/** The lines of another table in a band that begins with its title, below the last rule of the table before; null where it has none. */
function otherTable(last: Stretch, band: Band, next: Band | undefined, shareColumns: AreAlike): ChunkLine[] | null {
  const titled = linesAfterTitle(band.lines);
  return titled === null || shareColumns(last.lines, [...titled, ...(next?.lines ?? [])]) ? null : titled;
}

/** @param waiting the bands between, which have no row */
function continuesStretch(last: Stretch, waiting: readonly Band[], band: Band, shareColumns: AreAlike): boolean {
  const between = waiting.reduce((sum, { lines }) => sum + lines.length, 0);
  const isSection = between <= 1 && band.from - (last.ys.at(-1) ?? 0) <= SECTION_PT;
  return isSection || shareColumns(last.lines, band.lines);
}

function extend(last: Stretch, waiting: readonly Band[], band: Band): void {
  const between = waiting.flatMap(({ lines }) => lines);
  last.lines.push(...between, ...band.lines);
  last.ys.push(...waiting.map(({ to }) => to), band.to);
  if (between.length > 0) last.fullWidthBands += 1;
}

/** Adds the text of the last row, below which there is no row. */
function addLastText(last: Stretch | undefined, text: Band | undefined): void {
  const [first] = text?.lines ?? [];
  if (last === undefined || text === undefined || first === undefined) return;
  if (last.fullWidthBands < FEWEST_FULL_WIDTH_BANDS || isFusedRow(first, last.lines)) return;
  last.lines.push(...text.lines);
  last.ys.push(text.to);
}

/** Whether words of a line start where two columns after the first do: a row whose cells leave no gaps. */
function isFusedRow(line: ChunkLine, rows: readonly ChunkLine[]): boolean {
  const starts = rows.flatMap((row) => row.chunks.slice(1).map((chunk) => chunk.bbox[0]));
  const words = line.chunks.flatMap((chunk) => chunk.words).slice(1);
  const columns = clusterValues(starts, SAME_START_PT).filter((start) =>
    words.some((word) => Math.abs(word.bbox[0] - start) <= SAME_START_PT),
  );
  return columns.length >= 2;
}

/** The lines of a band after the single chunks at its beginning; null where it begins with a row. */
function linesAfterTitle(lines: readonly ChunkLine[]): ChunkLine[] | null {
  const first = lines.findIndex((line) => line.chunks.length > 1);
  return first > 0 ? lines.slice(first) : null;
}
