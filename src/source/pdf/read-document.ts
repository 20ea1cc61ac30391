/**
 * Reads a complete PDF in the current thread, without a guard. In: its bytes. Out: its pages and which of them need text
 * recognition, or a failure with a code. Never throws because of the file, but a hostile one can take all memory: see `pool.ts`.
 */
import type { Page } from "../../model/page.js";
import { type DocumentFacts, documentFacts, NO_FACTS } from "./document-facts.js";
import { damageOf, failure, failureOf, failureOfBytes, type PdfFailure } from "./failure.js";
import type { PdfLimits } from "./limits.js";
import { type ReadPage, readPages } from "./read-pages.js";

export interface PdfReading {
  readonly ok: true;
  readonly pages: readonly Page[];
  /** Pages that show a picture and no visible text: scans, with or without recognised text. */
  readonly scannedPages: readonly number[];
  /** Scans without an invisible layer of recognised text. */
  readonly needsOcr: readonly number[];
  /** Pages that were recognised from their pictures. */
  readonly recognised: readonly number[];
  /** Pages that could not be, and why. */
  readonly unrecognised: readonly { readonly number: number; readonly failure: string }[];
  /** Pages from which nothing can be read. */
  readonly unreadable: readonly number[];
  /** Pages from which something was left out because it is damaged. */
  readonly partial: readonly number[];
  /** Pages without anything on them. */
  readonly blank: readonly number[];
  /** Why part of the file is likely to be missing, or null. */
  readonly damage: string | null;
  readonly facts: DocumentFacts;
}

/** A page with images over less than this share of it is not a scan but, say, a page with a letterhead or an emblem. */
export const SCAN_SHARE = 0.2;

export type PdfResult = PdfReading | PdfFailure;

/** @param bytes transferred to pdf.js: no longer usable afterwards */
export async function readDocument(bytes: Uint8Array, { maxBytes, maxPages }: PdfLimits): Promise<PdfResult> {
  if (bytes.length > maxBytes) return failure("TOO_LARGE", `${bytes.length} bytes, over the limit of ${maxBytes}`);
  const early = failureOfBytes(bytes);
  if (early !== null) return early;
  let damage = damageOf(bytes);
  const pages: Page[] = [];
  const numbers: Record<ReadPage["state"], number[]> = { complete: [], unreadable: [], partial: [], blank: [] };
  let facts = NO_FACTS;
  try {
    const pagesOf = readPages(bytes, async (document) => {
      facts = await documentFacts(document, maxBytes);
    });
    for await (const { page, state, isSearched } of pagesOf) {
      if (page.number > maxPages) return failure("TOO_LARGE", `more pages than the limit of ${maxPages}`);
      pages.push(page);
      numbers[state].push(page.number);
      if (isSearched) damage ??= "its list of contents is broken: what could be found was read";
    }
  } catch (error) {
    return failureOf(error);
  }
  if (pages.length === 0) return failure("EMPTY", "the PDF has no pages");
  const { unreadable, partial, blank } = numbers;
  if (unreadable.length === pages.length) return failure("CORRUPT", "none of the PDF's pages can be read");
  const scans = pages.filter(isScan);
  return {
    ok: true,
    pages,
    scannedPages: scans.map(({ number }) => number),
    needsOcr: scans.filter(({ words }) => words.length === 0).map(({ number }) => number),
    recognised: [],
    unrecognised: [],
    unreadable,
    partial,
    blank,
    damage,
    facts,
  };
}

function isScan({ words, imageShare }: Page): boolean {
  return imageShare >= SCAN_SHARE && words.every(({ invisible }) => invisible);
}
