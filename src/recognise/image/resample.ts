/**
 * Pictures straightened and scaled. In: a picture and an angle, or a scale. Out: a picture of the same size with what was outside it
 * filled from its border, or of the new size.
 */
import type { GreyRaster, Raster } from "../../model/raster.js";

/** Whole steps of a pixel between which positions are told apart. */
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

/** A grey picture at another size, each pixel mixed from four. */
export function scaled({ widthPx, heightPx, grey }: GreyRaster, scale: number): GreyRaster {
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const target = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const fromY = Math.min(Math.max((y + 0.5) / scale - 0.5, 0), heightPx - 1);
    const top = Math.floor(fromY);
    const bottom = Math.min(top + 1, heightPx - 1);
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.min(Math.max((x + 0.5) / scale - 0.5, 0), widthPx - 1);
      const left = Math.floor(fromX);
      const right = Math.min(left + 1, widthPx - 1);
      const [partX, partY] = [fromX - left, fromY - top];
      const upper = (grey[top * widthPx + left] ?? 0) * (1 - partX) + (grey[top * widthPx + right] ?? 0) * partX;
      const lower = (grey[bottom * widthPx + left] ?? 0) * (1 - partX) + (grey[bottom * widthPx + right] ?? 0) * partX;
      target[y * width + x] = Math.round(upper * (1 - partY) + lower * partY);
    }
  }
  return { widthPx: width, heightPx: height, grey: target };
}
