/**
 * Statuses that are shown by a patch of colour alone. In: a page's words and fills. Out: a word without text for each
 * such patch outside drawn tables, on the line of its row, so that patches form a column as words do.
 */
import { centreX, centreY, containsPoint, heightOf, shareInside, widthOf } from "../../geometry/boxes.js";
import type { Fill, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { hasHue } from "./cell-fill.js";

/** Smallest side of a patch in points, and its largest width as a share of the page's. */
const SMALLEST_PT = 3.5;
const WIDEST = 0.25;
/** Fewest patches in a column, and largest difference between their centres, in points. */
const FEWEST = 2;
const SAME_PLACE_PT = 2;

export const isSwatch = (word: Word): boolean => word.text === "";

/** The page's patches of colour, as words without text; `tables` are boxes whose cells have theirs already. */
export function swatches(
  words: readonly Word[],
  fills: readonly Fill[],
  widthPt: number,
  tables: readonly Bbox[],
): Word[] {
  const patches = fills.filter(
    ({ bbox, colour }) =>
      hasHue(colour) &&
      Math.min(widthOf(bbox), heightOf(bbox)) >= SMALLEST_PT &&
      widthOf(bbox) <= WIDEST * widthPt &&
      !tables.some((table) => shareInside(bbox, table) > 0.5) &&
      !words.some((word) => containsPoint(bbox, centreX(word.bbox), centreY(word.bbox))),
  );
  const inColumn = ({ bbox }: Fill): boolean =>
    patches.filter((other) => Math.abs(centreX(other.bbox) - centreX(bbox)) <= SAME_PLACE_PT).length >= FEWEST;
  return patches.filter(inColumn).flatMap(({ bbox, colour }) => {
    const line = firstBeside(bbox, words);
    return line === null
      ? []
      : [
          {
            text: "",
            bbox: [bbox[0], line.bbox[1], bbox[2], line.bbox[3]] as const,
            sizePt: line.sizePt,
            colour,
            bold: false,
            invisible: false,
          },
        ];
  });
}

/** The topmost word beside a patch, with which its row begins. */
function firstBeside(patch: Bbox, words: readonly Word[]): Word | null {
  let first: Word | null = null;
  for (const word of words) {
    const [, top, , bottom] = word.bbox;
    const beside =
      (centreY(word.bbox) > patch[1] && centreY(word.bbox) < patch[3]) ||
      (centreY(patch) > top && centreY(patch) < bottom);
    if (beside && (first === null || top < first.bbox[1])) first = word;
  }
  return first;
}
