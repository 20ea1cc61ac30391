/**
 * Areas a few levels darker than the paper, as the stripes of tables are. In: squares, and which of them are paper with nothing written on
 * it. Out: boxes of squares, and the squares in them that are darker. Refuses what has no sharp edges: the shades of a shadow.
 */
import { boxesOf, type SquareBox } from "./square-boxes.js";
import type { Squares } from "./squares.js";

/** Least difference from the paper, in levels: so many times what is usual between neighbours on the page, and never less than this. */
const TIMES_USUAL = 5;
const LEAST = 3;
/** A page on which only larger differences count is too rough for faint areas. */
const ROUGH = 9;
/** A square that differs by this share of it from the lightest paper around belongs to an area, if the area has edges. */
const CLEAR = 0.6;
/** Fewest squares of a row of such an area: a stripe is wide. */
const WIDE = 14;
/** Side of the areas in which the paper's lightness is looked for, in squares, and how many around each may have lighter paper. */
const AREA = 20;
const AROUND = 3;
/** On how many sides there must be an edge. */
const SHARP_SIDES = 3;

export interface FaintFills {
  readonly boxes: readonly SquareBox[];
  /** Indexes of the squares that have an area's colour. */
  readonly shaded: readonly number[];
}

/** @param region a number for these areas, which no other region has */
export function faintFills(squares: Squares, isPaper: Uint8Array, region: number): FaintFills {
  const least = Math.max(LEAST, TIMES_USUAL * usualDifference(squares, isPaper));
  if (least > ROUGH) return { boxes: [], shaded: [] };
  const isShaded = smoothed(shadedSquares(squares, isPaper, CLEAR * least), isPaper, squares.columns);
  const boxes = boxesOf(runsOf(squares, isPaper, isShaded, region)).filter((box) => isSharp(squares, box, least));
  const shaded = boxes.flatMap((box) => squaresOf(box, squares.columns).filter((at) => isShaded[at] === 1));
  return { boxes, shaded };
}

/** The median difference between squares of paper side by side. */
function usualDifference({ columns, rgb }: Squares, isPaper: Uint8Array): number {
  const differences: number[] = [];
  for (let at = 1; at < isPaper.length; at += 1)
    if (at % columns > 0 && isPaper[at] === 1 && isPaper[at - 1] === 1)
      differences.push(Math.abs((rgb[at * 3] ?? 0) - (rgb[at * 3 - 3] ?? 0)));
  return Float64Array.from(differences).sort()[Math.floor(differences.length / 2)] ?? 0;
}

/** 1 for each square of paper that is darker than the lightest paper around. */
function shadedSquares(squares: Squares, isPaper: Uint8Array, least: number): Uint8Array {
  const { columns, rgb } = squares;
  const { lightest, across } = lightestPaper(squares, isPaper);
  return isPaper.map((paper, at) => {
    const area = Math.floor(Math.floor(at / columns) / AREA) * across + Math.floor((at % columns) / AREA);
    const isDarker = [0, 1, 2].some(
      (channel) => (lightest[area * 3 + channel] ?? 0) - (rgb[at * 3 + channel] ?? 0) >= least,
    );
    return paper === 1 && isDarker ? 1 : 0;
  });
}

/** A single square that differs from those around it is grain. */
function smoothed(isShaded: Uint8Array, isPaper: Uint8Array, columns: number): Uint8Array {
  return isShaded.map((shaded, at) => {
    let [paper, dark] = [0, 0];
    for (const row of [-columns, 0, columns])
      for (let there = at + row - 1; there <= at + row + 1; there += 1) {
        paper += isPaper[there] ?? 0;
        dark += isShaded[there] ?? 0;
      }
    return isPaper[at] === 1 && (2 * dark > paper || (2 * dark === paper && shaded === 1)) ? 1 : 0;
  });
}

