/** Fills with a ring or a frame around them: the lamp that is lit. In: fills and the boxes of outlines. Out: the fills, marked. */
import type { Fill } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";

/** Largest distance between the centres of a fill and its ring, and between their sides, in points. */
const CENTRE_PT = 1.5;
const WIDER_PT = 8;
/** Side of the squares by which centres are found, in points. */
const SQUARE_PT = 4;
const ROW_STRIDE = 1 << 13;

const middleOf = (box: Bbox): [x: number, y: number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
const keyOf = (x: number, y: number): number => Math.floor(y / SQUARE_PT) * ROW_STRIDE + Math.floor(x / SQUARE_PT);

export function markRinged(fills: readonly Fill[], rings: readonly Bbox[]): Fill[] {
  if (rings.length === 0) return [...fills];
  const byPlace = new Map<number, Bbox[]>();
  for (const ring of rings) {
    const key = keyOf(...middleOf(ring));
    const there = byPlace.get(key);
    if (there === undefined) byPlace.set(key, [ring]);
    else if (!there.some((other) => isSameBox(ring, other))) there.push(ring);
  }
  return fills.map((fill) => (hasRing(fill.bbox, byPlace) ? { ...fill, ringed: true } : fill));
}

const isSameBox = (one: Bbox, other: Bbox): boolean => one.every((value, at) => value === other[at]);

function hasRing(box: Bbox, rings: ReadonlyMap<number, readonly Bbox[]>): boolean {
  const [x, y] = middleOf(box);
  for (const dy of [-CENTRE_PT, CENTRE_PT])
    for (const dx of [-CENTRE_PT, CENTRE_PT])
      if (rings.get(keyOf(x + dx, y + dy))?.some((ring) => isAround(ring, box)) === true) return true;
  return false;
}

function isAround(ring: Bbox, box: Bbox): boolean {
  const [x, y] = middleOf(box);
  const [ringX, ringY] = middleOf(ring);
  const wider = [ring[2] - ring[0] - (box[2] - box[0]), ring[3] - ring[1] - (box[3] - box[1])];
  return (
    Math.abs(x - ringX) <= CENTRE_PT &&
    Math.abs(y - ringY) <= CENTRE_PT &&
    wider.every((by) => Math.abs(by) <= WIDER_PT)
  );
}
