/**
 * Tables without rules below headings on a band of colour. In: the lines of a text column, and the sides of painted boxes and rules near
 * them. Out: runs of lines, each with the headings and the lines in their columns below. A band with a single text is a title.
 */
import { quantile } from "../../geometry/cluster.js";
import type { Edge } from "../ruled/edges.js";
import { type RuleRegion, ruleRegions } from "../ruled/rule-regions.js";
import type { ChunkLine } from "./chunks.js";
import { belongsToRun, type HeadedRun, widestOf } from "./headed-runs.js";

/** Fewest lines with several cells below the headings. */
const FEWEST_ROWS = 2;
/** Tallest band of headings, as a multiple of their type size: more is a box with text in it. */
const TALLEST = 6;
/** How far a line of the table may be outside the band, in points. */
const OUTSIDE_PT = 3;
/** A gap above a note is wider than those between the table's lines by this factor. */
const WIDER = 1.4;

export function bandedRuns(lines: readonly ChunkLine[], edges: readonly Edge[]): HeadedRun[] {
  // More sides at the same place are stripes, or rules between rows.
  const bands = ruleRegions(edges).filter(({ ys }) => ys.length === 2);
  return bands.flatMap((band) => {
    const from = lines.findIndex((line) => isIn(line, band));
    let headEnd = from;
    while (headEnd < lines.length && headEnd >= 0 && isIn(lines[headEnd], band)) headEnd += 1;
    const headings = from < 0 ? [] : lines.slice(from, headEnd);
    const widest = widestOf(headings);
    if (widest === null || widest.chunks.length < 2 || heightOf(band) > TALLEST * widest.sizePt) return [];
    let to = headEnd;
    while (to < lines.length && isWithin(lines[to], band) && belongsToRun(lines[to], lines[to - 1], widest)) to += 1;
    const rows = withoutNotes(lines.slice(headEnd, to));
    if (rows.filter((line) => line.chunks.length > 1).length < FEWEST_ROWS) return [];
    return [{ headings, lines: [...headings, ...rows] }];
  });
}

const heightOf = ({ ys }: RuleRegion): number => (ys[1] ?? 0) - (ys[0] ?? 0);

function isIn(line: ChunkLine | undefined, band: RuleRegion): boolean {
  if (line === undefined) return false;
  const middle = (line.bbox[1] + line.bbox[3]) / 2;
  return middle > (band.ys[0] ?? 0) && middle < (band.ys[1] ?? 0) && isWithin(line, band);
}

const isWithin = (line: ChunkLine | undefined, { x0, x1 }: RuleRegion): boolean =>
  line !== undefined && line.bbox[0] >= x0 - OUTSIDE_PT && line.bbox[2] <= x1 + OUTSIDE_PT;

/** The rows without the single texts below them that a wide gap separates. */
function withoutNotes(rows: readonly ChunkLine[]): readonly ChunkLine[] {
  const gaps = rows.map((line, at) => line.bbox[1] - (rows[at - 1]?.bbox[3] ?? line.bbox[1]));
  const last = rows.findLastIndex((line) => line.chunks.length > 1);
  const usual = quantile(gaps.slice(1, last + 1), 0.75);
  const note = rows.findIndex((line, at) => at > last && (gaps[at] ?? 0) > WIDER * Math.max(usual, line.sizePt / 4));
  return note < 0 ? rows : rows.slice(0, note);
}
