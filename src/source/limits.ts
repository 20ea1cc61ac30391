/** Limits on reading one document (time, memory, size) and their defaults. */
import { DEFAULT_GUARD, type GuardLimits } from "./guard/messages.js";
import { DEFAULT_LIMITS, type PdfLimits } from "./pdf/limits.js";

export type ReadLimits = GuardLimits & PdfLimits;

export const DEFAULT_READ_LIMITS: ReadLimits = { ...DEFAULT_GUARD, ...DEFAULT_LIMITS };
