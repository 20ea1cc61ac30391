/**
 * What is written and drawn in a picture, whatever it is written on: black on red and white on blue alike. In: a picture, its paper and its
 * fills. Out: for each pixel how far it is from its ground, 0 to 255, and which pixels are ink.
 */
import type { Raster } from "../../model/raster.js";
import { type Colour, distance, type PixelFill } from "./fills.js";
import type { Squares } from "./squares.js";
import { placeInRow, rowOfGround } from "./surface.js";

/** Share of the strongest ink around that writing must have; less is the blur at the edge of a stroke. */
const STRONG = 0.35;
/** Least distance from its ground that ink must have, whatever is around it. */
const LEAST = 26;
/** Ink must be so many times as strong as the specks of an empty part of the page, which may be no stronger than `MOST_NOISE`. */
const OVER_NOISE = 1.5;
const MOST_NOISE = 60;
/** How much darker or lighter than both its sides an edge may be, as a share of their difference. */
const BEYOND = 0.05;
/** Half the width of the blur along the edge of a fill, in pixels. */
const BLUR = 2;

export interface Ink {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance from the ground. */
  readonly strength: Uint8Array;
  /** 1 where a pixel is writing or a drawn line. */
  readonly isInk: Uint8Array;
  /** From this strength on a pixel may be part of a faint line. */
  readonly least: number;
}

export function inkOf(picture: Raster, paper: Squares, fills: readonly PixelFill[]): Ink {
  const { widthPx, heightPx } = picture;
  const strength = onPaper(picture, paper);
  // A fill may lie on a larger one.
  for (const fill of [...fills].sort((a, b) => areaOf(b) - areaOf(a))) onFill(picture, fill, strength);
  return { widthPx, heightPx, strength, ...strongInk(strength, paper, widthPx, heightPx) };
}

const areaOf = ({ left, top, right, bottom }: PixelFill): number => (right - left) * (bottom - top);

/** Distances from the paper. */
function onPaper({ widthPx, heightPx, rgba }: Raster, paper: Squares): Uint8Array {
  const strength = new Uint8Array(widthPx * heightPx);
  const ground = new Float32Array(paper.columns * 3);
  for (let y = 0; y < heightPx; y += 1) {
    rowOfGround(paper, y, ground);
    for (let x = 0, at = y * widthPx * 4; x < widthPx; x += 1, at += 4) {
      const [one, next, part] = placeInRow(paper, x);
      let most = 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const there = (ground[one + channel] ?? 0) * (1 - part) + (ground[next + channel] ?? 0) * part;
        const far = Math.abs((rgba[at + channel] ?? 0) - there);
        if (far > most) most = far;
      }
      strength[y * widthPx + x] = most;
    }
  }
  return strength;
}

/** Distances from a fill. Along its edges, what lies between its colour and the one outside is blur. */
function onFill({ widthPx, heightPx, rgba }: Raster, fill: PixelFill, strength: Uint8Array): void {
  const { left, top, right, bottom, ground, originX, originY, outside } = fill;
  const row = new Float32Array(ground.columns * 3);
  for (let y = Math.max(0, top - BLUR); y < Math.min(heightPx, bottom + BLUR); y += 1) {
    rowOfGround(ground, y - originY, row);
    for (let x = Math.max(0, left - BLUR); x < Math.min(widthPx, right + BLUR); x += 1) {
      const there = y * widthPx + x;
      const pixel = colourIn(rgba, there * 4);
      const own = mixedColour(row, placeInRow(ground, x - originX));
      const inside = Math.min(x - left, right - 1 - x, y - top, bottom - 1 - y);
      if (inside >= BLUR) strength[there] = distance(pixel, own);
      else strength[there] = Math.min(inside < 0 ? (strength[there] ?? 0) : 255, fromBlur(pixel, own, outside));
    }
  }
  roundedSides(rgba, widthPx, fill, strength);
}

