/**
 * What a correction of a field is about. In: the correction, and a report as read or as corrected. Out: the report itself, a row or an
 * update, with what is printed there; or why there is no such place.
 */
import { type Correction, UPDATE_DATE } from "../schema/correction.js";
import type { Deliverable, Report, Update } from "../schema/dataset.js";
import type { Repair } from "../schema/values.js";
import { printedDate, updateNamed } from "./correct-updates.js";
import { printedInReport, printedInRow, rowsNamed } from "./printed-value.js";

export interface CorrectionPlace {
  readonly row: Deliverable | null;
  readonly update: Update | null;
  readonly printed: string;
  readonly repairs: readonly Repair[];
}

export type CorrectionTarget = CorrectionPlace | { readonly reason: string };

/** @param rows those of the report, with rows that are added */
export function correctionTarget(
  { deliverable, field }: Pick<Correction, "deliverable" | "field">,
  report: Report,
  rows: readonly Deliverable[],
): CorrectionTarget {
  if (deliverable === "")
    return { row: null, update: null, printed: printedInReport(report, field), repairs: report.repairs };
  if (field === UPDATE_DATE) {
    const update = updateNamed(rows, deliverable);
    if (update === null) return { reason: "the report has no such update" };
    return { row: null, update, printed: printedDate(update), repairs: update.repairs };
  }
  const named = rowNamed(rows, deliverable);
  if ("reason" in named) return named;
  const { row } = named;
  return { row, update: null, printed: printedInRow(row, field), repairs: row.repairs };
}

/** The one row of that number or deliverable_id, or why there is none. */
export function rowNamed(
  rows: readonly Deliverable[],
  name: string,
): { readonly row: Deliverable } | { readonly reason: string } {
  const [row, another] = rowsNamed(rows, name);
  if (row === undefined) return { reason: "the report has no such row" };
  if (another === undefined) return { row };
  return { reason: `several rows bear that number; name one by its deliverable_id, such as ${another.deliverable_id}` };
}

const singleSpaced = (text: string): string => text.replace(/\s+/g, " ").trim();
const quoted = (text: string): string => (text === "" ? "nothing" : `"${text}"`);

/** Why a correction is stale; null where it replaces what is printed now. */
export function staleReason(printedNow: string, expected: string): string | null {
  if (singleSpaced(printedNow) === singleSpaced(expected)) return null;
  return `now ${quoted(printedNow)} is read as printed, not ${quoted(expected)}`;
}
