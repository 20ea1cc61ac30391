/**
 * What a PDF holds besides its pages. In: the open document. Out: the names of attached files, and whether it is an XFA form,
 * whose content is not on its pages. What pdf.js cannot read of either counts as absent.
 */
import type { PDFDocumentProxy } from "./open.js";

export interface DocumentFacts {
  /** Names of attached files, as for a message: a portfolio has its papers there. */
  readonly attachments: readonly string[];
  readonly hasXfaForm: boolean;
}

export const NO_FACTS: DocumentFacts = { attachments: [], hasXfaForm: false };

/** Names beyond this are only counted, and are cut at this many characters. */
const MOST_NAMES = 8;
const LONGEST_NAME = 80;

export async function documentFacts(document: PDFDocumentProxy): Promise<DocumentFacts> {
  return { attachments: await attachmentNames(document), hasXfaForm: await hasXfaForm(document) };
}

async function attachmentNames(document: PDFDocumentProxy): Promise<string[]> {
  try {
    const files: Record<string, { readonly filename?: unknown }> = (await document.getAttachments()) ?? {};
    const names = Object.entries(files).map(([key, { filename }]) => printable(String(filename ?? key)));
    const more = names.length - MOST_NAMES;
    return more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return [];
  }
}

/** Without control characters, and not longer than a message may quote. */
const printable = (name: string): string =>
  name
    .replace(/\p{C}+/gu, " ")
    .slice(0, LONGEST_NAME)
    .trim();

async function hasXfaForm(document: PDFDocumentProxy): Promise<boolean> {
  try {
    const { info } = await document.getMetadata();
    return (info as { readonly IsXFAPresent?: unknown }).IsXFAPresent === true;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
}
