/**
 * Reads a file of corrections. In: UTF-8 CSV, separated by commas, with column headings. Out: its corrections. Refuses,
 * with a `CorrectionsError` that lists every mistake and its line, files of another form and corrections without a valid target.
 */
import {
  CORRECTION_COLUMNS,
  type Correction,
  type CorrectionColumn,
  faultOf,
  isCorrectedField,
  nameInReport,
} from "../schema/correction.js";
import { isDay } from "../schema/day.js";
import { listMistakes, type RecordFile, readRecordFile } from "./record-file.js";

/** Corrections that cannot be used; the message names the file and the line of each mistake. */
export class CorrectionsError extends Error {
  override readonly name = "CorrectionsError";
}

const REQUIRED: readonly CorrectionColumn[] = ["report", "by", "why", "date"];

export interface CorrectionsFile extends RecordFile<CorrectionColumn> {
  readonly corrections: readonly Correction[];
}

/** @throws CorrectionsError */
export async function readCorrections(path: string): Promise<Correction[]> {
  return [...(await readCorrectionsFile(path)).corrections];
}

/** @throws CorrectionsError */
export async function readCorrectionsFile(path: string): Promise<CorrectionsFile> {
  const file = await readRecordFile(path, { all: CORRECTION_COLUMNS }, (message) => new CorrectionsError(message));
  const mistakes: { line: number; text: string }[] = [];
  const corrections: Correction[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of file.records) {
    const key = targetOf(cells);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    const faults = faultsOf(cells);
    if (first !== undefined) faults.push(`line ${first} corrects this field already; keep one of the two`);
    for (const text of faults) mistakes.push({ line, text });
    const { field } = cells;
    if (faults.length === 0 && isCorrectedField(field)) corrections.push({ ...cells, field, line });
  }
  if (mistakes.length > 0) throw new CorrectionsError(listMistakes(path, mistakes));
  return { ...file, corrections };
}

/** A key that is equal for two corrections of the same field. A deliverable may be given as `<report>#<number>` or by number. */
export function targetOf({ report, deliverable, field }: Record<"report" | "deliverable" | "field", string>): string {
  return JSON.stringify([report, nameInReport(report, deliverable), field]);
}

function faultsOf(correction: Readonly<Record<CorrectionColumn, string>>): string[] {
  const faults = REQUIRED.filter((name) => correction[name] === "").map((name) => `"${name}" is empty`);
  const { deliverable, field, value, date } = correction;
  if (date !== "" && !isDay(date)) faults.push(`"${date}" is not a date such as 2024-03-31`);
  const fault = faultOf(deliverable, field, value);
  return fault === null ? faults : [...faults, fault];
}
