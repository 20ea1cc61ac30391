/**
 * What a person has to correct or confirm before nothing is doubtful. In: a row or a report with its reasons. Out: the fields, as
 * corrections name them.
 */
import { doubtedUpdates } from "../model/doubted-updates.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import {
  type DoubtedRowField,
  isReportReason,
  isRowReason,
  REPORT_REASON_FIELDS,
  ROW_REASON_FIELDS,
  type RowReason,
} from "../schema/reasons.js";

export interface DoubtedField {
  readonly field: DoubtedRowField | "plan_title";
  /** A deliverable_id or update_id; empty for the report. */
  readonly deliverable: string;
}

/** Each field once. */
export function doubtedInRow(row: Deliverable): DoubtedField[] {
  const doubted = row.review_reasons.filter(isRowReason).flatMap((reason) => aboutReason(row, reason));
  return [...new Map(doubted.map((one) => [JSON.stringify(one), one])).values()];
}

function aboutReason(row: Deliverable, reason: RowReason): DoubtedField[] {
  return ROW_REASON_FIELDS[reason].flatMap((field): DoubtedField[] => {
    if (field !== "date") return [{ field, deliverable: row.deliverable_id }];
    return doubtedUpdates(row, reason).map(({ update_id }) => ({ field, deliverable: update_id }));
  });
}

/** Only what a person can settle here: findings say what else was not read. */
export function doubtedInReport({ review_reasons }: Pick<Report, "review_reasons">): DoubtedField[] {
  const fields = review_reasons.filter(isReportReason).flatMap((reason) => REPORT_REASON_FIELDS[reason]);
  return [...new Set(fields)].map((field) => ({ field, deliverable: "" }));
}

/** Reasons of a report that a person can settle here. */
export const reportDoubts = ({ review_reasons }: Pick<Report, "review_reasons">): string[] =>
  review_reasons.filter((reason) => isReportReason(reason) && REPORT_REASON_FIELDS[reason].length > 0);
