/**
 * Printed reports to rows of the dataset: identifiers, the period's days, counts and verdicts, reasons for review. In:
 * a printed report and its source. Out: the report as the schema has it, without findings.
 */
import { periodOf } from "../language/quarters.js";
import { countRows } from "../model/count-rows.js";
import { rowsLeftOut, textsAround } from "../model/left-out.js";
import { statusConflicts } from "../model/painted-status.js";
import { type PlanAliases, planKeys } from "../model/plan-keys.js";
import type { PrintedReport } from "../model/printed.js";
import { type RowsRead, rowsRead } from "../model/rows-read.js";
import type { Deliverable, Report, ScaleLabel, StatedCount } from "../schema/dataset.js";
import type { ReportReason } from "../schema/reasons.js";
import type { Repair, SourceFormat } from "../schema/values.js";
import { deliverableOf } from "./deliverable.js";
import { nameRows, reportId } from "./identifiers.js";
import { rowsInResidue } from "./rows-in-residue.js";
import { sourceOf } from "./sources.js";

export interface ReportSource {
  readonly sourceFile: string;
  readonly sha256: string;
  readonly format: SourceFormat;
  /** Which report of the file it is, from 0. */
  readonly index: number;
  /** Whether pages of the report could not be read: rows may be on them. */
  readonly hasUnreadPages?: boolean;
  /** Other names of plans, as the profile has them. */
  readonly plans?: PlanAliases;
  /** Words of the file that were repaired before anything was read. */
  readonly repairs?: readonly Repair[];
}

export function normaliseReport(printed: PrintedReport, source: ReportSource): Report {
  const { header } = printed;
  const { hasUnreadPages = false } = source;
  const period = periodOf(header);
  const report_id = reportId(printed, period, source);
  const source_file = source.sourceFile;
  const { plan_id, theme_id } = planKeys(
    {
      plan_title: header.planTitle,
      plan_start_year: header.planStartYear,
      plan_end_year: header.planEndYear,
      theme_number: header.themeNumber,
      theme_title: header.themeTitle,
    },
    source.plans ?? {},
    !header.isPlanBySize,
  );
  const deliverables = withConflicts(
    nameRows(printed.rows, report_id).map(([row, id]) => deliverableOf(row, id, report_id, source_file)),
  );
  const lost = hasUnreadPages ? null : rowsInResidue(printed.residue, deliverables);
  const stated = printed.statements.map(({ raw }) => ({ stated_raw: raw }));
  const read = rowsRead(deliverables, lost, rowsLeftOut(deliverables, textsAround(stated, printed.residue)));
  return {
    report_id,
    source_sha256: source.sha256,
    source_format: source.format,
    page_first: printed.place.page,
    page_last: printed.pageLast,
    plan_id,
    plan_title: header.planTitle,
    plan_start_year: header.planStartYear,
    plan_end_year: header.planEndYear,
    theme_id,
    theme_number: header.themeNumber,
    theme_title: header.themeTitle,
    quarter: header.quarter,
    period_label: header.periodLabel,
    published_month: header.publishedMonth,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    version: header.version,
    overall_rating: header.overallRating,
    deliverable_count: deliverables.length,
    rows_min: read.min,
    rows_max: read.max,
    coverage: Math.round(printed.coverage * 1000) / 1000,
    review_reasons: reportReasons(printed, hasUnreadPages),
    repairs: [...(source.repairs ?? [])],
    not_applied: [],
    superseded_by: null,
    ...sourceOf(printed.place, source_file),
    scale: scaleOf(printed, report_id, source_file),
    stated_counts: statedCounts(printed, report_id, source_file, read),
    deliverables,
    findings: [],
    residue: printed.residue.map((piece) => ({
      report_id,
      reason: piece.reason,
      text: piece.text,
      ...sourceOf(piece.place, source_file),
    })),
  };
}

/** The rows, with a reason to review those whose printed status and painted colour differ. */
function withConflicts(rows: readonly Deliverable[]): Deliverable[] {
  const inConflict = new Set(statusConflicts(rows).map(({ row }) => row));
  return rows.map((row) =>
    inConflict.has(row) ? { ...row, review_reasons: [...row.review_reasons, "status-conflict"] } : row,
  );
}

function reportReasons(printed: PrintedReport, hasUnreadPages: boolean): ReportReason[] {
  const reasons: ReportReason[] = [];
  if (printed.header.planTitle === null) reasons.push("plan-missing");
  if (printed.header.isPlanBySize) reasons.push("plan-by-size");
  if (printed.header.isMonthOfOccasion) reasons.push("month-of-occasion");
  if (printed.header.quarter === null) reasons.push("period-missing");
  if (printed.rows.length === 0) reasons.push("rows-missing");
  if (hasUnreadPages) reasons.push("pages-unread");
  return reasons;
}

function scaleOf({ scale }: PrintedReport, report_id: string, source_file: string): ScaleLabel[] {
  return scale.map(({ label, meaning, rag, definedBy, count, rowCount, place }, at) => ({
    report_id,
    sequence: at + 1,
    label,
    meaning,
    rag,
    defined_by: definedBy,
    stated_count: count,
    row_count: rowCount,
    ...sourceOf(place, source_file),
  }));
}

function statedCounts(
  { statements }: PrintedReport,
  report_id: string,
  source_file: string,
  read: RowsRead,
): StatedCount[] {
  const stated = statements.map(({ rag, also, label, raw, count, total, percent }) => ({
    // "Green or Complete": a count of two statuses that rows have is no count of one.
    rag: also.some((other) => read.rows.some((row) => row.rag === other)) ? null : rag,
    label,
    stated_raw: raw,
    stated_count: count,
    stated_total: total,
    stated_percent: percent,
  }));
  return statements.flatMap(({ place }, at): StatedCount[] => {
    const one = stated[at];
    if (one === undefined) return [];
    const counted = countRows(one, stated, read);
    return [{ report_id, ...one, ...counted, uncorrected_verdict: null, ...sourceOf(place, source_file) }];
  });
}
