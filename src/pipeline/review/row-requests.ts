/**
 * A row that a person adds, as corrections. In: what the person says of it, its report and the corrections made so far. Out: the correction
 * that adds it, and one for each of its fields. A row of which no number is printed is named by the first of new-1, new-2, … that is free.
 */
import { rowsNamed } from "../../normalise/printed-value.js";
import type { AddRowRequest } from "../../review/api.js";
import type { CorrectedField, Correction } from "../../schema/correction.js";
import type { Report } from "../../schema/dataset.js";
import { addedRow, ROW } from "../../schema/row-change.js";
import { targetOf } from "../../source/corrections.js";
import type { CorrectionRequest } from "../add-correction.js";

/** @param made corrections made so far, which may have added rows already */
export function rowRequests(request: AddRowRequest, report: Report, made: readonly Correction[]): CorrectionRequest[] {
  const { by, why, page, line } = request;
  const number = request.number.trim();
  const deliverable = number === "" ? freeName(report, made) : number;
  const about = { report: report.report_id, deliverable, by, why, expected: null };
  const place = { ...(page !== null && { page }), ...(line !== null && { line }) };
  const row = { ...about, field: ROW, value: addedRow(nameOf(request.after, report), place) };
  // The name is not printed, and so is no number.
  const unnumbered = number === "" ? [{ ...about, field: "number", value: "" }] : [];
  const fields = GIVEN.map((field) => ({ ...about, field, value: request[field].trim() }));
  return [row, ...unnumbered, ...fields.filter(({ value }) => value !== "")];
}

const GIVEN = ["title", "organisations", "rag"] as const satisfies readonly CorrectedField[];

/** The number of the row before it where that is the only one of that number, or its deliverable_id; null for none. */
function nameOf(id: string, { deliverables }: Report): string | null {
  if (id === "") return null;
  const number = deliverables.find(({ deliverable_id }) => deliverable_id === id)?.number ?? null;
  const named = number === null ? [] : rowsNamed(deliverables, number);
  return named.length === 1 && named[0]?.deliverable_id === id ? number : id;
}

function freeName({ report_id: report, deliverables }: Report, made: readonly Correction[]): string {
  const field: CorrectedField = ROW;
  const taken = new Set([
    ...made.map((one) => targetOf({ ...one, field })),
    ...deliverables.map(({ deliverable_id: deliverable }) => targetOf({ report, deliverable, field })),
  ]);
  let at = 1;
  while (taken.has(targetOf({ report, deliverable: `new-${at}`, field }))) at++;
  return `new-${at}`;
}
