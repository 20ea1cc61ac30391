/** How sure recognition is of the words at a place. In: pages, and which of them were recognised. Out: the least sure word at each place. */
import { centreX, centreY, containsPoint } from "../../../geometry/boxes.js";
import type { Page } from "../../../model/page.js";
import type { ConfidenceAt } from "../../../normalise/recognised-rows.js";

/** @param recognised numbers of the pages that were recognised */
export function confidenceOn(pages: readonly Page[], recognised: readonly number[]): ConfidenceAt {
  const isRecognised = new Set(recognised);
  const byNumber = new Map(pages.filter(({ number }) => isRecognised.has(number)).map((page) => [page.number, page]));
  return ({ page: number, bbox }) => {
    const page = number === null ? undefined : byNumber.get(number);
    if (page === undefined) return null;
    let least = 1;
    for (const { bbox: box, confidence = 1 } of page.words)
      if (bbox === null || containsPoint(bbox, centreX(box), centreY(box))) least = Math.min(least, confidence);
    return least;
  };
}
