/** A report to its outline: everything but its rows and residue, with counts of the rows in their place. */
import type { Report } from "../schema/dataset.js";
import type { Rag } from "../schema/values.js";

/** A report without its rows and residue. */
export type ReportWithoutRows = Omit<Report, "deliverables" | "residue">;

export interface ReportOutline extends ReportWithoutRows {
  /** Number of rows with each status; `unreadable` counts those without one. */
  readonly statuses: Readonly<Record<Rag | "unreadable", number>>;
  /** Number of rows that a person should look at. */
  readonly reviewCount: number;
}

export function outlineOf({ deliverables, residue: _, ...rest }: Report): ReportOutline {
  const statuses = { green: 0, amber: 0, red: 0, white: 0, blue: 0, unreadable: 0 };
  let reviewCount = 0;
  for (const { rag, review_reasons } of deliverables) {
    statuses[rag ?? "unreadable"]++;
    if (review_reasons.length > 0) reviewCount++;
  }
  return { ...rest, statuses, reviewCount };
}
