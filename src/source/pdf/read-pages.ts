/**
 * A PDF's pages as they are printed. In: the file's bytes. Out: one page after another with its words, rulings, fills
 * and share of images, turned so that its text is upright. A page that pdf.js fails on comes out without words.
 */
import type { Page } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { Defect, isAllocation } from "../defect.js";
import { coveredShare } from "./covered.js";
import { fontFace } from "./fonts.js";
import type { FontFace } from "./graphics-state.js";
import { multiply, toMatrix } from "./matrix.js";
import { AnnotationMode, OPS, openDocument, type PDFDocumentProxy, type PDFPageProxy } from "./open.js";
import type { OperatorList } from "./operator-list.js";
import { turnMatrix, uprightTurn } from "./turn.js";
import { Walker } from "./walker.js";

const roundLength = (value: number): number => Math.round(value * 100) / 100;

interface Reading {
  readonly document: PDFDocumentProxy;
  readonly fonts: Map<string, FontFace>;
  readonly isLayerShown: (layer: unknown) => boolean;
  readonly onUnreadable: (page: number) => void;
}

/**
 * Reads every page in turn; `bytes` are handed over and no longer usable.
 * @param onUnreadable is told of pages that pdf.js fails on, which come out without words
 * @throws what pdf.js throws on opening: see `failure.ts`
 */
export async function* readPages(
  bytes: Uint8Array,
  onUnreadable: (page: number) => void = () => {},
): AsyncGenerator<Page> {
  const task = openDocument(bytes);
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    const isLayerShown = (layer: unknown): boolean => layer === null || layers.isVisible(layer);
    const reading: Reading = { document, fonts: new Map(), isLayerShown, onUnreadable };
    for (let number = 1; number <= document.numPages; number += 1) yield await readPage(reading, number);
  } finally {
    await task.destroy();
  }
}

async function readPage({ document, fonts, isLayerShown, onUnreadable }: Reading, number: number): Promise<Page> {
  const loaded = await loadPage(document, number);
  if (loaded === null) {
    onUnreadable(number);
    return { number, widthPt: 0, heightPt: 0, words: [], rulings: [], fills: [], imageShare: 0 };
  }
  const { page, list } = loaded;
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  await loadFonts(page, list, fonts);
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
  page.cleanup();
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
    walker.walk(list);
  } catch (error) {
    throw isAllocation(error) ? error : new Defect(error);
  }
}

/** A page with its operators, or null where it is beyond reading. */
async function loadPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<{ page: PDFPageProxy; list: OperatorList } | null> {
  try {
    const page = await document.getPage(number);
    return { page, list: await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE }) };
  } catch (error) {
    // What runs out here takes the document down, not the page.
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** Fetches the fonts that a page sets and that no earlier page has. */
async function loadFonts(page: PDFPageProxy, list: OperatorList, fonts: Map<string, FontFace>): Promise<void> {
  for (let index = 0; index < list.fnArray.length; index += 1) {
    const code = list.fnArray[index];
    if (code !== OPS.setFont && code !== OPS.setGState) continue;
    const first = list.argsArray[index]?.[0];
    const name = code === OPS.setFont ? first : fontOfState(first);
    if (typeof name !== "string" || fonts.has(name)) continue;
    fonts.set(name, fontFace(await new Promise((resolve) => page.commonObjs.get(name, resolve))));
  }
}

/** The font that a state dictionary sets, if it does. */
function fontOfState(entries: unknown): unknown {
  const font = (entries as [string, unknown][]).find(([key]) => key === "Font")?.[1];
  return Array.isArray(font) ? font[0] : undefined;
}
