/** A picture's lightness at a lower resolution. In: a picture and how many of its pixels make one. Out: a grey picture. */
import type { GreyRaster, Raster } from "../../model/raster.js";

/** Weights of the channels in 1/256, as in ITU-R BT.601. */
const [RED, GREEN, BLUE] = [77, 150, 29];

export const lightness = (red: number, green: number, blue: number): number =>
  (RED * red + GREEN * green + BLUE * blue) >> 8;

/** @param factor whole number of pixels along each side that are averaged; an incomplete rest at the right and below is left out */
export function reducedGrey(picture: Raster, factor: number): GreyRaster {
  const [width, height] = [
    Math.max(1, Math.floor(picture.widthPx / factor)),
    Math.max(1, Math.floor(picture.heightPx / factor)),
  ];
  const sums = new Float64Array(width);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row += 1) addRow(picture, row, factor, sums);
    for (let x = 0; x < width; x += 1) grey[y * width + x] = Math.round((sums[x] ?? 0) / (factor * factor));
  }
  return { widthPx: width, heightPx: height, grey };
}

/** Adds the lightness of a row's pixels to the sum of the pixel that they become part of. */
function addRow({ widthPx, rgba }: Raster, row: number, factor: number, sums: Float64Array): void {
  let at = row * widthPx * 4;
  for (let x = 0; x < sums.length; x += 1)
    for (let step = 0; step < factor; step += 1, at += 4)
      sums[x] = (sums[x] ?? 0) + lightness(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
}
