/**
 * A PDF's pages as they are printed. In: the file's bytes. Out: one page after another with its words, rulings, fills
 * and share of images, turned so that its text is upright, and how whole it is. A page that pdf.js fails on has no words.
 */
import { setImmediate as aTurn } from "node:timers/promises";
import type { Page } from "../../model/page.js";
import { Complaints } from "./complaints.js";
import type { FontFace } from "./graphics-state.js";
import { loadFonts } from "./load-fonts.js";
import { AnnotationMode, openDocument, type PDFDocumentProxy } from "./open.js";
import { type LoadedPage, printedPage } from "./printed-page.js";

interface Reading {
  readonly document: PDFDocumentProxy;
  readonly fonts: Map<string, FontFace>;
  readonly isLayerShown: (layer: unknown) => boolean;
  readonly complaints: Complaints;
}

/** A page that is not "whole" is one that pdf.js failed on, left something of, or found nothing at all on. */
export interface ReadPage {
  readonly page: Page;
  readonly state: "whole" | "unreadable" | "partial" | "blank";
  /** Whether the file's table of contents was of no use, so that its objects were looked for one by one. */
  readonly isSearched: boolean;
}

/**
 * Reads every page in turn; `bytes` are handed over and no longer usable. One document at a time in one thread.
 * @throws what pdf.js throws on opening: see `failure.ts`
 */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<ReadPage> {
  const complaints = new Complaints();
  const task = openDocument(bytes);
  try {
    const document = await task.promise;
    const layers = await document.getOptionalContentConfig();
    const isLayerShown = (layer: unknown): boolean => layer === null || layers.isVisible(layer);
    const reading: Reading = { document, fonts: new Map(), isLayerShown, complaints };
    complaints.take();
    for (let number = 1; number <= document.numPages; number += 1) yield await readPage(reading, number);
  } finally {
    await task.destroy();
    complaints.close();
  }
}

async function readPage({ document, fonts, isLayerShown, complaints }: Reading, number: number): Promise<ReadPage> {
  const loaded = await loadPage(document, number);
  // That a page is complete is said just after it is handed over.
  await aTurn();
  const { isComplete, isPartial } = complaints.take();
  const { isSearched } = complaints;
  const count = loaded?.list.fnArray.length ?? 0;
  if (loaded === null || (count === 0 && (isPartial || !isComplete))) {
    const page = { number, widthPt: 0, heightPt: 0, words: [], rulings: [], fills: [], imageShare: 0 };
    return { page, state: "unreadable", isSearched };
  }
  const isUnmapped = await loadFonts(loaded, fonts);
  const page = printedPage(loaded, number, fonts, isLayerShown);
  loaded.page.cleanup();
  const isFontOff = isUnmapped || complaints.take().isPartial;
  const state = isPartial || isFontOff || !isComplete ? "partial" : count === 0 ? "blank" : "whole";
  return { page, state, isSearched };
}

/** A page with its operators, or null where it is beyond reading. */
async function loadPage(document: PDFDocumentProxy, number: number): Promise<LoadedPage | null> {
  try {
    const page = await document.getPage(number);
    return { page, list: await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE }) };
  } catch (error) {
    // What runs out here takes the document down, not the page.
    if (error instanceof RangeError) throw error;
    return null;
  }
}
