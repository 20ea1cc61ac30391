/**
 * A page that pdf.js loaded, as it is printed. In: its operators. Out: words, rulings, fills and share of images, turned
 * so that its text is upright.
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

/** @param fonts those that the page sets, by name */
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
  const seen: Bbox = isOnSide ? [0, 0, height, width] : bounds;
  if (turn !== 0) {
    walker = new Walker({
      matrix: multiply(turnMatrix(turn, width, height), matrix),
      bounds: seen,
      fonts,
      isLayerShown,
    });
    walk(walker, list);
  }
  const { words, drawing, images } = walker;
  return {
    number,
    widthPt: roundLength(seen[2]),
    heightPt: roundLength(seen[3]),
    words: words.words(),
    rulings: drawing.rulings,
    fills: drawing.fills,
    imageShare: coveredShare(images, seen),
    ...(turn === 0 ? {} : { turn }),
  };
}

/** @throws Defect where the walker fails: operators may be anything, and it is to take them as they are */
function walk(walker: Walker, list: OperatorList): void {
  try {
    walkOperators(walker, list);
  } catch (error) {
    throw isAllocation(error) ? error : new Defect(error);
  }
}
