/**
 * A PDF's pages as they are printed. In: the file's bytes. Out: one page after another with its words, rulings, fills
 * and share of images; a page that cannot be read comes out empty. The only reader of pdf.js's operator lists.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { AnnotationMode, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { coveredShare } from "./covered.js";
import { fontFace } from "./fonts.js";
import type { FontFace } from "./graphics-state.js";
import { toMatrix } from "./matrix.js";
import { openDocument } from "./open.js";
import { Walker } from "./walker.js";

/** Reads every page in turn; `bytes` are handed over and no longer usable. Throws what pdf.js throws on opening. */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<Page> {
  const task = openDocument(bytes);
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    const fonts = new Map<string, FontFace>();
    const isLayerShown = (layer: unknown): boolean => layer === null || layers.isVisible(layer);
    for (let number = 1; number <= document.numPages; number += 1) {
      yield await readPage(document, number, fonts, isLayerShown);
    }
  } finally {
    await task.destroy();
  }
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  fonts: Map<string, FontFace>,
  isLayerShown: (layer: unknown) => boolean,
): Promise<Page> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const bounds: Bbox = [0, 0, width, height];
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
  await loadFonts(page, list.fnArray, list.argsArray, fonts);
  const walker = new Walker({ matrix: toMatrix(viewport.transform), bounds, fonts, isLayerShown });
  walker.walk(list.fnArray, list.argsArray);
  page.cleanup();
  return {
    number,
    widthPt: width,
    heightPt: height,
    words: walker.words.words(),
    rulings: walker.drawing.rulings,
    fills: walker.drawing.fills,
    imageShare: coveredShare(walker.images, bounds),
  };
}

/** Fetches the fonts that a page sets and that no earlier page has. */
async function loadFonts(
  page: PDFPageProxy,
  codes: readonly number[],
  args: readonly unknown[][],
  fonts: Map<string, FontFace>,
): Promise<void> {
  for (const [index, code] of codes.entries()) {
    const names: unknown[] = [];
    if (code === OPS.setFont) names.push(args[index]?.[0]);
    else if (code === OPS.setGState) {
      for (const [key, value] of args[index]?.[0] as [string, unknown][]) {
        if (key === "Font" && Array.isArray(value)) names.push(value[0]);
      }
    }
    for (const name of names) {
      if (typeof name !== "string" || fonts.has(name)) continue;
      fonts.set(name, fontFace(await new Promise((resolve) => page.commonObjs.get(name, resolve))));
    }
  }
}
