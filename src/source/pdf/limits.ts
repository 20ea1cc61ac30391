/** How large a PDF may be: the limits and their defaults. Time and memory are limited by the guarding process. */
export interface PdfLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  readonly maxPages: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: PdfLimits = { maxBytes: 256 * MIB, maxPages: 5000 };