/** Beside the round ends of a fill, what is around it shows within its box: that is no ink. */
function roundedSides(rgba: Uint8ClampedArray, widthPx: number, fill: PixelFill, strength: Uint8Array): void {
  const { left, top, right, bottom, colour, outside } = fill;
  const reach = Math.min(Math.ceil((bottom - top) / 2), Math.floor((right - left) / 4));
  for (let y = top; y < bottom; y += 1)
    for (const [start, way] of [
      [left, 1],
      [right - 1, -1],
    ] as const) {
      const placeAt = (step: number): number => y * widthPx + start + way * step;
      let length = 0;
      while (length < reach && distance(colourIn(rgba, placeAt(length) * 4), colour) >= LEAST) length += 1;
      // Where the fill does not begin, a line runs through it.
      if (length === reach) continue;
      for (let step = 0; step < length; step += 1) {
        const at = placeAt(step);
        strength[at] = Math.min(strength[at] ?? 0, fromBlur(colourIn(rgba, at * 4), colour, outside));
      }
    }
}

const colourIn = (values: ArrayLike<number>, at: number): Colour => [
  values[at] ?? 0,
  values[at + 1] ?? 0,
  values[at + 2] ?? 0,
];

function mixedColour(row: Float32Array, [one, next, part]: readonly [number, number, number]): Colour {
  const [a, b] = [colourIn(row, one), colourIn(row, next)];
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

/** How far a colour is from those between two others, or a little beyond them: a scanner that sharpens makes edges too dark and too light. */
function fromBlur(pixel: Colour, one: Colour, other: Colour): number {
  const way = [other[0] - one[0], other[1] - one[1], other[2] - one[2]] as const;
  const length = way[0] * way[0] + way[1] * way[1] + way[2] * way[2];
  const along = (pixel[0] - one[0]) * way[0] + (pixel[1] - one[1]) * way[1] + (pixel[2] - one[2]) * way[2];
  const share = Math.min(1 + BEYOND, Math.max(-BEYOND, along / Math.max(1, length)));
  return distance(pixel, [one[0] + share * way[0], one[1] + share * way[1], one[2] + share * way[2]]);
}

/** Side of the areas in which the strongest ink is looked for, in squares of the paper. */
const AREA = 2;
/** Part of these areas that are taken for empty: even a full page has margins. */
const EMPTY = 0.1;

function strongInk(
  strength: Uint8Array,
  { side }: Squares,
  widthPx: number,
  heightPx: number,
): Pick<Ink, "isInk" | "least"> {
  const size = side * AREA;
  const [columns, rows] = [Math.ceil(widthPx / size), Math.ceil(heightPx / size)];
  const areaOf = Uint16Array.from({ length: widthPx }, (_, x) => Math.floor(x / size));
  const most = strongestOfAreas(strength, areaOf, size, columns * rows);
  const noise = most.slice().sort()[Math.floor(most.length * EMPTY)] ?? 0;
  const least = Math.max(LEAST, Math.min(noise, MOST_NOISE) * OVER_NOISE);
  const limits = most.map((_, at) => Math.min(254, Math.max(least, STRONG * strongest(most, columns, rows, at))));
  const isInk = new Uint8Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    const row = Math.floor(y / size) * columns;
    for (let x = 0; x < widthPx; x += 1, at += 1)
      isInk[at] = (strength[at] ?? 0) > (limits[row + (areaOf[x] ?? 0)] ?? 0) ? 1 : 0;
  }
  return { isInk, least };
}

/** @param areaOf the column of areas in which each pixel of a row is */
function strongestOfAreas(strength: Uint8Array, areaOf: Uint16Array, size: number, count: number): Uint8Array {
  const most = new Uint8Array(count);
  const columns = (areaOf.at(-1) ?? 0) + 1;
  for (let at = 0; at < strength.length; ) {
    const row = Math.floor(at / areaOf.length / size) * columns;
    for (const column of areaOf) {
      const value = strength[at] ?? 0;
      if (value > (most[row + column] ?? 0)) most[row + column] = value;
      at += 1;
    }
  }
  return most;
}

/** The strongest ink in an area and those around it. */
function strongest(most: Uint8Array, columns: number, rows: number, at: number): number {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  let found = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
      found = Math.max(found, most[y * columns + x] ?? 0);
  return found;
}
