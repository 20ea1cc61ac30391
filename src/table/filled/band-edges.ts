/**
 * Rows that only a coloured band separates in a ruled table: a heading that has no rule below it. In: the edges of a
 * group, the fills and the words. Out: the edges, with those of bands.
 */
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { type Edge, type Edges, mergeEdges, SNAP_PT } from "../ruled/edges.js";

/** Smallest share of the grid's width that a band covers: its cells may be painted one by one, with gaps between. */
const FULL_WIDTH = 0.95;
/** Smallest distance to the rules of the grid, in points: nearer ones have no room for a line of text between. */
const ROOM_PT = 7;

export function withBandEdges(edges: Edges, fills: readonly Bbox[], words: readonly Word[]): Edges {
  const { horizontal, vertical } = edges;
  if (vertical.length === 0 || fills.length === 0) return edges;
  const [left, right] = extentOf([...horizontal, ...vertical.map(({ at }) => ({ from: at, to: at }))]);
  const [top, bottom] = extentOf(vertical);
  const within = fills.filter(([x0, , x1]) => x0 >= left - SNAP_PT && x1 <= right + SNAP_PT);
  const sides = within.flatMap(([x0, y0, x1, y1]): Edge[] => [y0, y1].map((at) => ({ at, from: x0, to: x1 })));
  const across = mergeEdges(sides).filter(({ from, to }) => to - from >= FULL_WIDTH * (right - left));
  const heights = [top, bottom, ...horizontal.map(({ at }) => at)];
  const inside = words.filter(({ bbox }) => bbox[0] < right && bbox[2] > left);
  const added = across.filter(
    ({ at }) =>
      at > top &&
      at < bottom &&
      heights.every((height) => Math.abs(height - at) >= ROOM_PT) &&
      !inside.some(({ bbox }) => crosses(bbox, at)),
  );
  return added.length === 0 ? edges : { vertical, horizontal: [...horizontal, ...added] };
}

/** Where stretches begin and end, all together. */
function extentOf(stretches: readonly { readonly from: number; readonly to: number }[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of stretches) [low, high] = [Math.min(low, from), Math.max(high, to)];
  return [low, high];
}

/** Whether a word is on an edge: then the edge is that of a mark after the text, not of a row. */
function crosses([, y0, , y1]: Bbox, at: number): boolean {
  return Math.abs((y0 + y1) / 2 - at) < (y1 - y0) / 4;
}
