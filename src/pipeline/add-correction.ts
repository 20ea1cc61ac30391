/**
 * A correction that a person asks for to a line of `corrections.csv`: the row is looked up in the dataset, the value is checked, and
 * what was printed and the day are filled in. Lines that are in the file already stay as they are.
 */
import { appendRecord, createRecords } from "../export/append-record.js";
import { printedInReport, printedInRow, rowsNamed } from "../normalise/printed-value.js";
import {
  CORRECTION_COLUMNS,
  type Correction,
  type CorrectionColumn,
  faultOf,
  isCorrectedField,
  safeCell,
} from "../schema/correction.js";
import type { Dataset } from "../schema/dataset.js";
import { CorrectionsError, readCorrectionsFile, targetOf } from "../source/corrections.js";
import { statOrNull } from "../source/folder.js";

/** What is to be corrected; `deliverable` is empty for a field of the report itself. */
export type CorrectionRequest = Readonly<Record<Exclude<CorrectionColumn, "printed" | "date">, string>>;

/**
 * Adds a correction to the file, which is created if it is missing.
 * @param dataset contains the report, as read or as corrected
 * @param date ISO day
 * @throws CorrectionsError if there is no such report, row or field, the value is not valid, or the file corrects it already
 * @throws OutputError if the file cannot be written
 */
export async function addCorrection(
  path: string,
  request: CorrectionRequest,
  dataset: Dataset,
  date: string,
): Promise<Correction> {
  const trimmed = Object.fromEntries(Object.entries(request).map(([name, text]) => [name, text.trim()]));
  const asked = trimmed as Record<keyof CorrectionRequest, string>;
  for (const name of ["by", "why"] as const) if (asked[name] === "") throw new CorrectionsError(`--${name} is empty`);
  const fault = faultOf(asked.deliverable, asked.field, asked.value);
  const { field } = asked;
  if (fault !== null || !isCorrectedField(field)) throw new CorrectionsError(fault ?? `"${field}" is no field`);
  const printed = printedOf({ ...asked, field }, dataset);
  const correction = { ...asked, field, printed, date };
  const cellsIn = (columns: readonly string[]): string[] =>
    columns.map((name) => safeCell(Object.entries(correction).find(([column]) => column === name)?.[1] ?? ""));
  if ((await statOrNull(path)) === null) {
    await createRecords(path, [CORRECTION_COLUMNS, cellsIn(CORRECTION_COLUMNS)]);
    return { ...correction, line: 2 };
  }
  const file = await readCorrectionsFile(path);
  const same = file.corrections.find((one) => targetOf(one) === targetOf(correction));
  if (same !== undefined)
    throw new CorrectionsError(`${path}, line ${same.line}: corrects this field already, to "${same.value}"`);
  await appendRecord(path, cellsIn(file.columns), file.isEnded ? "" : "\n");
  return { ...correction, line: file.lineCount + 1 };
}

function printedOf(
  { report: reportId, deliverable, field }: Pick<Correction, "report" | "deliverable" | "field">,
  { reports }: Dataset,
): string {
  const report = reports.find(({ report_id }) => report_id === reportId);
  if (report === undefined) throw new CorrectionsError(`the dataset has no report "${reportId}"`);
  if (deliverable === "") return printedInReport(report, field);
  const rows = rowsNamed(report.deliverables, deliverable);
  const [row] = rows;
  if (row === undefined) throw new CorrectionsError(`the report has no row "${deliverable}"`);
  if (rows.length > 1) {
    const names = rows.map(({ deliverable_id }) => `  ${deliverable_id}`);
    throw new CorrectionsError([`several rows bear the number "${deliverable}"; give one of`, ...names].join("\n"));
  }
  return printedInRow(row, field);
}
