/** Pictures as their pixels, row by row from the top. Types only. */

/** Four bytes per pixel: red, green, blue, opacity. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8ClampedArray;
}

/** One byte per pixel, 0 for black and 255 for white. */
export interface GreyRaster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: Uint8Array;
}
