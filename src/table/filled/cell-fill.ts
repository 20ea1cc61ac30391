/** The background of a cell: the last fill painted under its text, or over most of it; null where none or white. */
import { centreX, centreY, containsPoint, heightOf, shareInside, widthOf } from "../../geometry/boxes.js";
import type { Fill, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";

/** Smallest share of a cell that a fill covers to be its background. */
const MOSTLY = 0.5;
/** Height of the bands in which fills are indexed, in points. */
const BAND_PT = 24;
/** Fills smaller than this are dots, in points. */
const SMALLEST_PT = 3.5;
/** Smallest channel of a colour that counts as white. */
const WHITE = 0xfb;

export const isWhite = (colour: string): boolean =>
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= WHITE);

/** A colour is grey where its channels differ by less than this. */
const GREY = 0x14;

/** Whether a colour is neither white, black nor grey. */
export function hasHue(colour: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= GREY;
}

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
    const patch = word === undefined ? patchIn(cell, bandAt) : null;
    if (patch !== null) return patch;
    const [x, y] = word === undefined ? [centreX(cell), centreY(cell)] : textPoint(words);
    const under = bandAt(y);
    for (let at = under.length - 1; at >= 0; at -= 1) {
      const fill = under[at];
      if (fill === undefined) continue;
      if (containsPoint(fill.bbox, x, y) || shareInside(cell, fill.bbox) >= MOSTLY)
        return isWhite(fill.colour) ? null : fill.colour;
    }
    return null;
  };
}

/** The centre of the first word: a cell's text may be wider than a patch of colour below it, but begins on it. */
function textPoint(words: readonly Word[]): [number, number] {
  const [word] = words;
  return word === undefined ? [0, 0] : [centreX(word.bbox), centreY(word.bbox)];
}

/**
 * The colour of a patch or symbol in an empty cell: the smallest fill inside it, as the background is below that; null
 * where there is none.
 */
function patchIn(cell: Bbox, bandAt: (y: number) => readonly Fill[]): string | null {
  let found: Fill | null = null;
  const area = ({ bbox }: Fill): number => widthOf(bbox) * heightOf(bbox);
  for (let y = cell[1]; y <= cell[3] + BAND_PT; y += BAND_PT)
    for (const fill of bandAt(Math.min(y, cell[3])))
      if (shareInside(fill.bbox, cell) > 0.9 && (found === null || area(fill) <= area(found))) found = fill;
  return found === null || isWhite(found.colour) ? null : found.colour;
}
