/** The background of a cell: the last fill painted under its text, or over most of it; null where none or white. */
import { centreX, centreY, heightOf, holds, shareInside, widthOf } from "../geometry/boxes.js";
import type { Fill, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";

/** Share of a cell that a fill covers to be its background. */
const MOSTLY = 0.5;
/** Height in points of the bands by which fills are looked up. */
const BAND_PT = 24;
/** Fills smaller than this, in points, are dots and specks. */
const SMALLEST_PT = 3.5;
/** Channels from which a colour is white paper. */
const WHITE = 0xfb;

export const isWhite = (colour: string): boolean =>
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= WHITE);

export type FillLookup = (cell: Bbox, words: readonly Word[]) => string | null;

export function fillLookup(fills: readonly Fill[]): FillLookup {
  const bands = new Map<number, Fill[]>();
  for (const fill of fills) {
    if (widthOf(fill.bbox) < SMALLEST_PT || heightOf(fill.bbox) < SMALLEST_PT) continue;
    const last = Math.floor(Math.min(fill.bbox[3], 20_000) / BAND_PT);
    for (let band = Math.floor(Math.max(0, fill.bbox[1]) / BAND_PT); band <= last; band += 1) {
      const same = bands.get(band);
      if (same === undefined) bands.set(band, [fill]);
      else same.push(fill);
    }
  }
  const bandAt = (y: number): readonly Fill[] => bands.get(Math.floor(y / BAND_PT)) ?? [];
  return (cell, words) => {
    const [word] = words;
    const [x, y] = word === undefined ? [centreX(cell), centreY(cell)] : textPoint(words);
    const under = bandAt(y);
    for (let at = under.length - 1; at >= 0; at -= 1) {
      const fill = under[at];
      if (fill === undefined) continue;
      if (holds(fill.bbox, x, y) || shareInside(cell, fill.bbox) >= MOSTLY)
        return isWhite(fill.colour) ? null : fill.colour;
    }
    return word === undefined ? patchIn(cell, bandAt) : null;
  };
}

/** The centre of the first word: a cell's text may be wider than a patch behind it, but starts on it. */
function textPoint(words: readonly Word[]): [number, number] {
  const [word] = words;
  return word === undefined ? [0, 0] : [centreX(word.bbox), centreY(word.bbox)];
}

/** An empty cell's patch or symbol of colour. */
function patchIn(cell: Bbox, bandAt: (y: number) => readonly Fill[]): string | null {
  let found: string | null = null;
  for (let y = cell[1]; y <= cell[3] + BAND_PT; y += BAND_PT)
    for (const fill of bandAt(Math.min(y, cell[3])))
      if (shareInside(fill.bbox, cell) > 0.9) found = isWhite(fill.colour) ? null : fill.colour;
  return found;
}
