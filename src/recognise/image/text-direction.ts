/**
 * How the lines of text lie in a picture. In: a picture. Out: whether they run across or down, and their slant, from the profile that
 * their lower edges draw: it is sharpest where the edges of a line fall together.
 */
import type { GreyRaster, Raster } from "../../model/raster.js";
import { reducedGrey } from "./reduced.js";

/** Largest slant, in degrees; beyond, a page was laid down askew on purpose. */
const MOST_DEGREES = 6;
/** Steps by which a slant is looked for, from coarse to fine, in degrees. */
const STEPS = [0.25, 0.05, 0.02] as const;
/** Width of the picture in which slants are looked for, along its longer side, in pixels: 100 a inch on A4. */
const LONGER_SIDE = 1170;
/** How much darker than its surroundings a pixel of a line is. */
const DARKER = 20;
/** Side of these surroundings, and longest stroke that is part of a letter and not of a ruling, in such pixels. */
const AROUND = 24;
const LONGEST_STROKE = 40;
/** Smaller slants move no line by a pixel. */
const LEAST_DEGREES = 0.04;
/** So much sharper the profile across must be, or that down, to say how the lines run. */
const SHARPER = 1.25;

export interface TextDirection {
  /** Degrees clockwise; 0 where the lines are level. */
  readonly degrees: number;
  /** Whether the lines run down the page: it must be turned by a quarter. */
  readonly isOnSide: boolean;
}

interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** @param known whether the lines run down, where that is known */
export function textDirection(picture: Raster, known: boolean | null = null): TextDirection {
  const factor = Math.max(1, Math.round(Math.max(picture.widthPx, picture.heightPx) / LONGER_SIDE));
  const small = reducedGrey(picture, factor);
  const dark = darkPixels(small);
  const { widthPx, heightPx } = small;
  const across = bestSlant(lowerEdges(withoutStrokes(dark, widthPx, heightPx), widthPx, heightPx));
  const tilted = transposed(dark, widthPx, heightPx);
  const down = bestSlant(lowerEdges(withoutStrokes(tilted, heightPx, widthPx), heightPx, widthPx));
  const isOnSide = known ?? down.sharpness > across.sharpness * SHARPER;
  // A slant of lines that run down is seen with x and y exchanged, which changes its sign.
  const degrees = isOnSide ? -down.degrees : across.degrees;
  return { isOnSide, degrees: Math.abs(degrees) < LEAST_DEGREES ? 0 : degrees };
}

/** Pixels that are darker than their surroundings. */
function darkPixels({ widthPx, heightPx, grey }: GreyRaster): Uint8Array {
  const sums = new Float64Array((widthPx + 1) * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let row = 0;
    for (let x = 0; x < widthPx; x += 1) {
      row += grey[y * widthPx + x] ?? 0;
      sums[(y + 1) * (widthPx + 1) + x + 1] = (sums[y * (widthPx + 1) + x + 1] ?? 0) + row;
    }
  }
  const at = (x: number, y: number): number => sums[y * (widthPx + 1) + x] ?? 0;
  const dark = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    const [top, bottom] = [Math.max(0, y - AROUND / 2), Math.min(heightPx, y + AROUND / 2)];
    for (let x = 0; x < widthPx; x += 1) {
      const [left, right] = [Math.max(0, x - AROUND / 2), Math.min(widthPx, x + AROUND / 2)];
      const sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
      const mean = sum / ((right - left) * (bottom - top));
      dark[y * widthPx + x] = (grey[y * widthPx + x] ?? 0) < mean - DARKER ? 1 : 0;
    }
  }
  return dark;
}

function transposed(dark: Uint8Array, width: number, height: number): Uint8Array {
  const target = new Uint8Array(dark.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) target[x * height + y] = dark[y * width + x] ?? 0;
  return target;
}

/** The rulings down a page, and the sides of its fills, would make it look as if it lay on its side. */
function withoutStrokes(dark: Uint8Array, width: number, height: number): Uint8Array {
  const kept = dark.slice();
  for (let y = 0; y < height; y += 1) {
    let start = -1;
    for (let x = 0; x <= width; x += 1) {
      const isDark = x < width && dark[y * width + x] === 1;
      if (isDark && start < 0) start = x;
      if (isDark || start < 0) continue;
      if (x - start > LONGEST_STROKE) kept.fill(0, y * width + start, y * width + x);
      start = -1;
    }
  }
  return kept;
}

/** The lowest pixels of strokes. */
function lowerEdges(dark: Uint8Array, width: number, height: number): Points {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < height - 1; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dark[y * width + x] === 1 && dark[(y + 1) * width + x] === 0) {
        xs.push(x);
        ys.push(y);
      }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys), width, height };
}

function bestSlant(points: Points): { readonly degrees: number; readonly sharpness: number } {
  let best = { degrees: 0, sharpness: sharpnessAt(points, 0) };
  let reach = MOST_DEGREES;
  for (const step of STEPS) {
    const middle = best.degrees;
    for (let degrees = middle - reach; degrees <= middle + reach + step / 2; degrees += step) {
      const sharpness = sharpnessAt(points, degrees);
      if (sharpness > best.sharpness) best = { degrees: Math.round(degrees * 100) / 100, sharpness };
    }
    reach = step;
  }
  return best;
}

/** How unevenly the edges are spread over the rows of the picture straightened by this angle: 1 where they are spread evenly. */
function sharpnessAt({ xs, ys, width, height }: Points, degrees: number): number {
  if (xs.length === 0) return 0;
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * shift + 2);
  for (let at = 0; at < xs.length; at += 1) {
    const row = Math.round((ys[at] ?? 0) - slope * (xs[at] ?? 0)) + shift;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  // Compared with edges that are spread evenly.
  return (sum * height) / (xs.length * xs.length);
}
