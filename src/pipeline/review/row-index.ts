/**
 * The rows of reports by what corrections may name them. In: a report and names. Out: the rows that have one of the names, as deliverable_id
 * or as printed number, so that thousands of corrections need not go through thousands of rows each.
 */
import { printedInRow } from "../../normalise/printed-value.js";
import type { Deliverable, Report } from "../../schema/dataset.js";

export class RowIndex {
  readonly #byReport = new Map<Report, ReadonlyMap<string, readonly Deliverable[]>>();

  /** @param names of rows, or of updates: of these the rows */
  of(report: Report, ...names: readonly string[]): Deliverable[] {
    const byName = this.#byReport.get(report) ?? indexOf(report);
    this.#byReport.set(report, byName);
    const rowNames = names.flatMap((name) => [name, name.slice(0, Math.max(0, name.lastIndexOf("/")))]);
    return [...new Set(rowNames.flatMap((name) => byName.get(name) ?? []))];
  }
}

function indexOf({ deliverables }: Report): ReadonlyMap<string, readonly Deliverable[]> {
  const byName = new Map<string, Deliverable[]>();
  for (const row of deliverables)
    for (const name of new Set([row.deliverable_id, printedInRow(row, "number")])) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [row]);
      else same.push(row);
    }
  return byName;
}
