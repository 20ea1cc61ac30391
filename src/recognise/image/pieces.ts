/**
 * Connected pieces of ink: letters, dots, symbols. In: the ink of a picture, without its lines. Out: each piece with its box, its pixels as
 * runs, and what tells a letter from a filled symbol.
 */
import type { Ink } from "./ink.js";

/** Pixels side by side in one row; the end is outside. */
export interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly area: number;
  readonly runs: readonly Run[];
}

/** More runs than this are a photograph, not writing. */
const MOST_RUNS = 2_000_000;

/** Pieces in the order of their first runs; null where the picture is no writing. */
export function piecesOf({ widthPx, heightPx, isInk }: Ink): Piece[] | null {
  const runs = runsOf(isInk, widthPx, heightPx);
  if (runs === null) return null;
  const parent = Int32Array.from(runs, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] ?? 0] ?? 0;
      top = parent[top] ?? 0;
    }
    return top;
  };
  let [above, aboveEnd] = [0, 0];
  for (let at = 0; at < runs.length; ) {
    const y = runs[at]?.y ?? 0;
    let end = at;
    while (runs[end]?.y === y) end += 1;
    if (runs[above]?.y === y - 1)
      joinRows(runs, [above, aboveEnd], [at, end], (a, b) => {
        parent[root(b)] = root(a);
      });
    [above, aboveEnd, at] = [at, end, end];
  }
  const groups = new Map<number, Run[]>();
  for (const [at, run] of runs.entries()) {
    const key = root(at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()].map(pieceOf);
}

function runsOf(isInk: Uint8Array, widthPx: number, heightPx: number): Run[] | null {
  const runs: Run[] = [];
  for (let y = 0; y < heightPx; y += 1) {
    let from = -1;
    for (let x = 0, at = y * widthPx; x <= widthPx; x += 1, at += 1) {
      const isOn = x < widthPx && isInk[at] === 1;
      if (isOn && from < 0) from = x;
      if (isOn || from < 0) continue;
      runs.push({ y, from, to: x });
      from = -1;
    }
    if (runs.length > MOST_RUNS) return null;
  }
  return runs;
}

type Span = readonly [from: number, to: number];

/** Joins the runs of two rows that touch, corners included. */
function joinRows(
  runs: readonly Run[],
  [from, to]: Span,
  [start, end]: Span,
  join: (a: number, b: number) => void,
): void {
  let upper = from;
  for (let lower = start; lower < end; lower += 1) {
    const run = runs[lower];
    if (run === undefined) return;
    while (upper < to && (runs[upper]?.to ?? 0) < run.from) upper += 1;
    for (let at = upper; at < to && (runs[at]?.from ?? 0) <= run.to; at += 1) join(at, lower);
  }
}

function pieceOf(runs: readonly Run[]): Piece {
  let [left, right, top, bottom, area] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0, 0];
  for (const { y, from, to } of runs) {
    [left, right] = [Math.min(left, from), Math.max(right, to)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    area += to - from;
  }
  return { left, top, right, bottom, area, runs };
}

/** Smallest share of its box that a symbol fills: a diamond half of it. */
const FILLED = 0.42;
/** A symbol is about as wide as it is high. */
const OBLONG = 1.7;
/** How far the middle of a row may be from that of the symbol, as a share of its width: letters such as r and L are one-sided. */
const ONE_SIDED = 0.15;
/** Share of its rows, and of its columns, that may be interrupted. */
const INTERRUPTED = 0.3;

/** Share of its rows that may be so at its ragged upper and lower edge. */
const RAGGED = 0.12;
/** Holes up to this share of a symbol's width are the grain of a scan. */
const GRAIN = 0.07;

/** Whether a piece is a filled disc, square, diamond or triangle and not a letter: nothing interrupts any of its rows or columns. */
export function isSolid({ left, top, right, bottom, area, runs }: Piece): boolean {
  const [width, height] = [right - left, bottom - top];
  if (area < FILLED * width * height || Math.max(width / height, height / width) > OBLONG) return false;
  const grain = Math.floor(GRAIN * Math.min(width, height));
  const [rows, counts, ends] = [[] as Run[], new Uint16Array(width), new Int32Array(width).fill(top - grain - 2)];
  for (const { y, from, to } of runs) {
    const last = rows.at(-1);
    if (last?.y === y && from - last.to <= grain) rows[rows.length - 1] = { ...last, to };
    else rows.push({ y, from, to });
    for (let x = from - left; x < to - left; x += 1) {
      if (y - (ends[x] ?? 0) > grain + 1) counts[x] = (counts[x] ?? 0) + 1;
      ends[x] = y;
    }
  }
  if (rows.length > height * (1 + INTERRUPTED)) return false;
  const middle = (left + right) / 2;
  const isOneSided = ({ from, to }: Run): boolean => Math.abs((from + to) / 2 - middle) > ONE_SIDED * width + 1;
  if (rows.filter(isOneSided).length > RAGGED * rows.length) return false;
  return counts.reduce((sum, count) => sum + count, 0) <= width * (1 + INTERRUPTED);
}
