/**
 * What a person decided about a finding, as in `dispositions.csv`: the finding, accepted, false or query, a note, who and when.
 * Everything is text here; `dispositionFaults` says why a line is not valid.
 */
import { isDay } from "./day.js";

/** The finding is right; it is wrong; the author of the report has to be asked. */
export const DISPOSITIONS = ["accepted", "false", "query"] as const;
export type DispositionKind = (typeof DISPOSITIONS)[number];

/** The file's columns, in the order in which they are written; any order is read. */
export const DISPOSITION_COLUMNS = ["finding_id", "disposition", "note", "by", "date", "message"] as const;
/** Columns that a file may lack. */
export const OPTIONAL_DISPOSITION_COLUMNS = ["message"] as const;
export type DispositionColumn = (typeof DISPOSITION_COLUMNS)[number];

export interface Disposition extends Readonly<Record<DispositionColumn, string>> {
  readonly disposition: DispositionKind;
  /** Line of the file that it begins on, from 1. */
  readonly line: number;
}

export function isDisposition(text: string): text is DispositionKind {
  return DISPOSITIONS.some((known) => known === text);
}

/** Why the line is no disposition, one sentence each; empty if it is one. */
export function dispositionFaults(cells: Readonly<Record<DispositionColumn, string>>): string[] {
  const { disposition, note, date } = cells;
  const faults = (["finding_id", "by", "date"] as const)
    .filter((name) => cells[name] === "")
    .map((name) => `"${name}" is empty`);
  if (!isDisposition(disposition)) faults.push(`"${disposition}" is none of ${DISPOSITIONS.join(", ")}`);
  if (disposition === "query" && note === "") faults.push("a query needs a note that says what is asked");
  if (date !== "" && !isDay(date)) faults.push(`"${date}" is not a date such as 2024-03-31`);
  return faults;
}
