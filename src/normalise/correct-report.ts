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
import {
  isReportReason,
  isRowReason,
  LASTING_ROW_REASONS,
  REPORT_REASON_FIELDS,
  type ReportReason,
  ROW_REASON_FIELDS,
  type RowReason,
} from "../schema/reasons.js";
import { ROW } from "../schema/row-change.js";
import type { Repair } from "../schema/values.js";
import { correctRows } from "./correct-rows.js";
import { correctDates } from "./correct-updates.js";
import type { CorrectionOutcome } from "./correction-outcome.js";
import { type CorrectionPlace, correctionTarget, staleReason } from "./correction-target.js";
import { printedInReport, printedInRow } from "./printed-value.js";

export interface CorrectedReport {
  readonly report: Report;
  readonly outcomes: readonly CorrectionOutcome[];
}

const CORRECTED = "corrected" satisfies RowReason & ReportReason;

/**
 * @param corrections those of this report; no two of one field
 * @param plans other names of plans, as the profile has them
 */
export function correctReport(
  report: Report,
  corrections: readonly Correction[],
  plans: PlanAliases = {},
): CorrectedReport {
  const other = correctRows(
    report,
    corrections.filter(({ field }) => field === ROW),
  );
  const outcomes: CorrectionOutcome[] = [...other.outcomes];
  const { deliverables: rows } = other.report;
  // All corrections are compared with the printed text before any is applied, so that their order does not matter.
  const fitting: Fitting = { ofReport: [], ofRows: new Map(), dates: new Map() };
  for (const correction of corrections) {
    const { field, line, printed } = correction;
    if (field === ROW) continue;
    const target = correctionTarget(correction, report, rows);
    if ("reason" in target) {
      const isRemoved = "printed" in correctionTarget(correction, report, report.deliverables);
      outcomes.push({
        line,
        outcome: "unknown",
        reason: isRemoved ? "another correction removes its row" : target.reason,
      });
      continue;
    }
    const reason = staleReason(target.printed, printed);
    outcomes.push({ line, outcome: reason === null ? "applied" : "stale", reason });
    if (reason === null) enter(correction, target, fitting);
  }
  const { ofReport, ofRows, dates } = fitting;
  const deliverables = rows.map((row) => correctDates(correctRow(row, ofRows.get(row) ?? []), dates));
  const isCorrected = outcomes.some(({ outcome }) => outcome === "applied");
  const corrected = { ...correctReportFields(other.report, ofReport, plans), deliverables };
  return { report: isCorrected ? recounted(corrected) : corrected, outcomes };
}

/** Corrections that fit what is printed, by what they are about. */
interface Fitting {
  readonly ofReport: Correction[];
  readonly ofRows: Map<Deliverable, Correction[]>;
  /** By update_id. */
  readonly dates: Map<string, Correction>;
}

function enter(correction: Correction, { row, update }: CorrectionPlace, { ofReport, ofRows, dates }: Fitting): void {
  if (update !== null) dates.set(update.update_id, correction);
  else if (row !== null) ofRows.set(row, [...(ofRows.get(row) ?? []), correction]);
  else ofReport.push(correction);
}

/** The report with its counts compared with its rows again. */
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
  return {
    ...corrected,
    review_reasons: rowReasonsAfter(row.review_reasons, corrected, new Set(corrections.map(({ field }) => field))),
    repairs: [...row.repairs, ...corrections.map((one) => repairOf(one, printedInRow(row, one.field)))],
  };
}

/**
 * A reason is settled once each field that it is about was corrected or confirmed. What is null still has a reason: nobody found it.
 * @param row as corrected
 */
function rowReasonsAfter(
  before: readonly string[],
  { rag, rag_raw, organisations, title }: Deliverable,
  corrected: ReadonlySet<string>,
): string[] {
  const isSettled = (reason: string): boolean => {
    // Corrections of dates are made, and their reasons settled, one update after the other.
    const fields: readonly string[] = isRowReason(reason) ? ROW_REASON_FIELDS[reason] : [];
    return !LASTING_ROW_REASONS.has(reason) && fields.length > 0 && fields.every((field) => corrected.has(field));
  };
  const missing: readonly (readonly [RowReason, string, boolean])[] = [
    [rag_raw === null ? "status-missing" : "status-unknown", "rag", rag === null],
    ["organisation-missing", "organisations", organisations.length === 0],
    ["title-missing", "title", title === null],
  ];
  const added = missing.filter(([, field, isMissing]) => isMissing && corrected.has(field)).map(([reason]) => reason);
  return [...new Set([...before.filter((reason) => !isSettled(reason)), ...added, CORRECTED])];
}

function correctReportFields(report: Report, corrections: readonly Correction[], plans: PlanAliases): Report {
  if (corrections.length === 0) return report;
  let corrected = report;
  for (const { field, value } of corrections) {
    const change = reportChange(corrected, field, value);
    if (!change.ok) throw new Error(change.message);
    corrected = { ...corrected, ...change.fields };
  }
  const isNamed = corrections.some(({ field }) => field === "plan_title");
  const reasons = report.review_reasons.filter((reason) => !(isNamed && isAboutPlan(reason)));
  const missing: readonly ReportReason[] = isNamed && corrected.plan_title === null ? ["plan-missing"] : [];
  return {
    ...corrected,
    ...planKeys(corrected, plans, isNamed || !report.review_reasons.includes("plan-by-size")),
    review_reasons: [...new Set([...reasons, ...missing, CORRECTED])],
    repairs: [...report.repairs, ...corrections.map((one) => repairOf(one, printedInReport(report, one.field)))],
  };
}

const isAboutPlan = (reason: string): boolean =>
  isReportReason(reason) && REPORT_REASON_FIELDS[reason].includes("plan_title");

function repairOf({ field, value, by, why, date }: Correction, raw: string): Repair {
  return { field, raw, value, by, why, date };
}
