/** Types of the seeded lists for the tests. */
import type { PrintedCase } from "../prints/cases.mjs";

export function listCase(seed: number): PrintedCase;
export function listCases(first: number, count: number): PrintedCase[];
