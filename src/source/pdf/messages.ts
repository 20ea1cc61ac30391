/**
 * What the pool, its child processes and their threads tell each other.
 */
import type { PdfFailure } from "./failure.js";
import type { PdfLimits } from "./limits.js";
import type { PackedPages } from "./packing.js";
import type { PdfReading } from "./read-document.js";

/** A document to read: its path or its bytes. */
export interface Job {
  readonly source: string | Uint8Array;
  readonly limits: PdfLimits;
}

export type PackedReading = Omit<PdfReading, "pages"> & { readonly packed: PackedPages };

/** What comes back: first of all that the child is ready, then one answer for every job. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly result: PackedReading | PdfFailure; readonly rssBytes: number };

/** Exit code of a child that ended itself for its size. */
export const OVER_MEMORY = 77;
