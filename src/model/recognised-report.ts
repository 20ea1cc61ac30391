/**
 * Reports that were recognised from pictures. In: their rows or their reasons. Out: whether they were, and a stated count with the
 * verdicts that are fair then: a figure that agrees with the rows is confirmed, any other is left open.
 */
import type { StatedCount } from "../schema/dataset.js";
import type { ReportReason, RowReason } from "../schema/reasons.js";
import type { Verdict } from "../schema/values.js";

export const RECOGNISED = "recognised" satisfies RowReason & ReportReason;

/** Of a report, or of any of some rows. */
export const isRecognised = (things: readonly { readonly review_reasons: readonly string[] }[]): boolean =>
  things.some(({ review_reasons }) => review_reasons.includes(RECOGNISED));

export function leftOpen(stated: StatedCount): StatedCount {
  return {
    ...stated,
    verdict: opened(stated.verdict),
    count_verdict: opened(stated.count_verdict),
    total_verdict: opened(stated.total_verdict),
    percent_verdict: opened(stated.percent_verdict),
  };
}

const opened = <Judged extends Verdict | null>(verdict: Judged): Judged | "undetermined" =>
  verdict === "contradicted" ? "undetermined" : verdict;
