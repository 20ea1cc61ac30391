/** The background of a cell: the last fill painted under its text, or over most of it; null where none or white. */
import { centreX, centreY, containsPoint, heightOf, shareInside, widthOf } from "../../geometry/boxes.js";
import type { Fill, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { innermost, litLamp } from "./lamps.js";

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

export interface FillLookup {
  (cell: Bbox, words: readonly Word[]): string | null;
  /** Whether an empty cell has a picture, or several lamps of which none is known to be lit. */
  readonly hasPicture: (cell: Bbox) => boolean;
}

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
  return Object.assign((cell: Bbox, words: readonly Word[]) => colourIn(cell, words, bandAt), {
    hasPicture: (cell: Bbox) => {
      const inside = fillsIn(cell, bandAt);
      return inside.some(({ picture }) => picture === true) || patchIn(inside) === "unclear";
    },
  });
}

type Bands = (y: number) => readonly Fill[];

function colourIn(cell: Bbox, words: readonly Word[], bandAt: Bands): string | null {
  const [word] = words;
  const patch = word === undefined ? patchIn(fillsIn(cell, bandAt)) : null;
  if (patch === "unclear") return null;
  return patch === null || isWhite(patch) ? backgroundOf(cell, words, bandAt) : patch;
}

/** The last fill painted under the text, or over most of the cell. */
function backgroundOf(cell: Bbox, words: readonly Word[], bandAt: Bands): string | null {
  const [x, y] = words.length === 0 ? [centreX(cell), centreY(cell)] : textPoint(words);
  const fill = bandAt(y).findLast(
    ({ picture, bbox }) => picture !== true && (containsPoint(bbox, x, y) || shareInside(cell, bbox) >= MOSTLY),
  );
  return fill === undefined || isWhite(fill.colour) ? null : fill.colour;
}

/** The centre of the first word: a cell's text may be wider than a patch of colour below it, but begins on it. */
function textPoint(words: readonly Word[]): [number, number] {
  const [word] = words;
  return word === undefined ? [0, 0] : [centreX(word.bbox), centreY(word.bbox)];
}

/** The fills inside a cell, in painting order. */
function fillsIn(cell: Bbox, bandAt: Bands): Fill[] {
  const inside = new Set<Fill>();
  for (let y = cell[1]; y <= cell[3] + BAND_PT; y += BAND_PT)
    for (const fill of bandAt(Math.min(y, cell[3]))) if (shareInside(fill.bbox, cell) > 0.9) inside.add(fill);
  return [...inside];
}

/**
 * The colour of the patch, symbol or lit lamp in an empty cell; null where there is none, "unclear" where there are several
 * lamps of which none is known to be lit.
 */
function patchIn(inside: readonly Fill[]): string | null {
  const shown = inside.filter(({ picture, colour }) => picture !== true || !isWhite(colour));
  const lamps = innermost(shown);
  const [first] = lamps;
  if (lamps.length < 2) return first?.colour ?? null;
  return litLamp(lamps)?.colour ?? "unclear";
}
