/**
 * Items of lists. In: the first word of a line, and small boxes that are painted beside text. Out: whether a bullet is before it, printed
 * or drawn.
 */
import { centreY, heightOf, widthOf } from "../../geometry/boxes.js";
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { BULLET } from "./gutters.js";

/** Largest side of a bullet that is drawn, and how far from its text it is at most, as multiples of the type size. */
const LARGEST = 0.6;
const FARTHEST = 2;
/** More small boxes than this on a page are a drawing. */
const MOST_MARKS = 1000;

/** The boxes that may be bullets beside text of a size; none where they are a drawing. */
export function marksOf(boxes: readonly Bbox[], sizePt: number): readonly Bbox[] {
  const marks = boxes.filter((box) => Math.max(widthOf(box), heightOf(box)) <= LARGEST * sizePt);
  return marks.length > MOST_MARKS ? [] : marks;
}

/** @param marks see `marksOf` */
export function beginsWithBullet({ text, bbox, sizePt }: Word, marks: readonly Bbox[]): boolean {
  const isBefore = (mark: Bbox): boolean =>
    bbox[0] >= mark[2] && bbox[0] - mark[2] < FARTHEST * sizePt && centreY(mark) > bbox[1] && centreY(mark) < bbox[3];
  return BULLET.test(text) || marks.some(isBefore);
}
