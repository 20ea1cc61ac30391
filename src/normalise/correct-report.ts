/**
 * Applies corrections to a report. In: a normalised report and the corrections that name it. Out: the corrected report, and
 * the outcome of each correction. A correction changes nothing, and has a reason in its outcome, where the report prints
 * another text than it expects, or has no such row.
 */

import { organisationKind } from "../language/organisation-kind.js";
import { countRows } from "../model/count-rows.js";
import { rowsLeftOut, textsAround } from "../model/left-out.js";
import { type PlanAliases, planKeys } from "../model/plan-keys.js";
import { isRecognised, leftOpen } from "../model/recognised-report.js";
import { rowsRead } from "../model/rows-read.js";
import { type Correction, reportChange, rowChange } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { ReportReason, RowReason } from "../schema/reasons.js";
import type { Repair } from "../schema/values.js";
import { printedInReport, printedInRow, rowsNamed } from "./printed-value.js";

/** The outcome of a correction: applied; stale, as another text is printed now; or unknown, as nothing has that name. */
export interface CorrectionOutcome {
  /** Line of the correction in its file. */
  readonly line: number;
  readonly outcome: "applied" | "stale" | "unknown";
  /** Why it was not applied; null where it was. */
  readonly reason: string | null;
}

export interface CorrectedReport {
  readonly report: Report;
  readonly outcomes: readonly CorrectionOutcome[];
}

const CORRECTED = "corrected" satisfies RowReason & ReportReason;
const singleSpaced = (text: string): string => text.replace(/\s+/g, " ").trim();
const quoted = (text: string): string => (text === "" ? "nothing" : `"${text}"`);

/**
 * @param corrections those of this report; no two of one field
 * @param plans other names of plans, as the profile has them
 */
export function correctReport(
  report: Report,
  corrections: readonly Correction[],
  plans: PlanAliases = {},
): CorrectedReport {
  const outcomes: CorrectionOutcome[] = [];
  /** Records the outcome; returns whether the correction is to be applied. */
  const settle = ({ line, printed }: Correction, found: string): boolean => {
    const isStale = singleSpaced(found) !== singleSpaced(printed);
    const reason = isStale ? `now ${quoted(found)} is read as printed, not ${quoted(printed)}` : null;
    outcomes.push({ line, outcome: isStale ? "stale" : "applied", reason });
    return !isStale;
  };
  // All corrections are compared with the printed text before any is applied, so that their order does not matter.
  const ofRows = new Map<Deliverable, Correction[]>();
  const ofReport: Correction[] = [];
  for (const correction of corrections) {
    const { deliverable, field, line } = correction;
    if (deliverable === "") {
      if (settle(correction, printedInReport(report, field))) ofReport.push(correction);
      continue;
    }
    const [row, another] = rowsNamed(report.deliverables, deliverable);
    if (row === undefined || another !== undefined) {
      outcomes.push({ line, outcome: "unknown", reason: unknownRow(another) });
    } else if (settle(correction, printedInRow(row, field))) {
      ofRows.set(row, [...(ofRows.get(row) ?? []), correction]);
    }
  }
  const deliverables = report.deliverables.map((row) => correctRow(row, ofRows.get(row) ?? []));
  const isCorrected = outcomes.some(({ outcome }) => outcome === "applied");
  const corrected = { ...correctReportFields(report, ofReport, plans), deliverables };
  return { report: isCorrected ? recounted(corrected) : corrected, outcomes };
}

/** @param another a second row that is meant as well */
const unknownRow = (another: Deliverable | undefined): string =>
  another === undefined
    ? "the report has no such row"
    : `several rows bear that number; name one by its deliverable_id, such as ${another.deliverable_id}`;

/** The report with its counts compared with its rows again. Corrections change rows, but neither add nor remove any. */
function recounted(report: Report): Report {
  const { deliverables, deliverable_count, rows_max, stated_counts: all, residue } = report;
  const leftOut = rowsLeftOut(deliverables, textsAround(all, residue));
  const read = rowsRead(deliverables, rows_max === null ? null : rows_max - deliverable_count, leftOut);
  const stated_counts = all.map((stated) => {
    const counted = { ...stated, ...countRows(stated, all, read), uncorrected_verdict: stated.verdict };
    return isRecognised([report]) ? leftOpen(counted) : counted;
  });
  return { ...report, rows_min: read.min, rows_max: read.max, stated_counts };
}

function correctRow(row: Deliverable, corrections: readonly Correction[]): Deliverable {
  if (corrections.length === 0) return row;
  let corrected = row;
  for (const { field, value } of corrections) {
    const change = rowChange(corrected, field, value);
    if (!change.ok) throw new Error(change.message);
    corrected = { ...corrected, ...change.fields };
    // A corrected value has no printed source.
    if (field === "rag") corrected.rag_source = null;
    if (field === "organisations")
      corrected.organisation_kinds = corrected.organisations.map((name) => organisationKind(name));
    if (field === "number") corrected.number_source = null;
  }
  const { rag, rag_raw, organisations, title } = corrected;
  const isStill = (reason: RowReason): boolean =>
    row.review_reasons.includes(reason) && !corrections.some(({ field }) => field === "rag");
  const [isAmbiguous, isPicture] = [isStill("status-ambiguous"), isStill("status-picture")];
  const reasons = reasonsWith(row.review_reasons, [
    ["status-missing", rag === null && rag_raw === null && !isAmbiguous && !isPicture],
    ["status-picture", isPicture],
    ["status-ambiguous", isAmbiguous],
    ["status-unknown", rag === null && rag_raw !== null],
    ["status-doubtful", isStill("status-doubtful")],
    ["status-by-counts", isStill("status-by-counts")],
    ["status-by-initial", isStill("status-by-initial")],
    ["organisation-missing", organisations.length === 0],
    ["title-missing", title === null],
  ]);
  const isNumbered = corrections.some(({ field }) => field === "number");
  return {
    ...corrected,
    review_reasons: isNumbered ? reasons.filter((reason) => !reason.startsWith("number-")) : reasons,
    repairs: [...row.repairs, ...corrections.map((one) => repairOf(one, printedInRow(row, one.field)))],
  };
}

function correctReportFields(report: Report, corrections: readonly Correction[], plans: PlanAliases): Report {
  if (corrections.length === 0) return report;
  let corrected = report;
  for (const { field, value } of corrections) {
    const change = reportChange(corrected, field, value);
    if (!change.ok) throw new Error(change.message);
    corrected = { ...corrected, ...change.fields };
  }
  return {
    ...corrected,
    ...planKeys(corrected, plans),
    review_reasons: reasonsWith(report.review_reasons, [["plan-missing", corrected.plan_title === null]]),
    repairs: [...report.repairs, ...corrections.map((one) => repairOf(one, printedInReport(report, one.field)))],
  };
}

function repairOf({ field, value, by, why, date }: Correction, raw: string): Repair {
  return { field, raw, value, by, why, date };
}

/** The reasons before, with those that hold now and without those that no longer do, and the reason that it was corrected. */
function reasonsWith(
  before: readonly string[],
  states: readonly (readonly [reason: RowReason | ReportReason, holds: boolean])[],
): string[] {
  const reasons = new Set(before);
  for (const [reason, holds] of states) {
    if (holds) reasons.add(reason);
    else reasons.delete(reason);
  }
  return [...reasons.add(CORRECTED)];
}
