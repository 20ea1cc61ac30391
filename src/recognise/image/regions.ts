/**
 * What of a picture is paper and what is filled with another colour. In: its squares. Out: the paper's colour everywhere, and areas of
 * one colour that are neither paper nor as thin as strokes, as boxes of squares.
 */

import { faintFills } from "./faint-fills.js";
import { boxesOf, rowRuns, type SquareBox } from "./square-boxes.js";
import type { Squares } from "./squares.js";
import { groundOf } from "./surface.js";

/** Neighbouring squares differ by less than this in every channel where they belong together: light may change, edges are sharper. */
const SAME = 10;
/** Regions with fewer squares than this are what is written on the region around them. */
const WRITING = 40;
/** How often squares of writing are given to a neighbour: through letters so many squares thick. */
const ROUNDS = 6;
export interface Regions {
  readonly paper: Squares;
  readonly boxes: readonly SquareBox[];
  /** The number of the region whose colour each square has. */
  readonly plainOf: Int32Array;
}

export function regionsOf(squares: Squares): Regions {
  const { columns, rows } = squares;
  const { regionOf, sizes } = connected(squares);
  // What is written on a region has not its colour.
  const plainOf = regionOf.slice();
  giveAway(regionOf, sizes, columns, rows);
  const largest = sizes.reduce((best, size, region) => (size > (sizes[best] ?? 0) ? region : best), 0);
  const shows = plainOf.map((region) => (region === largest ? 1 : 0));
  let paper = groundOf(squares, Uint8Array.from(shows));
  const isPaper = paperRegions(squares, paper, regionOf, sizes);
  isPaper[largest] = 1;
  const isPlainPaper = Uint8Array.from(plainOf, (region) => isPaper[region] ?? 0);
  const boxes = [...rowRuns(regionOf, isPaper, columns, rows).values()].flatMap(boxesOf);
  const faint = faintFills(squares, isPlainPaper, sizes.length);
  for (const at of faint.shaded) [plainOf[at], isPlainPaper[at]] = [sizes.length, 0];
  paper = groundOf(squares, isPlainPaper);
  return { paper, boxes: [...boxes, ...faint.boxes], plainOf };
}

/** Squares joined with their neighbours of the same colour. */
function connected(squares: Squares): { readonly regionOf: Int32Array; readonly sizes: number[] } {
  const regionOf = new Int32Array(squares.columns * squares.rows).fill(-1);
  const sizes: number[] = [];
  const open: number[] = [];
  for (let start = 0; start < regionOf.length; start += 1) {
    if (regionOf[start] !== -1) continue;
    const region = sizes.length;
    regionOf[start] = region;
    open.push(start);
    let size = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size += 1;
      for (const next of neighbours(at, squares)) {
        if (regionOf[next] !== -1 || !isSame(squares, at, next)) continue;
        regionOf[next] = region;
        open.push(next);
      }
    }
    sizes.push(size);
  }
  return { regionOf, sizes };
}

function isSame({ rgb }: Squares, a: number, b: number): boolean {
  for (let channel = 0; channel < 3; channel += 1)
    if (Math.abs((rgb[a * 3 + channel] ?? 0) - (rgb[b * 3 + channel] ?? 0)) > SAME) return false;
  return true;
}

/** The squares beside a square, above and below it. */
function neighbours(at: number, { columns, rows }: Squares): number[] {
  const column = at % columns;
  const found: number[] = [];
  if (column > 0) found.push(at - 1);
  if (column < columns - 1) found.push(at + 1);
  if (at >= columns) found.push(at - columns);
  if (at < columns * (rows - 1)) found.push(at + columns);
  return found;
}

/** Gives the squares of small regions to the larger region that most of their neighbours belong to. */
function giveAway(regionOf: Int32Array, sizes: number[], columns: number, rows: number): void {
  const isSmall = (region: number): boolean => (sizes[region] ?? 0) < WRITING;
  const small: number[] = [];
  for (const [at, region] of regionOf.entries()) if (isSmall(region)) small.push(at);
  let left = small;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const taken = left.map((at) => largeNeighbour(regionOf, isSmall, at, columns, rows));
    for (const [index, at] of left.entries()) if (taken[index] !== -1) regionOf[at] = taken[index] ?? 0;
    left = left.filter((_, index) => taken[index] === -1);
  }
  sizes.fill(0);
  for (const region of regionOf) sizes[region] = (sizes[region] ?? 0) + 1;
}

/** The large region to which most of a square's eight neighbours belong; -1 where none of them belongs to one. */
function largeNeighbour(
  regionOf: Int32Array,
  isSmall: (region: number) => boolean,
  at: number,
  columns: number,
  rows: number,
): number {
  const counts = new Map<number, number>();
  const [column, row] = [at % columns, Math.floor(at / columns)];
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      const region = regionOf[y * columns + x] ?? 0;
      if (!isSmall(region)) counts.set(region, (counts.get(region) ?? 0) + 1);
    }
  let [best, most] = [-1, 0];
  for (const [region, count] of counts) if (count > most) [best, most] = [region, count];
  return best;
}

/** Regions that differ from the paper around them no more than neighbours do: white cells between rulings and fills. */
function paperRegions({ rgb }: Squares, paper: Squares, regionOf: Int32Array, sizes: readonly number[]): Uint8Array {
  const sums = new Float64Array(sizes.length * 3);
  for (const [at, region] of regionOf.entries())
    for (let channel = 0; channel < 3; channel += 1)
      sums[region * 3 + channel] =
        (sums[region * 3 + channel] ?? 0) + (rgb[at * 3 + channel] ?? 0) - (paper.rgb[at * 3 + channel] ?? 0);
  return Uint8Array.from(sizes, (size, region) =>
    [0, 1, 2].every((channel) => Math.abs((sums[region * 3 + channel] ?? 0) / size) <= SAME) ? 1 : 0,
  );
}