/** The lightest paper in the areas around each area. */
function lightestPaper(
  { columns, rows, rgb }: Squares,
  isPaper: Uint8Array,
): { readonly lightest: Float32Array; readonly across: number } {
  const [across, down] = [Math.ceil(columns / AREA), Math.ceil(rows / AREA)];
  const values = Array.from({ length: across * down * 3 }, (): number[] => []);
  for (const [at, paper] of isPaper.entries()) {
    if (paper !== 1) continue;
    const area = Math.floor(Math.floor(at / columns) / AREA) * across + Math.floor((at % columns) / AREA);
    for (let channel = 0; channel < 3; channel += 1) values[area * 3 + channel]?.push(rgb[at * 3 + channel] ?? 0);
  }
  const own = values.map((each) => Float64Array.from(each).sort()[Math.floor(each.length / 2)] ?? 0);
  const lightest = new Float32Array(own.length);
  for (let at = 0; at < own.length; at += 1) {
    const [column, row] = [Math.floor(at / 3) % across, Math.floor(at / 3 / across)];
    for (let y = Math.max(0, row - AROUND); y <= Math.min(down - 1, row + AROUND); y += 1)
      for (let x = Math.max(0, column - AROUND); x <= Math.min(across - 1, column + AROUND); x += 1)
        lightest[at] = Math.max(lightest[at] ?? 0, own[(y * across + x) * 3 + (at % 3)] ?? 0);
  }
  return { lightest, across };
}

/** Shaded squares side by side. What is written or filled between them hides the area, and lighter paper ends it. */
function runsOf({ columns, rows }: Squares, isPaper: Uint8Array, isShaded: Uint8Array, region: number): SquareBox[] {
  const runs: SquareBox[] = [];
  for (let row = 0; row < rows; row += 1)
    for (const [left, right] of runsIn(row * columns, columns, isPaper, isShaded))
      if (right - left >= WIDE) runs.push({ left, right, top: row, bottom: row, region });
  return runs;
}

function runsIn(
  start: number,
  columns: number,
  isPaper: Uint8Array,
  isShaded: Uint8Array,
): [left: number, right: number][] {
  const runs: [number, number][] = [];
  let open: [number, number] | null = null;
  for (let column = 0; column < columns; column += 1) {
    if (isShaded[start + column] === 1) {
      if (open === null) {
        open = [column, column];
        runs.push(open);
      } else open[1] = column;
    } else if (isPaper[start + column] === 1) open = null;
  }
  return runs;
}

const squaresOf = ({ left, right, top, bottom }: SquareBox, columns: number): number[] =>
  Array.from({ length: (right - left + 1) * (bottom - top + 1) }, (_, at) => {
    const width = right - left + 1;
    return (top + Math.floor(at / width)) * columns + left + (at % width);
  });

/** Whether a box differs along most of its sides from what is around it. */
function isSharp({ columns, rows, rgb }: Squares, { left, top, right, bottom }: SquareBox, least: number): boolean {
  const differs = (inside: readonly [number, number], outside: readonly [number, number]): boolean => {
    const [column, row] = outside;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return false;
    const [a, b] = [(inside[1] * columns + inside[0]) * 3, (row * columns + column) * 3];
    return [0, 1, 2].some((channel) => Math.abs((rgb[a + channel] ?? 0) - (rgb[b + channel] ?? 0)) >= least);
  };
  const alongRows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const alongColumns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  const isMost = (found: readonly boolean[]): boolean => found.filter(Boolean).length > found.length / 2;
  const sides = [
    isMost(alongRows.map((row) => differs([left + 1, row], [left - 2, row]))),
    isMost(alongRows.map((row) => differs([right - 1, row], [right + 2, row]))),
    isMost(alongColumns.map((column) => differs([column, top + 1], [column, top - 2]))),
    isMost(alongColumns.map((column) => differs([column, bottom - 1], [column, bottom + 2]))),
  ];
  return sides.filter(Boolean).length >= SHARP_SIDES;
}
