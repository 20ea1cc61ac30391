/** Types of the look-up for the tests. */
import type { InputFile, Report } from "../../src/schema/dataset.js";

export interface Miss {
  readonly file: string;
  readonly field: string;
  readonly number?: string | null;
  readonly got: unknown;
}
export interface FalseFinding {
  readonly file: string;
  readonly rule: string;
  readonly number: string;
  readonly rag: string;
}
type Files = ReadonlyMap<string, { readonly file: InputFile; readonly reports: readonly Report[] }>;

export function isSilent(miss: Miss, files: Files): boolean;
export function accusedCount(found: readonly FalseFinding[], files: Files): number;
