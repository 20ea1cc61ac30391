/** A picture turned by quarters. In: a picture and a turn. Out: a picture of the turned size, or the same one where the turn is 0. */
import type { Turn } from "../model/page.js";
import type { Raster } from "../model/raster.js";

/** Turns a picture clockwise. */
export function turned(picture: Raster, turn: Turn): Raster {
  if (turn === 0) return picture;
  const { widthPx, heightPx } = picture;
  const source = new Uint32Array(picture.rgba.buffer, picture.rgba.byteOffset, widthPx * heightPx);
  const isOnSide = turn !== 180;
  const [width, height] = isOnSide ? [heightPx, widthPx] : [widthPx, heightPx];
  const target = new Uint32Array(width * height);
  // Where a step to the right and a step down in the result lead in the source.
  const [first, right, down] =
    turn === 90
      ? [(heightPx - 1) * widthPx, -widthPx, 1]
      : turn === 180
        ? [heightPx * widthPx - 1, -1, -widthPx]
        : [widthPx - 1, widthPx, -1];
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    let from = first + y * down;
    for (let x = 0; x < width; x += 1, at += 1, from += right) target[at] = source[from] ?? 0;
  }
  return { widthPx: width, heightPx: height, rgba: new Uint8ClampedArray(target.buffer) };
}
