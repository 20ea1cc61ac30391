/**
 * Pictures straightened and scaled. In: a picture and an angle, or a scale. Out: a picture of the same size with what was outside it
 * filled from its border, or of the new size.
 */
import type { GreyRaster, Raster } from "../../model/raster.js";

/** Whole steps of a pixel between which positions are distinguished. */
const FRACTION = 256;

/**
 * Turns a picture anticlockwise around its centre by an angle in degrees, as `straighten` does for pages. A pixel of the result is
 * mixed from four of the source.
 */
export function straightened(picture: Raster, degrees: number): Raster {
  if (degrees === 0) return picture;
  const { widthPx, heightPx, rgba } = picture;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [midX, midY] = [widthPx / 2, heightPx / 2];
  const target = new Uint8ClampedArray(rgba.length);
  const [stepX, stepY] = [Math.round(cos * FRACTION * FRACTION), Math.round(sin * FRACTION * FRACTION)];
  const [mostX, mostY] = [(widthPx - 1) * FRACTION - 1, (heightPx - 1) * FRACTION - 1];
  let at = 0;
  for (let y = 0; y < heightPx; y += 1) {
    const down = y + 0.5 - midY;
    let fromX = Math.round((-midX * cos - down * sin + midX - 0.5 + 0.5 * cos) * FRACTION * FRACTION);
    let fromY = Math.round((-midX * sin + down * cos + midY - 0.5 + 0.5 * sin) * FRACTION * FRACTION);
    for (let x = 0; x < widthPx; x += 1, at += 4, fromX += stepX, fromY += stepY) {
      const sx = Math.min(Math.max(fromX >> 8, 0), mostX);
      const sy = Math.min(Math.max(fromY >> 8, 0), mostY);
      const [partX, partY] = [sx & 255, sy & 255];
      const corner = ((sy >> 8) * widthPx + (sx >> 8)) * 4;
      const below = corner + widthPx * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (rgba[corner + channel] ?? 0) * (FRACTION - partX) + (rgba[corner + channel + 4] ?? 0) * partX;
        const lower = (rgba[below + channel] ?? 0) * (FRACTION - partX) + (rgba[below + channel + 4] ?? 0) * partX;
        target[at + channel] = (upper * (FRACTION - partY) + lower * partY) >> 16;
      }
      target[at + 3] = 255;
    }
  }
  return { widthPx, heightPx, rgba: target };
}

/** Pixels of the source that one of the result is mixed from, along each side. */
const TAPS = 4;

interface Mix {
  /** For each pixel of the result, the pixels of the source, and their weights. */
  readonly from: Int32Array;
  readonly weights: Float32Array;
}

/** A grey picture at another size, each pixel mixed from sixteen: strokes that are a pixel or two wide stay apart when they are made larger. */
export function scaled({ widthPx, heightPx, grey }: GreyRaster, scale: number): GreyRaster {
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const wide = mixedAndTurned(grey, widthPx, mixOf(widthPx, width, scale));
  const mixed = mixedAndTurned(wide, heightPx, mixOf(heightPx, height, scale));
  return { widthPx: width, heightPx: height, grey: new Uint8Array(Uint8ClampedArray.from(mixed).buffer) };
}

/** Rows mixed to another length, as columns. */
function mixedAndTurned(values: Uint8Array | Float32Array, length: number, { from, weights }: Mix): Float32Array {
  const [rows, wanted] = [values.length / length, from.length / TAPS];
  const turnedRows = new Float32Array(rows * wanted);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < wanted; at += 1) {
      let sum = 0;
      for (let tap = at * TAPS; tap < (at + 1) * TAPS; tap += 1)
        sum += (weights[tap] ?? 0) * (values[row * length + (from[tap] ?? 0)] ?? 0);
      turnedRows[at * rows + row] = sum;
    }
  return turnedRows;
}

/** Catmull and Rom's cubic curve through the four nearest pixels. */
function mixOf(length: number, wanted: number, scale: number): Mix {
  const from = new Int32Array(wanted * TAPS);
  const weights = new Float32Array(wanted * TAPS);
  for (let at = 0; at < wanted; at += 1) {
    const place = Math.min(Math.max((at + 0.5) / scale - 0.5, 0), length - 1);
    const first = Math.floor(place);
    const part = place - first;
    const curve = [
      ((-0.5 * part + 1) * part - 0.5) * part,
      (1.5 * part - 2.5) * part * part + 1,
      ((-1.5 * part + 2) * part + 0.5) * part,
      (0.5 * part - 0.5) * part * part,
    ];
    for (const [tap, weight] of curve.entries()) {
      from[at * TAPS + tap] = Math.min(length - 1, Math.max(0, first + tap - 1));
      weights[at * TAPS + tap] = weight;
    }
  }
  return { from, weights };
}
