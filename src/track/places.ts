/**
 * Deliverables and the next report's rows to the place where each should stand there: rows whose titles stand once in both are
 * fixed points, and what lies between two of them moves with the nearer one. So a row put in at the top moves no other.
 */
import type { RowDigest } from "../model/series.js";
import type { OpenRow } from "./match-rows.js";
import { plainTitle } from "./titles.js";

interface FixedPoint {
  readonly place: number;
  readonly shift: number;
}

/** @returns expected 0-based places among `rows`, one for each of `open`; its own where nothing is fixed */
export function expectedPlaces(open: readonly OpenRow[], rows: readonly RowDigest[]): number[] {
  const before = onceOnly(open.map(({ row }) => row.title));
  const after = onceOnly(rows.map(({ title }) => title));
  const fixed: FixedPoint[] = [];
  for (const [title, openIndex] of before) {
    const rowIndex = after.get(title);
    const place = open[openIndex]?.place;
    if (rowIndex !== undefined && place !== undefined) fixed.push({ place, shift: rowIndex - place });
  }
  fixed.sort((a, b) => a.place - b.place);
  return open.map(({ place }) => place + shiftAt(place, fixed));
}

/** The shift of the nearest fixed point, found by halving; of two as near, that of the earlier one. */
function shiftAt(place: number, fixed: readonly FixedPoint[]): number {
  let [low, high] = [0, fixed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fixed[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const [earlier, later] = [fixed[low - 1], fixed[low]];
  if (earlier === undefined || later === undefined) return (earlier ?? later)?.shift ?? 0;
  return place - earlier.place <= later.place - place ? earlier.shift : later.shift;
}

function onceOnly(titles: readonly (string | null)[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, title] of titles.entries()) {
    const plain = plainTitle(title ?? "");
    if (plain === "") continue;
    if (places.has(plain)) repeated.add(plain);
    places.set(plain, index);
  }
  for (const title of repeated) places.delete(title);
  return places;
}
