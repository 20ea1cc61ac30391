/**
 * Reads a PDF page by page. In: the file's bytes. Out: one page after another with its words, rulings, fills and share of
 * images, turned so that the text is upright, and how complete it is. A page that pdf.js fails on has no words.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Page } from "../../model/page.js";
import type { FontFace } from "./graphics-state.js";
import { loadFonts } from "./load-fonts.js";
import { AnnotationMode, openDocument, type PDFDocumentProxy } from "./open.js";
import { PdfjsMessages } from "./pdfjs-messages.js";
import { coloursOfPictures } from "./pictures.js";
import { type LoadedPage, printedPage } from "./printed-page.js";

interface Reading {
  readonly document: PDFDocumentProxy;
  readonly fonts: Map<string, FontFace>;
  readonly isLayerShown: (layer: unknown) => boolean;
  readonly messages: PdfjsMessages;
}

/** A page. If it is not "complete", pdf.js failed on it, left part of it out, or found nothing on it. */
export interface ReadPage {
  readonly page: Page;
  readonly state: "complete" | "unreadable" | "partial" | "blank";
  /** Whether the file's cross-reference table is unusable, so that its objects had to be searched for. */
  readonly isSearched: boolean;
}

/**
 * Reads every page in turn. `bytes` are transferred to pdf.js and no longer usable. One document at a time in one thread.
 * @param onDocument called after the last page, for what the document holds besides its pages
 * @throws what pdf.js throws on opening: see `failure.ts`
 */
export async function* readPages(
  bytes: Uint8Array,
  onDocument: (document: PDFDocumentProxy) => Promise<void> = async () => {},
): AsyncGenerator<ReadPage> {
  const messages = new PdfjsMessages();
  const task = openDocument(bytes);
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    const isLayerShown = (layer: unknown): boolean => layer === null || layers.isVisible(layer);
    const reading: Reading = { document, fonts: new Map(), isLayerShown, messages };
    messages.take();
    for (let number = 1; number <= document.numPages; number += 1) yield await readPage(reading, number);
    await onDocument(document);
  } finally {
    await task.destroy();
    messages.close();
  }
}

async function readPage({ document, fonts, isLayerShown, messages }: Reading, number: number): Promise<ReadPage> {
  const loaded = await loadPage(document, number);
  // The message that a page is complete comes just after the page itself.
  await nextTurn();
  const { isComplete, isPartial } = messages.take();
  const { isSearched } = messages;
  const count = loaded?.list.fnArray.length ?? 0;
  if (loaded === null || (count === 0 && (isPartial || !isComplete))) {
    const page = { number, widthPt: 0, heightPt: 0, words: [], rulings: [], fills: [], imageShare: 0 };
    return { page, state: "unreadable", isSearched };
  }
  const isUnmapped = await loadFonts(loaded, fonts);
  const page = printedPage(loaded, number, fonts, isLayerShown);
  loaded.page.cleanup();
  const isFontDamaged = isUnmapped || messages.take().isPartial;
  const state = isPartial || isFontDamaged || !isComplete ? "partial" : count === 0 ? "blank" : "complete";
  return { page, state, isSearched };
}

/** A page with its operators, or null if it cannot be read. */
async function loadPage(document: PDFDocumentProxy, number: number): Promise<LoadedPage | null> {
  try {
    const page = await document.getPage(number);
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
    return { page, list, pictures: await coloursOfPictures(page, list) };
  } catch (error) {
    // Running out of memory ends the reading of the document, not only of the page.
    if (error instanceof RangeError) throw error;
    return null;
  }
}
