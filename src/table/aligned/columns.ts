/**
 * Chunks to columns, from the narrowest chunk to the widest. A chunk joins the column that it overlaps. A chunk over
 * two columns that share a line is a heading that spans them; over two that share none, it shows that they are one
 * column.
 */
import { overlap } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import { type Chunk, type ChunkLine, chunkOf, isFigure } from "./chunks.js";

export interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** A chunk in its place: the columns from `first` to `last`. */
export interface Placed {
  readonly chunk: Chunk;
  readonly line: number;
  readonly first: number;
  readonly last: number;
}

interface Growing {
  x0: number;
  x1: number;
  lines: Set<number>;
  figures: number;
}

/** Overlap in points below which neighbours only touch. */
const TOUCH_PT = 0.6;
/** Smallest overlap of a chunk with a column that it belongs to, as a share of the narrower one. */
const GRAZED = 0.2;
/**
 * Smallest gap at a column's border that separates words closer than chunks usually are, as a multiple of the type
 * size.
 */
const CLOSE_GAP = 0.42;
/**
 * Widest gap between a column and a neighbour that it shares no line with for the two to be joined, as a multiple of
 * the type size.
 */
const STRAY_GAP = 4;

const shareLine = (one: Growing, other: Growing): boolean => {
  const [few, many] = one.lines.size < other.lines.size ? [one, other] : [other, one];
  for (const line of few.lines) if (many.lines.has(line)) return true;
  return false;
};

function merge(one: Growing, other: Growing): Growing {
  for (const line of other.lines) one.lines.add(line);
  one.x0 = Math.min(one.x0, other.x0);
  one.x1 = Math.max(one.x1, other.x1);
  one.figures += other.figures;
  return one;
}

/** Most columns of a table; with more, the chunks are labels of a drawing. */
const MOST_COLUMNS = 60;

export function findColumns(lines: readonly ChunkLine[]): Column[] {
  const all = lines.flatMap((line, index) => line.chunks.map((chunk) => ({ chunk, index })));
  all.sort((a, b) => a.chunk.bbox[2] - a.chunk.bbox[0] - (b.chunk.bbox[2] - b.chunk.bbox[0]));
  let columns: Growing[] = [];
  for (const { chunk, index } of all) {
    const [x0, , x1] = chunk.bbox;
    const under = columns.filter((column) => overlap(x0, x1, column.x0, column.x1) > TOUCH_PT);
    const own: Growing = { x0, x1, lines: new Set([index]), figures: chunk.numeric ? 1 : 0 };
    const first = under[0];
    if (first === undefined) columns.push(own);
    else if (under.every((column, at) => under.every((other, to) => to <= at || !shareLine(column, other)))) {
      columns = columns.filter((column) => column === first || !under.includes(column));
      for (const column of under.slice(1)) merge(first, column);
      merge(first, own);
    }
    if (columns.length > MOST_COLUMNS) return [];
  }
  columns.sort((a, b) => a.x0 - b.x0);
  return joinStrays(columns, lines);
}

/**
 * Joins a column of few lines to a neighbour that it shares no line with, as headings that are shifted from their
 * figures.
 */
function joinStrays(columns: Growing[], lines: readonly ChunkLine[]): Column[] {
  const size = Math.max(...lines.map((line) => line.sizePt), 1);
  const kept = [...columns];
  for (let at = 0; at < kept.length; at += 1) {
    const column = kept[at];
    if (column === undefined || column.lines.size > Math.max(2, lines.length / 4)) continue;
    const beside = [kept[at - 1], kept[at + 1]]
      .flatMap((other) => (other === undefined || shareLine(column, other) ? [] : [other]))
      .map((other) => ({ other, gap: Math.max(other.x0 - column.x1, column.x0 - other.x1) }))
      .filter(({ other, gap }) => gap < STRAY_GAP * size && other.lines.size >= column.lines.size)
      .sort((a, b) => a.gap - b.gap)[0];
    if (beside === undefined) continue;
    merge(beside.other, column);
    kept.splice(at, 1);
    at -= 2;
    if (at < -1) at = -1;
  }
  return kept.map(({ x0, x1 }) => ({ x0, x1 }));
}

/** Assigns columns to each chunk; one that extends over a border is cut there where its words allow it. */
export function placeChunks(lines: readonly ChunkLine[], columns: readonly Column[]): Placed[][] {
  return lines.map((line, index) => line.chunks.flatMap((chunk) => placeChunk(chunk, index, line.sizePt, columns)));
}

function columnsUnder(x0: number, x1: number, columns: readonly Column[]): { first: number; last: number } {
  let first = -1;
  let last = -1;
  columns.forEach((column, at) => {
    const shared = overlap(x0, x1, column.x0, column.x1);
    if (shared <= TOUCH_PT || shared < GRAZED * Math.min(x1 - x0, column.x1 - column.x0)) return;
    if (first < 0) first = at;
    last = at;
  });
  if (first >= 0) return { first, last };
  const middle = (x0 + x1) / 2;
  let nearest = 0;
  columns.forEach((column, at) => {
    const best = columns[nearest];
    const gapOf = (each: Column): number => Math.max(each.x0 - middle, middle - each.x1);
    if (best !== undefined && gapOf(column) < gapOf(best)) nearest = at;
  });
  return { first: nearest, last: nearest };
}

function placeChunk(chunk: Chunk, line: number, sizePt: number, columns: readonly Column[]): Placed[] {
  const whole = columnsUnder(chunk.bbox[0], chunk.bbox[2], columns);
  if (whole.first === whole.last) return [{ chunk, line, ...whole }];
  const runs: { words: Word[]; column: number }[] = [];
  for (const word of chunk.words) {
    const at = columnsUnder(word.bbox[0], word.bbox[2], columns);
    if (at.first !== at.last) return [{ chunk, line, ...whole }];
    const before = runs[runs.length - 1]?.words.at(-1);
    const run = runs.find((each) => each.column === at.first);
    // A chunk of many lines goes back to the left with each of them.
    if (before !== undefined && run === undefined && word.bbox[0] > before.bbox[0]) {
      const gap = (word.bbox[0] - before.bbox[2]) / sizePt;
      if (gap < CLOSE_GAP && !(isFigure(before.text) && isFigure(word.text))) return [{ chunk, line, ...whole }];
    }
    if (run === undefined) runs.push({ words: [word], column: at.first });
    else run.words.push(word);
  }
  return runs.map((run) => ({ chunk: chunkOf(run.words), line, first: run.column, last: run.column }));
}
