/** Types of the seeded reports for the tests. */
import type { PrintedCase } from "../prints/cases.mjs";

export function seededCase(seed: number): PrintedCase;
export function seededCases(first: number, count: number): PrintedCase[];
