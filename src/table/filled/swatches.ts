/**
 * Statuses that are shown by a patch of colour alone. In: a page's words and fills. Out: a word without text for each
 * such patch outside drawn tables, on the line of its row, so that patches form a column as words do.
 */
import { centreX, centreY, heightOf, shareInside, widthOf } from "../../geometry/boxes.js";
import type { Fill, Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { WordsByHeight } from "../words-by-height.js";
import { hasHue } from "./cell-fill.js";

/** Smallest side of a patch in points, and its largest width as a share of the page's. */
const SMALLEST_PT = 3.5;
const WIDEST = 0.25;
/** Largest difference between the centres of patches in a column, in points. */
const SAME_PLACE_PT = 2;
/** Tallest word beside a patch, in points. */
const TALLEST_PT = 100;
/** More patches than this are a drawing. */
const MOST_PATCHES = 4000;

export const isSwatch = (word: Word): boolean => word.text === "";

/**
 * The page's patches of colour, as words without text.
 * @param tables boxes of tables whose cells have theirs already
 */
export function swatches(
  words: WordsByHeight,
  fills: readonly Fill[],
  widthPt: number,
  tables: readonly Bbox[],
): Word[] {
  const coloured = fills.filter(
    ({ bbox, colour }) =>
      Math.min(widthOf(bbox), heightOf(bbox)) >= SMALLEST_PT && widthOf(bbox) <= WIDEST * widthPt && hasHue(colour),
  );
  if (coloured.length > MOST_PATCHES) return [];
  const patches = coloured.filter(
    ({ bbox }) => !tables.some((table) => shareInside(bbox, table) > 0.5) && words.countIn(bbox) === 0,
  );
  return inColumns(patches).flatMap(({ bbox, colour }) => {
    const line = firstBeside(bbox, words);
    if (line === null) return [];
    const box: Bbox = [bbox[0], line.bbox[1], bbox[2], line.bbox[3]];
    return [{ text: "", bbox: box, sizePt: line.sizePt, colour, bold: false, invisible: false }];
  });
}

/** The patches whose centre is at the same place across the page as that of another. */
function inColumns(patches: readonly Fill[]): Fill[] {
  const sorted = [...patches].sort((a, b) => centreX(a.bbox) - centreX(b.bbox));
  const near = (one: Fill | undefined, other: Fill | undefined): boolean =>
    one !== undefined && other !== undefined && centreX(other.bbox) - centreX(one.bbox) <= SAME_PLACE_PT;
  const kept = new Set(sorted.filter((patch, at) => near(sorted[at - 1], patch) || near(patch, sorted[at + 1])));
  return patches.filter((patch) => kept.has(patch));
}

/** The topmost word beside a patch, with which its row begins. */
function firstBeside(patch: Bbox, words: WordsByHeight): Word | null {
  let first: Word | null = null;
  const middle = centreY(patch);
  for (const word of words.between(patch[1] - TALLEST_PT / 2, patch[3] + TALLEST_PT / 2)) {
    const [, top, , bottom] = word.bbox;
    const beside =
      (centreY(word.bbox) > patch[1] && centreY(word.bbox) < patch[3]) || (middle > top && middle < bottom);
    if (beside && (first === null || top < first.bbox[1])) first = word;
  }
  return first;
}
