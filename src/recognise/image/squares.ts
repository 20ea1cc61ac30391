/**
 * A picture by small squares, each with the colour that most of its pixels share: paper or a cell's fill, whatever is written on it. In: a
 * picture and a side. Out: a colour for each square.
 */
import type { Raster } from "../../model/raster.js";
import { lightness } from "./reduced.js";

/** Values by square, row by row: red, green, blue. */
export interface Squares {
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly rgb: Float32Array;
}

/** Lightness is sorted into classes of eight levels; pixels this many levels from the commonest class have the square's colour. */
const CLASSES = 32;
const NEAR = 14;

export function squaresOf({ widthPx, heightPx, rgba }: Raster, side: number): Squares {
  const [columns, rows] = [Math.ceil(widthPx / side), Math.ceil(heightPx / side)];
  const rgb = new Float32Array(columns * rows * 3);
  const counts = new Uint32Array(CLASSES + 2);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const area: Area = {
        left: column * side,
        top: row * side,
        right: Math.min(widthPx, (column + 1) * side),
        bottom: Math.min(heightPx, (row + 1) * side),
        widthPx,
      };
      rgb.set(meanNear(rgba, area, commonLightness(rgba, area, counts)), (row * columns + column) * 3);
    }
  return { side, columns, rows, rgb };
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly widthPx: number;
}

/** The middle of the three neighbouring classes of lightness that together have the most pixels. */
function commonLightness(
  rgba: Uint8ClampedArray,
  { left, top, right, bottom, widthPx }: Area,
  counts: Uint32Array,
): number {
  counts.fill(0);
  for (let y = top; y < bottom; y += 1)
    for (let x = left, at = (y * widthPx + left) * 4; x < right; x += 1, at += 4) {
      const level = (lightness(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0) >> 3) + 1;
      counts[level] = (counts[level] ?? 0) + 1;
    }
  let [best, most] = [1, -1];
  for (let level = 1; level <= CLASSES; level += 1) {
    const count = (counts[level - 1] ?? 0) + 2 * (counts[level] ?? 0) + (counts[level + 1] ?? 0);
    if (count >= most) [best, most] = [level, count];
  }
  return (best - 1) * 8 + 4;
}

function meanNear(rgba: Uint8ClampedArray, { left, top, right, bottom, widthPx }: Area, level: number): number[] {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left, at = (y * widthPx + left) * 4; x < right; x += 1, at += 4) {
      const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
      if (Math.abs(lightness(r, g, b) - level) > NEAR) continue;
      red += r;
      green += g;
      blue += b;
      count += 1;
    }
  return [red / Math.max(1, count), green / Math.max(1, count), blue / Math.max(1, count)];
}
