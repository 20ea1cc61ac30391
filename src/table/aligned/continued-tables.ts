/**
 * Tables without rules that continue over a page's end, where their headings are not repeated. In: the lines of a page,
 * and the table that is open at the end of the page before. Out: the lines that continue it, and their grid.
 */
import { clusterValues } from "../../geometry/cluster.js";
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { Grid } from "../grid.js";
import type { Edge } from "../ruled/edges.js";
import { gridOfCandidate } from "./aligned-grid.js";
import { type ChunkLine, isSameStart, SAME_START_PT, startsOf } from "./chunks.js";
import { belongsToRun, widestOf } from "./headed-runs.js";

/** A table with headings that reaches the end of its page. */
export interface OpenTable {
  readonly headings: readonly ChunkLine[];
  /** Where chunks start below the headings, and where those of the page's last line start, in points. */
  readonly starts: readonly number[];
  readonly lastStarts: readonly number[];
}

export interface ContinuedTable {
  readonly lines: readonly ChunkLine[];
  readonly grid: Grid;
}

/** Most lines of furniture above a page's first line of text, or below its last. */
const FURNITURE_LINES = 2;
/** Widest gap between lines of one text, as a multiple of the type size. */
const LINE_GAP = 0.5;
/** Gap at which the headings are placed above the first line, as a multiple of the type size. */
const HEADING_GAP = 0.3;

/**
 * The open table at the end of a page; null where more than furniture follows it.
 * @param before where chunks start below the headings on earlier pages
 */
export function openTableAtEnd(
  lines: readonly ChunkLine[],
  head: readonly ChunkLine[],
  run: readonly ChunkLine[],
  before: readonly number[] = [],
): OpenTable | null {
  const last = run.at(-1);
  if (last === undefined || lines.lastIndexOf(last) < lines.length - 1 - FURNITURE_LINES) return null;
  const rows = run.filter((line) => !head.includes(line));
  return {
    headings: head,
    starts: clusterValues([...before, ...rows.flatMap(startsOf)], SAME_START_PT),
    lastStarts: startsOf(last),
  };
}

/**
 * Continues the open table at the top of a page; null where the page does not begin with text of one of its columns, or
 * with a row in its columns.
 */
export function continueTable(
  lines: readonly ChunkLine[],
  { headings, starts, lastStarts }: OpenTable,
  rules: readonly Edge[],
): ContinuedTable | null {
  const widest = widestOf(headings);
  if (widest === null) return null;
  const from = lines
    .slice(0, FURNITURE_LINES + 1)
    .findIndex((line) => continuesTable(line, widest, starts, lastStarts));
  if (from < 0) return null;
  let to = from + 1;
  while (to < lines.length && belongsToRun(lines[to], lines[to - 1], widest)) to += 1;
  const run = lines.slice(from, to);
  if (mayBeMiddleAligned(run, starts[0] ?? 0)) return null;
  const above = headingsAbove(headings, run[0]);
  const grid = gridOfCandidate({ lines: [...above, ...run], rules, bounds: 1, continuesPageBefore: true });
  return grid === null ? null : { lines: run, grid: withoutHeadings(grid, above, run[0]?.bbox[1] ?? 0) };
}

/**
 * Whether a page's first line continues a text of the last line of the page before, or has text in several columns of
 * the table.
 */
function continuesTable(
  line: ChunkLine,
  head: ChunkLine,
  starts: readonly number[],
  lastStarts: readonly number[],
): boolean {
  const isAlone = line.chunks.length === 1;
  const known = isAlone ? lastStarts : starts;
  // A single chunk at the left edge may be anything: no row continues in its number column alone.
  const isAtEdge = isAlone && startsOf(line).every((start) => start <= (starts[0] ?? 0) + SAME_START_PT);
  return (
    !isAtEdge &&
    belongsToRun(line, line, head) &&
    startsOf(line).every((start) => known.some((other) => isSameStart(start, other)))
  );
}

/**
 * Whether cells may be centred vertically, so that a row begins above its number: a line with a number is as close to
 * the line above as lines of one text are. Without the beginning of such a row its lines cannot be assigned.
 */
function mayBeMiddleAligned(run: readonly ChunkLine[], firstStart: number): boolean {
  return run.some((line, at) => {
    const above = run[at - 1];
    const isNumbered = isSameStart(line.chunks[0]?.bbox[0] ?? 0, firstStart) && line.chunks.length > 1;
    return above !== undefined && isNumbered && line.bbox[1] - above.bbox[3] < LINE_GAP * line.sizePt;
  });
}

/** The headings, moved to just above a line as if they were printed there. */
function headingsAbove(head: readonly ChunkLine[], line: ChunkLine | undefined): ChunkLine[] {
  const last = head.at(-1);
  if (line === undefined || last === undefined) return [];
  const by = line.bbox[1] - HEADING_GAP * last.sizePt - last.bbox[3];
  const moved = ([x0, top, x1, bottom]: Bbox): Bbox => [x0, top + by, x1, bottom + by];
  return head.map((each) => ({
    ...each,
    bbox: moved(each.bbox),
    chunks: each.chunks.map((chunk) => ({
      ...chunk,
      bbox: moved(chunk.bbox),
      words: chunk.words.map((word) => ({ ...word, bbox: moved(word.bbox) })),
    })),
  }));
}

/**
 * The grid without the rows of headings that are not on its page.
 * @param top where its first own row begins
 */
function withoutHeadings({ xs, ys, cells }: Grid, head: readonly ChunkLine[], top: number): Grid {
  const headingWords = new Set<Word>(head.flatMap((line) => line.chunks.flatMap((chunk) => chunk.words)));
  const rows = cells.filter((cell) => cell.words.some((word) => headingWords.has(word)));
  const count = Math.max(0, ...rows.map((cell) => cell.row + cell.rowSpan));
  return {
    xs,
    ys: [top, ...ys.slice(count + 1)],
    cells: cells.filter((cell) => cell.row >= count).map((cell) => ({ ...cell, row: cell.row - count })),
  };
}
