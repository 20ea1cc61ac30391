/** Two places in a source to the place that covers both. */
import type { Place } from "./block.js";

const lower = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));
const higher = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/**
 * The place that covers both. Where they are on two pages, it has the page and box of the first: a box lies on one
 * page.
 */
export function coverPlaces(a: Place, b: Place): Place {
  const samePage = a.page === b.page;
  return {
    page: a.page ?? b.page,
    lineFirst: lower(a.lineFirst, b.lineFirst),
    lineLast: higher(a.lineLast, b.lineLast),
    bbox:
      a.bbox === null || b.bbox === null || !samePage
        ? (a.bbox ?? b.bbox)
        : [
            Math.min(a.bbox[0], b.bbox[0]),
            Math.min(a.bbox[1], b.bbox[1]),
            Math.max(a.bbox[2], b.bbox[2]),
            Math.max(a.bbox[3], b.bbox[3]),
          ],
  };
}
