/**
 * Rows that were recognised from pictures. In: a report and how sure recognition is of the words at a place. Out: the report, with the reasons
 * for which a person should check it and these rows. No stated count of it is contradicted: a misread figure or row is likelier.
 */
import { isRecognised, leftOpen, RECOGNISED } from "../model/recognised-report.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import type { Source } from "../schema/values.js";

/** How sure recognition is of the least sure word at a place, 0 to 1; null where the page was not recognised. */
export type ConfidenceAt = (place: Source) => number | null;

/** Words of which recognition is less sure than this are often wrong. */
const UNSURE = 0.6;

export function withRecognisedRows<Read extends Omit<Report, "findings">>(
  report: Read,
  confidenceAt: ConfidenceAt,
): Read {
  const deliverables = report.deliverables.map((row) => marked(row, confidenceAt));
  const hasSuch =
    isRecognised(deliverables) || [report, ...report.stated_counts].some((place) => confidenceAt(place) !== null);
  if (!hasSuch) return report;
  return {
    ...report,
    deliverables,
    stated_counts: report.stated_counts.map(leftOpen),
    review_reasons: [...report.review_reasons, RECOGNISED],
  };
}

function marked(row: Deliverable, confidenceAt: ConfidenceAt): Deliverable {
  const known = [row, ...row.updates].map(confidenceAt).filter((confidence) => confidence !== null);
  if (known.length === 0) return row;
  const confidence = Math.min(...known);
  const reasons: RowReason[] = confidence < UNSURE ? ["recognised", "recognised-doubtful"] : ["recognised"];
  return { ...row, confidence, review_reasons: [...row.review_reasons, ...reasons] };
}
