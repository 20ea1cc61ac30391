/**
 * Several lamps in a cell. In: the patches of colour in an empty cell. Out: the innermost ones, and of several the lit one: it
 * alone is ringed, coloured, strongly coloured or large. Where they are alike none is.
 */
import { centreX, centreY, containsPoint, heightOf, widthOf } from "../../geometry/boxes.js";
import type { Fill } from "../../model/page.js";

/** How much more colour, or area, the lit lamp has than every other one. */
const STRONGER = 1.6;
const LARGER = 1.4;
/** Most patches of a cell that are compared: more are a picture drawn with many shapes. */
const MOST = 24;

const area = ({ bbox }: Fill): number => widthOf(bbox) * heightOf(bbox);

/** The patches under which no smaller one lies: a housing or background has lamps in it. Of two at one place, the upper one. */
export function innermost(fills: readonly Fill[]): Fill[] {
  const found: Fill[] = [];
  // Small ones first, and of the same size those that were painted last.
  for (const fill of [...fills].reverse().sort((a, b) => area(a) - area(b))) {
    const isAround = found.some(({ bbox }) => containsPoint(fill.bbox, centreX(bbox), centreY(bbox)));
    if (!isAround) found.push(fill);
    if (found.length > MOST) break;
  }
  return found;
}

/** The difference between the channels of a colour: how far it is from grey. */
function strength({ colour }: Fill): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels);
}

/** The lamp that is lit; null where several may be. */
export function litLamp(lamps: readonly Fill[]): Fill | null {
  if (lamps.length > MOST) return null;
  const ringed = lamps.filter((lamp) => lamp.ringed === true);
  if (ringed.length === 1) return ringed[0] ?? null;
  return first(lamps, strength, STRONGER) ?? first(lamps, area, LARGER);
}

/** The lamp that has clearly more of something than every other one, or than those of another colour. */
function first(lamps: readonly Fill[], measure: (lamp: Fill) => number, times: number): Fill | null {
  const most = lamps.reduce<Fill | null>(
    (best, lamp) => (best === null || measure(lamp) > measure(best) ? lamp : best),
    null,
  );
  if (most === null || measure(most) === 0) return null;
  const others = lamps.filter(({ colour }) => colour !== most.colour);
  return others.every((lamp) => measure(most) >= times * measure(lamp)) ? most : null;
}
