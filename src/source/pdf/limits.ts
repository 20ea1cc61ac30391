/** How large a PDF may be. Out: the limits and their defaults; what reading it may cost is guarded from outside. */
export interface PdfLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  readonly maxPages: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: PdfLimits = { maxBytes: 256 * MIB, maxPages: 5000 };
