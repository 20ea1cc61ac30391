/** A report to the text of its settled rows in the forms asked for, and how many rows those are. */
import type { ReportOutline } from "../model/outline.js";
import type { Report } from "../schema/dataset.js";
import type { RowTexts } from "./formats/output-format.js";
import { rowFormNamed } from "./formats/output-formats.js";
import type { SettledTable } from "./settled-tables.js";

export interface RenderedRows {
  /** Rows by table. */
  readonly counts: Readonly<Record<SettledTable, number>>;
  /** The rows as text, by the name of the form. */
  readonly forms: Readonly<Record<string, RowTexts>>;
}

/** A report's own row, its findings and the figures of its rows, with those rows as text. */
export interface RenderedReport extends ReportOutline {
  readonly rendered: RenderedRows;
}

/** @param forms names of the forms asked for */
export function renderRows(report: Report, forms: readonly string[]): RenderedRows {
  const { scale, stated_counts, deliverables, residue } = report;
  return {
    counts: {
      report_scale: scale.length,
      stated_counts: stated_counts.length,
      deliverables: deliverables.length,
      deliverable_statuses: deliverables.reduce((sum, { statuses }) => sum + statuses.length, 0),
      deliverable_columns: deliverables.reduce((sum, { other_columns }) => sum + other_columns.length, 0),
      deliverable_places: deliverables.reduce((sum, { places }) => sum + places.length, 0),
      updates: deliverables.reduce((sum, { updates }) => sum + updates.length, 0),
      residue: residue.length,
      deliverable_organisations: deliverables.reduce((sum, { organisations }) => sum + organisations.length, 0),
    },
    forms: Object.fromEntries(forms.map((form) => [form, rowFormNamed(form).render(report)])),
  };
}

/** The rows in one form. @throws RangeError where they were not rendered in it */
export function rowsIn({ forms }: RenderedRows, form: string): RowTexts {
  const rows = forms[form];
  if (rows === undefined) throw new RangeError(`rows were not rendered as ${form}`);
  return rows;
}
