/** A field of a report or row to the text that a correction of it names as printed, whether it was corrected since or not. */
import type { CorrectedField } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { Repair } from "../schema/values.js";

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** Empty where nothing was printed, or nothing that could be read. */
export function printedInRow(row: Deliverable, field: CorrectedField): string {
  const before = correctedFrom(row.repairs, field);
  if (before !== null) return before;
  switch (field) {
    case "rag":
      // A painted sign is the same in every colour.
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

/** Rows that a correction names, by number as printed or by identifier, which is never the number of another row. */
export function rowsNamed(rows: readonly Deliverable[], name: string): Deliverable[] {
  return rows.filter((row) => row.deliverable_id === name || printedInRow(row, "number") === name);
}

function correctedFrom(repairs: readonly Repair[], field: string): string | null {
  return repairs.find((repair) => repair.field === field && repair.by !== undefined)?.raw ?? null;
}
