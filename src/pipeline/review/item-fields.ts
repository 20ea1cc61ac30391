/**
 * The fields of an item that a person can correct. In: a report or one of its rows, and what was decided. Out: each field as it was read and
 * printed, with its correction and whether it is in doubt.
 */
import { printedDate } from "../../normalise/correct-updates.js";
import { printedInReport, printedInRow } from "../../normalise/printed-value.js";
import type { FieldDetail, MadeCorrection } from "../../review/api.js";
import { doubtedInReport, doubtedInRow } from "../../review/doubted-fields.js";
import { type CorrectedField, REPORT_FIELDS, UPDATE_DATE } from "../../schema/correction.js";
import type { Deliverable, Report } from "../../schema/dataset.js";
import { RAGS } from "../../schema/statuses.js";
import type { Decisions } from "./decisions.js";
import type { FittingCorrections } from "./fitting-corrections.js";

/** What was decided so far, as far as it is about fields. */
export interface DecidedFields {
  readonly decisions: Decisions;
  readonly fitting: FittingCorrections;
}

interface Named {
  readonly field: CorrectedField;
  readonly label: string;
  /** A deliverable_id or update_id; empty for the report. */
  readonly deliverable: string;
  readonly value: string;
  readonly printed: string;
  readonly choices?: readonly string[];
}

export function rowFields(report: Report, row: Deliverable, decided: DecidedFields): FieldDetail[] {
  const isDoubted = isAmong(doubtedInRow(row));
  const ofRow = (field: CorrectedField, label: string, value: string): Named => ({
    ...{ field, label, value, deliverable: row.deliverable_id },
    printed: printedInRow(row, field),
  });
  const dates = row.updates.map(
    (update, at): Named => ({
      field: UPDATE_DATE,
      label: `Date of update ${at + 1}`,
      deliverable: update.update_id,
      value: update.date ?? "",
      printed: printedDate(update),
    }),
  );
  const named: readonly Named[] = [
    { ...ofRow("rag", "Status", row.rag ?? ""), choices: ["", ...RAGS] },
    ofRow("number", "Number", row.number ?? ""),
    ofRow("organisations", "Organisations", row.organisations.join(";")),
    ofRow("title", "Title", row.title ?? ""),
    ...dates,
  ];
  return named.map((one) => detailOf(one, report, isDoubted, decided));
}

export function reportFields(report: Report, decided: DecidedFields): FieldDetail[] {
  const isDoubted = isAmong(doubtedInReport(report));
  return REPORT_FIELDS.map((field) => {
    const named = {
      ...{ field, label: field.replaceAll("_", " "), deliverable: "" },
      value: textOf(report[field]),
      printed: printedInReport(report, field),
    };
    return detailOf(named, report, isDoubted, decided);
  });
}

type Place = Pick<Named, "field" | "deliverable">;

function isAmong(
  doubted: readonly { readonly field: string; readonly deliverable: string }[],
): (place: Place) => boolean {
  const keyOf = ({ field, deliverable }: { readonly field: string; readonly deliverable: string }): string =>
    JSON.stringify([field, deliverable]);
  const keys = new Set(doubted.map(keyOf));
  return (place) => keys.has(keyOf(place));
}

function detailOf(
  { choices = null, ...named }: Omit<Named, "choices"> & { readonly choices?: readonly string[] | null },
  { report_id }: Report,
  isDoubted: (place: Place) => boolean,
  { decisions, fitting }: DecidedFields,
): FieldDetail {
  const { field, deliverable } = named;
  const made = fitting.of(report_id, deliverable, field);
  const line = made ?? decisions.correction(report_id, deliverable, field);
  const correction: MadeCorrection | null = line === null ? null : { ...line, isStale: made === null };
  // A correction in the file may name the row in another way: the next one is to take its place.
  return { ...named, deliverable: line?.deliverable ?? deliverable, choices, correction, isDoubted: isDoubted(named) };
}

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
