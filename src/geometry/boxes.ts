/** Geometry of boxes `[x0, top, x1, bottom]` in PDF points, y downwards: centres, overlaps, unions. Pure functions. */
import type { Bbox } from "../schema/values.js";

export const centreX = (box: Bbox): number => (box[0] + box[2]) / 2;
export const centreY = (box: Bbox): number => (box[1] + box[3]) / 2;
export const widthOf = (box: Bbox): number => box[2] - box[0];
export const heightOf = (box: Bbox): number => box[3] - box[1];

export const containsPoint = (box: Bbox, x: number, y: number): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** Length that two intervals share; negative where there is a gap between them. */
export const overlap = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

/** Area of `inner` that lies in `outer`, as a share of `inner`, 0 to 1. */
export function shareInside(inner: Bbox, outer: Bbox): number {
  const area = widthOf(inner) * heightOf(inner);
  if (area <= 0) return 0;
  const width = overlap(inner[0], inner[2], outer[0], outer[2]);
  const height = overlap(inner[1], inner[3], outer[1], outer[3]);
  return width <= 0 || height <= 0 ? 0 : (width * height) / area;
}

/** The smallest box around all boxes; null for none. */
export function boundsOf(boxes: Iterable<Bbox>): Bbox | null {
  let bounds: [number, number, number, number] | null = null;
  for (const [x0, y0, x1, y1] of boxes) {
    if (bounds === null) bounds = [x0, y0, x1, y1];
    else {
      bounds[0] = Math.min(bounds[0], x0);
      bounds[1] = Math.min(bounds[1], y0);
      bounds[2] = Math.max(bounds[2], x1);
      bounds[3] = Math.max(bounds[3], y1);
    }
  }
  return bounds;
}
