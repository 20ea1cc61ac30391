/**
 * What reading one PDF may cost. Out: the limits and their defaults.
 */
export interface PdfLimits {
  /** Resident size at which a reading process ends itself, in bytes. */
  readonly memoryBytes: number;
  /** Longest time for one document, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  readonly maxPages: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: PdfLimits = {
  memoryBytes: 1024 * MIB,
  timeoutMs: 60_000,
  maxBytes: 256 * MIB,
  maxPages: 5000,
};
