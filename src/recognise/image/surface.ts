/**
 * The colour of a ground at every place of a picture, though text and fills hide parts of it, and light falls on it unevenly. In: squares
 * and which of them show the ground. Out: squares that all have its colour, smooth from each to the next.
 */
import type { Squares } from "./squares.js";

/** How far around a square others are averaged, in squares: more and more, until enough of them show the ground. */
const REACHES = [2, 6, 18, 54, 1000] as const;
/** Share of the squares around that must show it. */
const ENOUGH = 0.2;

/** @param shows 1 for each square that shows the ground */
export function groundOf({ side, columns, rows, rgb }: Squares, shows: Uint8Array): Squares {
  const sums = [0, 1, 2].map((channel) =>
    totals(columns, rows, (at) => (shows[at] === 1 ? (rgb[at * 3 + channel] ?? 0) : 0)),
  );
  const counts = totals(columns, rows, (at) => shows[at] ?? 0);
  const ground = new Float32Array(rgb.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      for (const reach of REACHES) {
        const left = Math.max(0, column - reach);
        const top = Math.max(0, row - reach);
        const right = Math.min(columns, column + reach + 1);
        const bottom = Math.min(rows, row + reach + 1);
        const count = within(counts, columns, left, top, right, bottom);
        if (count < ENOUGH * (right - left) * (bottom - top) && reach !== REACHES.at(-1)) continue;
        for (const [channel, sum] of sums.entries())
          ground[(row * columns + column) * 3 + channel] =
            within(sum, columns, left, top, right, bottom) / Math.max(1, count);
        break;
      }
    }
  return { side, columns, rows, rgb: ground };
}

/** Sums over all squares above and to the left of each corner. */
function totals(columns: number, rows: number, value: (at: number) => number): Float64Array {
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      sum += value(row * columns + column);
      sums[(row + 1) * (columns + 1) + column + 1] = sum + (sums[row * (columns + 1) + column + 1] ?? 0);
    }
  }
  return sums;
}

function within(sums: Float64Array, columns: number, left: number, top: number, right: number, bottom: number): number {
  const at = (column: number, row: number): number => sums[row * (columns + 1) + column] ?? 0;
  return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
}

/** The part of squares that a box covers; its last row and column are included. */
export function squaresIn(
  { side, columns, rgb }: Squares,
  {
    left,
    top,
    right,
    bottom,
  }: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): Squares {
  const part = new Float32Array((right - left + 1) * (bottom - top + 1) * 3);
  for (let row = top; row <= bottom; row += 1) {
    const from = (row * columns + left) * 3;
    part.set(rgb.subarray(from, from + (right - left + 1) * 3), (row - top) * (right - left + 1) * 3);
  }
  return { side, columns: right - left + 1, rows: bottom - top + 1, rgb: part };
}

/** The colour of a ground in one row of pixels, smooth from square to square: the channels of every square, to be mixed along the row. */
export function rowOfGround({ side, columns, rows, rgb }: Squares, y: number, row: Float32Array): void {
  const place = Math.min(Math.max((y + 0.5) / side - 0.5, 0), rows - 1);
  const upper = Math.floor(place);
  const [above, below] = [upper * columns * 3, Math.min(upper + 1, rows - 1) * columns * 3];
  for (let at = 0; at < columns * 3; at += 1)
    row[at] = (rgb[above + at] ?? 0) * (upper + 1 - place) + (rgb[below + at] ?? 0) * (place - upper);
}

/** Where in such a row a pixel lies: its first channel, and how far it is on the way to the next square. */
export function placeInRow({ side, columns }: Squares, x: number): readonly [at: number, next: number, part: number] {
  const place = Math.min(Math.max((x + 0.5) / side - 0.5, 0), columns - 1);
  const left = Math.floor(place);
  return [left * 3, Math.min(left + 1, columns - 1) * 3, place - left];
}
