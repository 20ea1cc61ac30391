/**
 * Where on a page a table without vertical rulings may stand: runs of lines in several chunks, held together by the
 * rules above and below them.
 */

import { quantile } from "../geometry/cluster.js";
import type { Word } from "../model/page.js";
import type { Chunk, ChunkLine } from "./chunks.js";
import type { Edge } from "./edges.js";

/** A stretch of the page between rules of the same length, one under the other. */
export interface RuleRegion {
  readonly x0: number;
  readonly x1: number;
  /** Places of its rules, ascending. */
  readonly ys: readonly number[];
}

/** Lines that may be one table, with the rules among them. */
export interface Candidate {
  readonly lines: readonly ChunkLine[];
  readonly rules: readonly Edge[];
  /** How many rules bound its rows: 0 for lines that only stand near each other. */
  readonly bounds: number;
}

/** How far, in points, the ends of rules of one table may differ. */
const SAME_END_PT = 9;
/** Gap in points over which pieces of one rule are joined (rules under each column's heading). */
const PIECE_GAP_PT = 30;
/** Shortest rule, in points, that may bound a table. */
const SHORTEST_PT = 60;
/** Widest gap, in heights of a line, between lines of one table without rules. */
const WIDEST_GAP = 2.6;
/** How much larger type makes a single line a heading, which ends the table above it. */
const HEADING_SIZE = 1.12;
/** Most that stripes may be apart, in heights of the middle one. */
const STRIPE_GAP = 3;
/** Height in points of a band for one line between rules, which names the rows below it. */
const SECTION_PT = 28;
/** Lines of one chunk that may stand between lines of several. */
const MOST_SINGLES = 3;

/** Pieces at one height as one rule from end to end. */
function wholeRules(edges: readonly Edge[]): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from);
  const whole: Edge[] = [];
  for (const edge of sorted) {
    const last = whole[whole.length - 1];
    if (last !== undefined && Math.abs(last.at - edge.at) < 0.5 && edge.from - last.to <= PIECE_GAP_PT)
      whole[whole.length - 1] = { ...last, to: Math.max(last.to, edge.to) };
    else whole.push(edge);
  }
  return whole;
}

export function ruleRegions(edges: readonly Edge[]): RuleRegion[] {
  const open: { x0: number; x1: number; ys: number[] }[] = [];
  for (const rule of wholeRules(edges).filter((edge) => edge.to - edge.from >= SHORTEST_PT)) {
    const same = open.find(
      (region) => Math.abs(region.x0 - rule.from) <= SAME_END_PT && Math.abs(region.x1 - rule.to) <= SAME_END_PT,
    );
    if (same === undefined) open.push({ x0: rule.from, x1: rule.to, ys: [rule.at] });
    else same.ys.push(rule.at);
  }
  return open.filter((region) => region.ys.length >= 2);
}

/** Whether a word stands above, between or below the rules. */
export const standsBeside = (word: Word, region: RuleRegion): boolean =>
  word.bbox[0] >= region.x0 - SAME_END_PT && word.bbox[2] <= region.x1 + SAME_END_PT;

/** Whether a line stands between the rules. */
export function standsIn(line: ChunkLine, region: RuleRegion): boolean {
  const middle = (line.bbox[1] + line.bbox[3]) / 2;
  return middle > (region.ys[0] ?? 0) && middle < (region.ys.at(-1) ?? 0);
}

/** Cuts a region of stripes where the next is too far: stripes of one table come at even distances. */
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

/** Cuts a region at bands that hold no line in chunks, unless columns above and below such a band are the same. */
export function tabularStretches(
  region: RuleRegion,
  lines: readonly ChunkLine[],
  alike: (above: readonly ChunkLine[], below: readonly ChunkLine[]) => boolean,
): { lines: ChunkLine[]; ys: number[] }[] {
  const bands = region.ys.slice(1).map((to, at) => {
    const from = region.ys[at] ?? 0;
    const inside = lines.filter((line) => {
      const middle = (line.bbox[1] + line.bbox[3]) / 2;
      return middle > from && middle < to;
    });
    return { from, to, lines: inside, tabular: inside.some((line) => line.chunks.length > 1) };
  });
  const stretches: { lines: ChunkLine[]; ys: number[] }[] = [];
  let waiting: typeof bands = [];
  for (const band of bands) {
    const last = stretches[stretches.length - 1];
    if (!band.tabular) {
      if (last !== undefined) waiting.push(band);
      continue;
    }
    const between = waiting.flatMap((each) => each.lines);
    if (
      last !== undefined &&
      ((between.length <= 1 && band.from - (last.ys.at(-1) ?? 0) <= SECTION_PT) || alike(last.lines, band.lines))
    ) {
      last.lines.push(...between, ...band.lines);
      last.ys.push(...waiting.map((each) => each.to), band.to);
    } else stretches.push({ lines: [...band.lines], ys: [band.from, band.to] });
    waiting = [];
  }
  return stretches;
}

