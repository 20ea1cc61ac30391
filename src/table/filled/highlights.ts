/**
 * Boxes painted behind a word or two, as a pill or a highlighter leaves them, which are no cells. In: painted boxes and a page's
 * words. Out: the boxes without them. A box that continues a row or a column of boxes is a cell however close its text stands.
 */
import { centreX, heightOf, overlap, widthOf } from "../../geometry/boxes.js";
import type { Bbox } from "../../schema/values.js";
import { SNAP_PT } from "../ruled/edges.js";
import type { WordsByHeight } from "../words-by-height.js";

/** How much taller than its words a highlight is at most, and how much wider: in heights of a word, both sides together. */
const TALLER = 1.9;
const WIDER = 2.5;
/** With more boxes the page is a drawing, or a table with every cell painted. */
const MOST_BOXES = 3000;

export function withoutHighlights(boxes: readonly Bbox[], words: WordsByHeight): readonly Bbox[] {
  if (boxes.length > MOST_BOXES) return boxes;
  const isCell = (box: Bbox): boolean => !hugsItsWords(box, words) || boxes.some((other) => continues(box, other));
  const cells = boxes.filter(isCell);
  return cells.length === boxes.length ? boxes : cells;
}

/** Whether a box is hardly larger than the one line of text in it. */
function hugsItsWords(box: Bbox, words: WordsByHeight): boolean {
  const [x0, top, x1, bottom] = box;
  const own = words.between(top, bottom).filter(({ bbox }) => centreX(bbox) >= x0 && centreX(bbox) <= x1);
  if (own.length === 0) return false;
  const height = Math.max(...own.map(({ bbox }) => heightOf(bbox)));
  const [from, to] = [Math.min(...own.map(({ bbox }) => bbox[0])), Math.max(...own.map(({ bbox }) => bbox[2]))];
  return heightOf(box) <= TALLER * height && widthOf(box) - (to - from) <= WIDER * height;
}

/** Whether another box touches a box at its side, or above or below it with the same sides. */
function continues(box: Bbox, other: Bbox): boolean {
  if (box === other) return false;
  const near = (one: number, two: number): boolean => Math.abs(one - two) <= SNAP_PT;
  const isBeside = near(box[2], other[0]) || near(box[0], other[2]);
  if (isBeside && overlap(box[1], box[3], other[1], other[3]) > 0) return true;
  const isStacked = near(box[3], other[1]) || near(box[1], other[3]);
  return isStacked && near(box[0], other[0]) && near(box[2], other[2]);
}
