/**
 * Turns a page that pdf.js loaded into our page model. In: its operators. Out: words, rulings, fills and the share that
 * images cover, turned so that the text is upright and level.
 */
import type { Page } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { Defect, isAllocation } from "../defect.js";
import { coveredShare } from "./covered.js";
import type { FontFace } from "./graphics-state.js";
import { multiply, toMatrix } from "./matrix.js";
import type { PDFPageProxy } from "./open.js";
import type { OperatorList, PageSetting, PictureColours } from "./operator-list.js";
import { walkOperators } from "./operators.js";
import { markRinged } from "./rings.js";
import { boundsStraightened, levelled, skewOf, straighten } from "./skew.js";
import { turnMatrix, uprightTurn } from "./turn.js";
import { Walker } from "./walker.js";

const roundLength = (value: number): number => Math.round(value * 100) / 100;

export interface LoadedPage {
  readonly page: PDFPageProxy;
  readonly list: OperatorList;
  readonly pictures: PictureColours;
}

/**
 * @param fonts the fonts that the page uses, by name
 * @throws Defect if the walker fails: it must cope with any operators
 */
export function printedPage(
  { page, list, pictures }: LoadedPage,
  number: number,
  fonts: ReadonlyMap<string, FontFace>,
  isLayerShown: (layer: unknown) => boolean,
): Page {
  const viewport = page.getViewport({ scale: 1 });
  const bounds: Bbox = [0, 0, viewport.width, viewport.height];
  const setting = { fonts, pictures, isLayerShown, matrix: toMatrix(viewport.transform), bounds };
  try {
    return { number, ...levelPage(setting, list) };
  } catch (error) {
    throw isAllocation(error) ? error : new Defect(error);
  }
}

function levelPage(setting: PageSetting, list: OperatorList): Omit<Page, "number"> {
  const { matrix, bounds } = setting;
  const [, , width, height] = bounds;
  let walker = walk(setting, list);
  const turn = uprightTurn(walker.words.runs());
  const isOnSide = turn === 90 || turn === 270;
  const uprightBounds: Bbox = isOnSide ? [0, 0, height, width] : bounds;
  const upright = multiply(turnMatrix(turn, width, height), matrix);
  if (turn !== 0) walker = walk({ ...setting, matrix: upright, bounds: uprightBounds }, list);
  const skew = skewOf(walker.words.runs());
  if (skew.degrees !== 0) {
    const [, , across, down] = uprightBounds;
    const back = straighten(skew.degrees, across, down);
    const level = { ...setting, matrix: multiply(back, upright), bounds: boundsStraightened(back, across, down) };
    walker = walk(level, list);
  }
  const { drawing, images } = walker;
  // Struck-out text is known before its words are made.
  const rulings = walker.words.strike(drawing.rulings);
  const words = walker.words.words();
  return {
    widthPt: roundLength(uprightBounds[2]),
    heightPt: roundLength(uprightBounds[3]),
    words: skew.degrees !== 0 && skew.hasLevelWords ? levelled(words, skew.degrees) : words,
    rulings,
    fills: markRinged(drawing.fills, drawing.rings),
    imageShare: coveredShare(images, uprightBounds),
    ...(turn === 0 ? {} : { turn }),
    ...(skew.degrees === 0 ? {} : { skew: skew.degrees }),
  };
}

function walk(setting: PageSetting, list: OperatorList): Walker {
  const walker = new Walker(setting);
  walkOperators(walker, list);
  return walker;
}
