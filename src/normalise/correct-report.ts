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
import { type Correction, reportChange, rowChange, UPDATE_DATE } from "../schema/correction.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { ReportReason, RowReason } from "../schema/reasons.js";
import { ROW } from "../schema/row-change.js";
import type { Repair } from "../schema/values.js";
import { correctRows } from "./correct-rows.js";
import { correctDates, printedDate, updateNamed } from "./correct-updates.js";
import type { CorrectionOutcome } from "./correction-outcome.js";
import { printedInReport, printedInRow, rowsNamed } from "./printed-value.js";

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
    const target = targetOf(correction, report, rows);
    if ("reason" in target) {
      outcomes.push({ line, outcome: "unknown", reason: target.reason });
      continue;
    }
    const isStale = singleSpaced(target.printed) !== singleSpaced(printed);
    const reason = isStale ? `now ${quoted(target.printed)} is read as printed, not ${quoted(printed)}` : null;
    outcomes.push({ line, outcome: isStale ? "stale" : "applied", reason });
    if (!isStale) target.take(fitting);
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

/** What is printed where a correction is to be made, and how it is entered if it fits; or why there is no such place. */
type Target = { readonly printed: string; readonly take: (fitting: Fitting) => void } | { readonly reason: string };

function targetOf(correction: Correction, report: Report, rows: readonly Deliverable[]): Target {
  const { deliverable, field } = correction;
  if (deliverable === "")
    return { printed: printedInReport(report, field), take: ({ ofReport }) => ofReport.push(correction) };
  if (field === UPDATE_DATE) {
    const update = updateNamed(rows, deliverable);
    if (update === null) return { reason: "the report has no such update" };
    return { printed: printedDate(update), take: ({ dates }) => dates.set(update.update_id, correction) };
  }
  const [row, another] = rowsNamed(rows, deliverable);
  if (row === undefined || another !== undefined) return { reason: unknownRow(another) };
  const take = ({ ofRows }: Fitting): void => {
    ofRows.set(row, [...(ofRows.get(row) ?? []), correction]);
  };
  return { printed: printedInRow(row, field), take };
}

/** @param another a second row that is meant as well */
const unknownRow = (another: Deliverable | undefined): string =>
  another === undefined
    ? "the report has no such row"
    : `several rows bear that number; name one by its deliverable_id, such as ${another.deliverable_id}`;

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
    ["status-conflict", isStill("status-conflict")],
    ["status-latest", isStill("status-latest")],
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
  const isBySize = report.review_reasons.includes("plan-by-size");
  return {
    ...corrected,
    ...planKeys(corrected, plans),
    review_reasons: reasonsWith(report.review_reasons, [
      ["plan-missing", corrected.plan_title === null],
      ["plan-by-size", isBySize && corrected.plan_title === report.plan_title],
    ]),
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
