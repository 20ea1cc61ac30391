/** A report to its outline: everything but its rows and residue, with counts of the rows in their place. */
import type { Report } from "../schema/dataset.js";
import { type StatusOrNone, zeroCounts } from "../schema/statuses.js";

/** A report without its rows and residue. */
export type ReportWithoutRows = Omit<Report, "deliverables" | "residue">;

export interface ReportOutline extends ReportWithoutRows {
  /** Number of rows with each status; `unreadable` counts those without one. */
  readonly statuses: Readonly<Record<StatusOrNone, number>>;
  /** Number of rows that a person should look at. */
  readonly reviewCount: number;
}

export function outlineOf({ deliverables, residue: _, ...rest }: Report): ReportOutline {
  const statuses = zeroCounts();
  let reviewCount = 0;
  for (const { rag, review_reasons } of deliverables) {
    statuses[rag ?? "unreadable"]++;
    if (review_reasons.length > 0) reviewCount++;
  }
  return { ...rest, statuses, reviewCount };
}
