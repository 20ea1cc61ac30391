/**
 * A correction that a person asks for to a line of `corrections.csv`: the row is looked up in the dataset, the value is checked, and
 * what was printed and the day are filled in. Lines that are in the file already stay as they are.
 */
import { withFileLock } from "../export/file-lock.js";
import { removeLines } from "../export/records.js";
import { printedDate, updateNamed } from "../normalise/correct-updates.js";
import { printedInReport, printedInRow, rowsNamed } from "../normalise/printed-value.js";
import {
  CORRECTION_COLUMNS,
  type CorrectedField,
  type Correction,
  type CorrectionColumn,
  faultOf,
  isCorrectedField,
  UPDATE_DATE,
} from "../schema/correction.js";
import type { Dataset, Report } from "../schema/dataset.js";
import { ROW, readRowChange } from "../schema/row-change.js";
import { CorrectionsError, type CorrectionsFile, readCorrectionsFile, targetOf } from "../source/corrections.js";
import { statOrNull } from "../source/folder.js";
import { addLine } from "./record-lines.js";

/** What is to be corrected; `deliverable` is empty for a field of the report itself. */
export type CorrectionRequest = Readonly<Record<Exclude<CorrectionColumn, "printed" | "date">, string>>;

export type CorrectionTarget = Pick<Correction, "report" | "deliverable" | "field">;

export interface AddOptions {
  /** Whether a correction of the same field gives way; it is refused otherwise. */
  readonly replace?: boolean;
}

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
  dataset: Pick<Dataset, "reports">,
  date: string,
  { replace = false }: AddOptions = {},
): Promise<Correction> {
  const trimmed = Object.fromEntries(Object.entries(request).map(([name, text]) => [name, text.trim()]));
  const asked = trimmed as Record<keyof CorrectionRequest, string>;
  for (const name of ["by", "why"] as const) if (asked[name] === "") throw new CorrectionsError(`--${name} is empty`);
  const fault = faultOf(asked.deliverable, asked.field, asked.value);
  const { field } = asked;
  if (fault !== null || !isCorrectedField(field)) throw new CorrectionsError(fault ?? `"${field}" is no field`);
  return withFileLock(path, async () => {
    let file = await existing(path);
    const printed = printedOf({ ...asked, field }, dataset, file?.corrections ?? []);
    const correction = { ...asked, field, printed, date };
    const same = file?.corrections.find((one) => targetOf(one) === targetOf(correction));
    if (file !== null && same !== undefined) {
      if (!replace)
        throw new CorrectionsError(
          `${path}, line ${same.line}: corrects this field already, to "${same.value}"; use --replace to put the new value in its place`,
        );
      await takeOut(path, file, same);
      file = await existing(path);
    }
    return { ...correction, line: await addLine(path, CORRECTION_COLUMNS, file, correction) };
  });
}

/**
 * Takes the correction of a field out of the file.
 * @returns what was taken out
 * @throws CorrectionsError if the file has none
 */
export async function removeCorrection(path: string, target: CorrectionTarget): Promise<Correction> {
  return withFileLock(path, async () => {
    const file = await readCorrectionsFile(path);
    const same = file.corrections.find((one) => targetOf(one) === targetOf(target));
    if (same === undefined) throw new CorrectionsError(`${path} has no correction of ${nameOf(target)}`);
    await takeOut(path, file, same);
    return same;
  });
}

/** Puts a correction back as it was, in the place of the one of its field. @throws CorrectionsError if there is none */
export async function restoreCorrection(path: string, correction: Correction): Promise<void> {
  await withFileLock(path, async () => {
    const file = await readCorrectionsFile(path);
    const same = file.corrections.find((one) => targetOf(one) === targetOf(correction));
    if (same === undefined) throw new CorrectionsError(`${path} has no correction of ${nameOf(correction)}`);
    await takeOut(path, file, same);
    await addLine(path, CORRECTION_COLUMNS, await existing(path), correction);
  });
}

const nameOf = ({ report, deliverable, field }: CorrectionTarget): string =>
  [report, ...(deliverable === "" ? [] : [`row ${deliverable}`]), field].join(", ");

const existing = async (path: string): Promise<CorrectionsFile | null> =>
  (await statOrNull(path)) === null ? null : readCorrectionsFile(path);

async function takeOut(path: string, { text, records }: CorrectionsFile, { line }: Correction): Promise<void> {
  await removeLines(
    path,
    text,
    records.filter((record) => record.line === line),
  );
}

/** @param made corrections made so far, which may have added rows that are not in the dataset yet */
function printedOf(
  target: CorrectionTarget & Pick<Correction, "value">,
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

function nothingPrinted({ deliverables }: Report, name: string): string {
  if (rowsNamed(deliverables, name).length === 0) return "";
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
