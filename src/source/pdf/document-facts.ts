/**
 * What a PDF holds besides its pages. In: the open document. Out: the files attached to it, and whether it is an XFA form, whose
 * content is not on its pages. What pdf.js cannot read of either counts as absent.
 */
import { listMembers } from "../members/list-members.js";
import { type MemberList, NO_MEMBERS } from "../members/member.js";
import { attachmentsOf } from "./attachments.js";
import type { PDFDocumentProxy } from "./open.js";

export interface DocumentFacts {
  /** Files attached to it: a portfolio has its papers there. */
  readonly attached: MemberList;
  readonly hasXfaForm: boolean;
}

export const NO_FACTS: DocumentFacts = { attached: NO_MEMBERS, hasXfaForm: false };

/** @param maxBytes of one attached file */
export async function documentFacts(document: PDFDocumentProxy, maxBytes: number): Promise<DocumentFacts> {
  const attached = await listMembers(await attachmentsOf(document), maxBytes);
  return { attached, hasXfaForm: await hasXfaForm(document) };
}

async function hasXfaForm(document: PDFDocumentProxy): Promise<boolean> {
  try {
    const { info } = await document.getMetadata();
    return (info as { readonly IsXFAPresent?: unknown }).IsXFAPresent === true;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
}
