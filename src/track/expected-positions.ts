/**
 * In: deliverables and the next report's rows. Out: the pairs with the same, unique title, and from these the expected position of each
 * deliverable: it shifts as much as the nearest such pair. So a new first row does not make the other positions look changed.
 */
import type { RowDigest } from "../model/series.js";
import type { OpenRow } from "./open-row.js";
import { plainTitle } from "./titles.js";

/** Index of the row by index of the deliverable with the same title, for titles that occur once in each list. */
export function sameTitles(open: readonly OpenRow[], rows: readonly RowDigest[]): Map<number, number> {
  const before = onceOnly(open.map(({ row }) => row.title));
  const after = onceOnly(rows.map(({ title }) => title));
  const same = new Map<number, number>();
  for (const [title, openIndex] of before) {
    const rowIndex = after.get(title);
    if (rowIndex !== undefined) same.set(openIndex, rowIndex);
  }
  return same;
}

interface FixedPoint {
  readonly place: number;
  readonly shift: number;
}

/** @returns expected 0-based positions among the rows, one for each of `open`; its old position if there is no pair */
export function expectedPlaces(open: readonly OpenRow[], same: ReadonlyMap<number, number>): number[] {
  const fixed: FixedPoint[] = [];
  for (const [openIndex, rowIndex] of same) {
    const place = open[openIndex]?.place;
    if (place !== undefined) fixed.push({ place, shift: rowIndex - place });
  }
  fixed.sort((a, b) => a.place - b.place);
  return open.map(({ place }) => place + shiftAt(place, fixed));
}

/** The shift of the nearest fixed point, by binary search; of two equally near, that of the earlier one. */
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
