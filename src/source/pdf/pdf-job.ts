/** Guarded work on the pages of one PDF: what a module exports for it, what it is given and what it comes to. Types only. */

import type { OcrMode } from "../../model/recognition.js";
import type { GuardCode } from "../guard/messages.js";
import type { PdfFailureCode } from "./failure.js";
import type { PdfLimits } from "./limits.js";
import type { PdfReading } from "./read-document.js";
import type { RecognisedPage } from "./scanned-pages.js";

export type PdfJobFailureCode = PdfFailureCode | GuardCode | "NO_PAGE" | "TOO_MANY_PIXELS" | "NO_CANVAS";

/** Recognition of the pages of one document: which, and those that have been. */
export interface PdfJobRecognition {
  readonly mode: OcrMode;
  /** Null where it has not been tried. */
  readonly pages: readonly RecognisedPage[] | null;
}

/** Pages that must be recognised before the job can be done. */
export interface PagesWanted {
  readonly toRecognise: readonly number[];
}

export type PdfJobOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: PdfJobFailureCode; readonly message: string };

/**
 * What a module exports under the name `pdfJob`. It runs in the process that read the document, so that only what it makes of
 * the pages is sent back; structured cloning must be able to copy argument and value.
 */
export type PdfJob<Argument, Value> = (
  reading: PdfReading,
  argument: Argument,
) => PdfJobOutcome<Value> | Promise<PdfJobOutcome<Value>>;

/** One call of a `PdfJob`. */
export interface PdfJobCall {
  readonly bytes: Uint8Array;
  /** URL of the module that exports `pdfJob`; the program's own. */
  readonly module: string;
  readonly argument: unknown;
  readonly recognition: PdfJobRecognition;
  readonly limits: PdfLimits;
}
