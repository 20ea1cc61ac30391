/**
 * Results, one at a time, to the figures of a run's summary. Holds counts and short capped lists, never the reports, so
 * that memory does not grow with the input.
 */
import {
  type InputFile,
  type RAGS,
  SEVERITIES,
  type Severity,
  type StatedCount,
  type WritableResult,
} from "../index.js";

/** Reports and failed files that a summary lists; the rest are counted. */
export const LISTED = 20;

export type FailOn = Severity | "never";

export interface ReportVerdicts {
  readonly reportId: string;
  readonly counts: readonly StatedCount[];
}

export interface Tally {
  fileCount: number;
  readonly outcomes: Record<InputFile["outcome"], number>;
  reportCount: number;
  deliverableCount: number;
  /** Rows by status; `unreadable` are those without one. */
  readonly statuses: Record<(typeof RAGS)[number] | "unreadable", number>;
  readonly findings: Record<Severity, number>;
  reviewCount: number;
  readonly verdicts: Record<StatedCount["verdict"], number>;
  /** Reports that state counts. */
  statingCount: number;
  /** The first of them that are not wholly borne out, and the first that are. */
  readonly doubted: ReportVerdicts[];
  readonly confirmed: ReportVerdicts[];
  readonly failures: InputFile[];
  /** Files of the same content as one before, whose reports are listed there. */
  repeatedCount: number;
}

export function newTally(): Tally {
  return {
    fileCount: 0,
    outcomes: { parsed: 0, "no-report": 0, "needs-ocr": 0, failed: 0 },
    reportCount: 0,
    deliverableCount: 0,
    statuses: { green: 0, amber: 0, red: 0, white: 0, blue: 0, unreadable: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    reviewCount: 0,
    verdicts: { confirmed: 0, contradicted: 0, undetermined: 0 },
    statingCount: 0,
    doubted: [],
    confirmed: [],
    failures: [],
    repeatedCount: 0,
  };
}

export function addResult(tally: Tally, { file, reports }: WritableResult): void {
  tally.fileCount++;
  tally.outcomes[file.outcome]++;
  if (file.report_count > reports.length) tally.repeatedCount++;
  if (file.outcome === "failed" && tally.failures.length < LISTED) tally.failures.push(file);
  for (const report of reports) {
    tally.reportCount++;
    tally.deliverableCount += report.deliverables.length;
    for (const { rag, review_reasons } of report.deliverables) {
      tally.statuses[rag ?? "unreadable"]++;
      if (review_reasons.length > 0) tally.reviewCount++;
    }
    for (const { severity } of report.findings) tally.findings[severity]++;
    addVerdicts(tally, { reportId: report.report_id, counts: report.stated_counts });
  }
}

function addVerdicts(tally: Tally, report: ReportVerdicts): void {
  if (report.counts.length === 0) return;
  tally.statingCount++;
  for (const { verdict } of report.counts) tally.verdicts[verdict]++;
  const list = report.counts.every(({ verdict }) => verdict === "confirmed") ? tally.confirmed : tally.doubted;
  if (list.length < LISTED) list.push(report);
}

/** Whether there are findings at the level or graver. */
export function reaches(findings: Readonly<Record<Severity, number>>, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => findings[severity] > 0);
}
