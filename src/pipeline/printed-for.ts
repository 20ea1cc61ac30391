/**
 * What a correction that is asked for replaces. In: the field, the dataset and the corrections made so far. Out: the text as printed, for
 * the column `printed`. Refuses reports, rows and updates that are not there, and rows to be added that are.
 */
import { isNameTaken } from "../normalise/added-rows.js";
import { printedDate, updateNamed } from "../normalise/correct-updates.js";
import { printedInReport, printedInRow, rowsNamed } from "../normalise/printed-value.js";
import { type CorrectedField, type Correction, UPDATE_DATE } from "../schema/correction.js";
import type { Dataset, Report } from "../schema/dataset.js";
import { ROW, readRowChange } from "../schema/row-change.js";
import { CorrectionsError, targetOf } from "../source/corrections.js";

/**
 * @param made corrections made so far, which may have added rows that are not in the dataset yet
 * @throws CorrectionsError
 */
export function printedFor(
  target: Pick<Correction, "report" | "deliverable" | "field" | "value">,
  { reports }: Pick<Dataset, "reports">,
  made: readonly Correction[],
): string {
  const { report: reportId, deliverable, field, value } = target;
  const report = reports.find(({ report_id }) => report_id === reportId);
  if (report === undefined) throw new CorrectionsError(`the dataset has no report "${reportId}"`);
  if (deliverable === "") return printedInReport(report, field);
  if (field === UPDATE_DATE) {
    const update = updateNamed(report.deliverables, deliverable);
    if (update === null) throw new CorrectionsError(`the report has no update "${deliverable}"`);
    return printedDate(update);
  }
  if (field === ROW && readRowChange(value)?.kind === "add") return nothingPrinted(report, deliverable);
  const key = targetOf({ report: reportId, deliverable, field: ROW });
  const isAdded = made.some((one) => one.field === ROW && targetOf(one) === key);
  return printedInRowNamed(report, deliverable, field, isAdded);
}

/** A row that an earlier correction added is not printed. */
function nothingPrinted(report: Report, name: string): string {
  const printed = report.deliverables.filter(
    ({ repairs }) => !repairs.some(({ field, by }) => field === ROW && by !== undefined),
  );
  if (!isNameTaken(report, printed, name)) return "";
  throw new CorrectionsError(`the report has a row "${name}" already`);
}

/** @param isAdded whether a correction adds the row, so that the dataset need not have it yet */
function printedInRowNamed({ deliverables }: Report, name: string, field: CorrectedField, isAdded: boolean): string {
  const rows = rowsNamed(deliverables, name);
  const [row] = rows;
  if (row === undefined && isAdded) return field === "number" ? name : "";
  if (row === undefined) throw new CorrectionsError(`the report has no row "${name}"`);
  if (rows.length > 1) {
    const names = rows.map(({ deliverable_id }) => `  ${deliverable_id}`);
    throw new CorrectionsError([`several rows bear the number "${name}"; give one of`, ...names].join("\n"));
  }
  return printedInRow(row, field === ROW ? "title" : field);
}
