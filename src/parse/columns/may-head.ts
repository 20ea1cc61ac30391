/**
 * Quick tests of a row that may head a table, before its cells are weighed: most rows of short texts fail them. In: what its
 * headings say, and the rows under it. Out: whether the headings may name enough, or the rows may support them.
 */
import type { Cell } from "../../model/block.js";
import type { StatusReader } from "../status.js";
import { isPainted, isStatus } from "./cell-facts.js";
import type { Evidence } from "./evidence.js";

/** Weight from which on a heading is known. */
export const KNOWN = 1.9;
/** Rows that must support a table whose headings are not known. */
export const FEWEST_ROWS = 2;
/** Headings that must name roles; where a layout made the table, one of them may be enough. */
const FEWEST_NAMED = 2;

/** Whether a heading may name its column's role. */
const namesRole = (evidence: Evidence): boolean =>
  Object.entries(evidence).some(([role, weight]) => role !== "other" && weight >= KNOWN);

export const mayBeNamed = (evidence: readonly Evidence[], isMade: boolean): boolean =>
  evidence.filter(namesRole).length >= (isMade ? 1 : FEWEST_NAMED);

/** Whether rows may support headings that are not known: some column of theirs has two statuses, or cells in colour. */
export function maySupport(rows: readonly (readonly Cell[])[], status: StatusReader): boolean {
  if (rows.length < FEWEST_ROWS) return false;
  const counts: number[] = [];
  return rows.some((cells) =>
    cells.some((cell, column) => {
      if (isPainted(cell)) return true;
      counts[column] = (counts[column] ?? 0) + (isStatus(cell, status) ? 1 : 0);
      return (counts[column] ?? 0) >= 2;
    }),
  );
}
