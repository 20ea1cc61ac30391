/**
 * The tables whose rows are final once a report is audited by itself, and a report's rows of each. Its own row and its findings
 * wait for the other reports.
 */
import type { Deliverable, Report } from "../schema/dataset.js";
import type { Row } from "./columns.js";

export const SETTLED_TABLES = [
  "report_scale",
  "stated_counts",
  "deliverables",
  "deliverable_statuses",
  "deliverable_columns",
  "deliverable_places",
  "updates",
  "residue",
  "deliverable_organisations",
] as const;
export type SettledTable = (typeof SETTLED_TABLES)[number];

/** One value for each settled table. */
export function bySettledTable<Value>(
  valueFor: (table: SettledTable, index: number) => Value,
): Record<SettledTable, Value> {
  return Object.fromEntries(SETTLED_TABLES.map((table, index) => [table, valueFor(table, index)])) as Record<
    SettledTable,
    Value
  >;
}

/** Keys that flat rows have of their report's. */
export const planKeysOf = ({ plan_id, theme_id }: Pick<Report, "plan_id" | "theme_id">) => ({ plan_id, theme_id });

/** A report's flat rows of each settled table. Further cells and places, nested in their deliverable, become rows of their own. */
export function settledRows(report: Report): Readonly<Record<SettledTable, readonly Row[]>> {
  const { report_id, scale, stated_counts, deliverables, residue } = report;
  const keys = planKeysOf(report);
  return {
    report_scale: scale,
    stated_counts: stated_counts.map((row) => ({ ...row, ...keys })),
    deliverables: deliverables.map((row) => ({ ...row, ...keys })),
    deliverable_statuses: deliverables.flatMap((deliverable) => cellRows(deliverable, deliverable.statuses)),
    deliverable_columns: deliverables.flatMap((deliverable) => cellRows(deliverable, deliverable.other_columns)),
    deliverable_places: deliverables.flatMap(placeRows),
    updates: deliverables.flatMap(({ updates }) => updates.map((row) => ({ ...row, report_id, ...keys }))),
    residue,
    deliverable_organisations: deliverables.flatMap(organisationRows),
  };
}

function cellRows(deliverable: Deliverable, cells: readonly Row[]): Row[] {
  const { deliverable_id, report_id, source_file, page, line_first, line_last, bbox } = deliverable;
  const source = { source_file, page, line_first, line_last, bbox };
  return cells.map((cell, index) => ({ deliverable_id, report_id, sequence: index + 1, ...cell, ...source }));
}

const placeRows = ({ deliverable_id, report_id, source_file, places }: Deliverable): Row[] =>
  places.map((place) => ({ deliverable_id, report_id, source_file, ...place }));

const organisationRows = ({ deliverable_id, report_id, organisations, organisation_kinds }: Deliverable): Row[] =>
  organisations.map((organisation, index) => ({
    ...{ deliverable_id, report_id, sequence: index + 1, organisation },
    kind: organisation_kinds[index] ?? null,
  }));
