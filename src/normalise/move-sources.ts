/** A report, and what turns one source into another, to the report with every row's source turned. */
import type { Report } from "../schema/dataset.js";
import type { Source } from "../schema/values.js";

/** Gives the row with another source; everything else of it stays. */
export type Move = <Row extends Source>(row: Row) => Row;

export function moveSources(report: Report, move: Move): Report {
  return {
    ...move(report),
    stated_counts: report.stated_counts.map(move),
    deliverables: report.deliverables.map((row) => ({ ...move(row), updates: row.updates.map(move) })),
    findings: report.findings.map(move),
    residue: report.residue.map(move),
  };
}
