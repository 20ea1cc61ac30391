/** Types of the comparison for the tests. */
import type { Report } from "../../src/schema/dataset.js";
import type { PrintedCase } from "./cases.mjs";

export interface Fault {
  readonly kind: "lost" | "extra" | "null" | "wrong" | "accused";
  readonly doubted: boolean;
  readonly text: string;
}

export function faultsOf(printed: Pick<PrintedCase, "rows">, reports: readonly Report[]): Fault[];
export function holds(printed: Pick<PrintedCase, "doubt">, faults: readonly Fault[]): boolean;
export function isSilent(fault: Fault): boolean;
export function valueCount(printed: Pick<PrintedCase, "rows">): number;