/** Runs of lines in several chunks, with single ones among them. */
export function chunkRuns(lines: readonly ChunkLine[]): ChunkLine[][] {
  const runs: ChunkLine[][] = [];
  let run: ChunkLine[] = [];
  let singles: ChunkLine[] = [];
  let before: ChunkLine | undefined;
  const close = (): void => {
    if (run.length > 0) runs.push([...run, ...trailing(run, singles)]);
    run = [];
    singles = [];
  };
  for (const line of lines) {
    const height = Math.max(line.sizePt, before?.sizePt ?? 0);
    if (before !== undefined && line.bbox[1] - before.bbox[3] > (WIDEST_GAP - 1) * height * 1.2) close();
    if (line.chunks.length > 1) {
      if (run.length > 0) run.push(...singles);
      else run.push(...leading(singles, line));
      singles = [];
      run.push(line);
    } else {
      if (before !== undefined && line.sizePt > HEADING_SIZE * before.sizePt) close();
      singles.push(line);
      if (singles.filter((single) => !wrapsBehind(run, single)).length > MOST_SINGLES) {
        if (run.length > 0) close();
        singles = singles.slice(-MOST_SINGLES);
      }
    }
    before = line;
  }
  close();
  return runs;
}

/** Whether a single chunk stands behind the first column: a long cell goes on while the others have ended. */
function wrapsBehind(run: readonly ChunkLine[], line: ChunkLine): boolean {
  const last = run.findLast((each) => each.chunks.length > 1);
  return (
    last !== undefined &&
    line.bbox[0] > (last.chunks[0]?.bbox[2] ?? 0) &&
    line.bbox[0] >= (last.chunks[1]?.bbox[0] ?? 0) - 3
  );
}

/** A single chunk over the columns behind the first is a spanning heading. */
function leading(singles: readonly ChunkLine[], first: ChunkLine): ChunkLine[] {
  const kept: ChunkLine[] = [];
  const [label, second] = first.chunks;
  for (let at = singles.length - 1; at >= 0; at -= 1) {
    const line = singles[at];
    const below = kept[0] ?? first;
    if (line === undefined || label === undefined || second === undefined) break;
    const over = line.bbox[0] > label.bbox[2] && line.bbox[2] <= first.bbox[2] + line.sizePt * 2;
    if (!over || below.bbox[1] - line.bbox[3] > line.sizePt) break;
    kept.unshift(line);
  }
  return kept;
}

/** Below the last line in chunks only what wraps in one of its cells belongs to the table. */
function trailing(run: readonly ChunkLine[], singles: readonly ChunkLine[]): ChunkLine[] {
  const kept: ChunkLine[] = [];
  const last = run[run.length - 1];
  for (const line of singles) {
    const above = kept[kept.length - 1] ?? last;
    if (above === undefined || last === undefined || line.bbox[1] - above.bbox[3] > 0.45 * line.sizePt) break;
    const under = last.chunks.filter((chunk) => chunk.bbox[0] < line.bbox[2] && line.bbox[0] < chunk.bbox[2]);
    const [cell] = under;
    if (under.length !== 1 || cell === undefined || line.bbox[2] > rightOf(run, cell) + 2 * line.sizePt) break;
    if (cell === last.chunks[0] && !/^[\p{Ll}(]/u.test(line.chunks[0]?.words[0]?.text ?? "")) break;
    kept.push(line);
  }
  return kept;
}

/** Right edge of a cell's column: that of the widest chunk which starts where the cell does. */
const rightOf = (run: readonly ChunkLine[], cell: Chunk): number =>
  Math.max(
    ...run.flatMap((line) =>
      line.chunks.filter((chunk) => Math.abs(chunk.bbox[0] - cell.bbox[0]) < 4).map((chunk) => chunk.bbox[2]),
    ),
  );
