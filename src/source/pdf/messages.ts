/**
 * What the pool, its child processes and their threads tell each other.
 */
import type { PdfFailure } from "./failure.js";
import type { PdfLimits } from "./limits.js";

/**
 * What is made of a document where it is read, so that its pages need not travel: a module that exports `work(reading,
 * argument)`. Module and argument are the program's own; nothing of a document is ever loaded.
 */
export interface Work {
  readonly module: string;
  readonly argument: unknown;
}

/** A document to read: its path or its bytes. */
export interface Job {
  readonly source: string | Uint8Array;
  readonly limits: PdfLimits;
  readonly work: Work;
}

/** What comes back: first of all that the child is ready, then one answer for every job. */
export type Answer =
  | { readonly kind: "ready" }
  | {
      readonly kind: "read";
      readonly result: { readonly ok: true; readonly value: unknown } | PdfFailure;
      readonly rssBytes: number;
    };

/** Exit code of a child that ended itself for its size. */
export const OVER_MEMORY = 77;
