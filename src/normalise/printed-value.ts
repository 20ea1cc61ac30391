/**
 * The printed text that a correction of a field must name. In: a report or row, and the field. Out: the text, also where the
 * field has been corrected since.
 */
import type { CorrectedField } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { Repair } from "../schema/values.js";

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** Empty where nothing was printed, or the print could not be read. */
export function printedInRow(row: Deliverable, field: CorrectedField): string {
  const before = correctedFrom(row.repairs, field);
  if (before !== null) return before;
  switch (field) {
    case "rag":
      // A symbol is the same character in every colour: only the colour identifies it.
      return textOf(row.rag_source === "colour" ? row.rag_colour : (row.rag_raw ?? row.rag_colour));
    case "organisations":
      return row.organisations_raw ?? row.organisations.join(";");
    case "title":
      return textOf(row.title);
    default:
      return textOf(row.number);
  }
}

/** As `printedInRow`, of the report itself. */
export function printedInReport(report: Report, field: CorrectedField): string {
  const before = correctedFrom(report.repairs, field);
  if (before !== null) return before;
  const { plan_title, theme_number, theme_title, version, overall_rating } = report;
  const fields: Partial<Record<CorrectedField, string | number | null>> = {
    plan_title,
    theme_number,
    theme_title,
    version,
    overall_rating,
  };
  return textOf(fields[field]);
}

/** Rows that a correction names, by printed number or by identifier; no identifier is the number of another row. */
export function rowsNamed(rows: readonly Deliverable[], name: string): Deliverable[] {
  return rows.filter((row) => row.deliverable_id === name || printedInRow(row, "number") === name);
}

function correctedFrom(repairs: readonly Repair[], field: string): string | null {
  return repairs.find((repair) => repair.field === field && repair.by !== undefined)?.raw ?? null;
}
