/**
 * Turns a page that pdf.js loaded into our page model. In: its operators. Out: words, rulings, fills and the share that
 * images cover, turned so that the text is upright.
 */
import type { Page } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { Defect, isAllocation } from "../defect.js";
import { coveredShare } from "./covered.js";
import type { FontFace } from "./graphics-state.js";
import { multiply, toMatrix } from "./matrix.js";
import type { PDFPageProxy } from "./open.js";
import type { OperatorList } from "./operator-list.js";
import { walkOperators } from "./operators.js";
import { turnMatrix, uprightTurn } from "./turn.js";
import { Walker } from "./walker.js";

const roundLength = (value: number): number => Math.round(value * 100) / 100;

export interface LoadedPage {
  readonly page: PDFPageProxy;
  readonly list: OperatorList;
}

/** @param fonts the fonts that the page uses, by name */
export function printedPage(
  { page, list }: LoadedPage,
  number: number,
  fonts: ReadonlyMap<string, FontFace>,
  isLayerShown: (layer: unknown) => boolean,
): Page {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const matrix = toMatrix(viewport.transform);
  const bounds: Bbox = [0, 0, width, height];
  let walker = new Walker({ matrix, bounds, fonts, isLayerShown });
  walk(walker, list);
  const turn = uprightTurn(walker.words.words());
  const isOnSide = turn === 90 || turn === 270;
  const uprightBounds: Bbox = isOnSide ? [0, 0, height, width] : bounds;
  if (turn !== 0) {
    walker = new Walker({
      matrix: multiply(turnMatrix(turn, width, height), matrix),
      bounds: uprightBounds,
      fonts,
      isLayerShown,
    });
    walk(walker, list);
  }
  const { words, drawing, images } = walker;
  const rulings = words.strike(drawing.rulings);
  return {
    number,
    widthPt: roundLength(uprightBounds[2]),
    heightPt: roundLength(uprightBounds[3]),
    words: words.words(),
    rulings,
    fills: drawing.fills,
    imageShare: coveredShare(images, uprightBounds),
    ...(turn === 0 ? {} : { turn }),
  };
}

/** @throws Defect if the walker fails: it must cope with any operators */
function walk(walker: Walker, list: OperatorList): void {
  try {
    walkOperators(walker, list);
  } catch (error) {
    throw isAllocation(error) ? error : new Defect(error);
  }
}
