/** A report to what its summary and its own row need of it: everything but its rows and residue, of which it has the figures. */
import type { Report } from "../schema/dataset.js";
import type { Rag } from "../schema/values.js";

/** A report without its rows and residue. */
export type ReportWithoutRows = Omit<Report, "deliverables" | "residue">;

export interface ReportOutline extends ReportWithoutRows {
  /** Rows by status; `unreadable` are those without one. */
  readonly statuses: Readonly<Record<Rag | "unreadable", number>>;
  /** Rows that a person should look at. */
  readonly reviewCount: number;
}

export function outlineOf({ deliverables, residue: _, ...head }: Report): ReportOutline {
  const statuses = { green: 0, amber: 0, red: 0, white: 0, blue: 0, unreadable: 0 };
  let reviewCount = 0;
  for (const { rag, review_reasons } of deliverables) {
    statuses[rag ?? "unreadable"]++;
    if (review_reasons.length > 0) reviewCount++;
  }
  return { ...head, statuses, reviewCount };
}
