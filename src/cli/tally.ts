/**
 * The figures of a run's summary. In: results, one at a time. Out: counts and short lists, never the reports, so that memory
 * does not grow with the input. Everything in a tally can be written as JSON, so that it can be cached.
 */
import {
  addLacking,
  type Compared,
  type InputFile,
  isCompared,
  type Lacking,
  type ReportOutline,
  SEVERITIES,
  type Severity,
  STATUSES_AND_NONE,
  type Superseded,
  type Track,
  zeroCounts,
} from "../internal.js";
import { type Concern, concernOf, keepWorst } from "./concerns.js";
import { addVerdicts, newVerdicts, type VerdictTally } from "./verdicts.js";

/** Failed files that a summary lists; the rest are counted. */
export const LISTED = 20;

export type FailOn = Severity | "never";

export interface TalliedResult {
  readonly file: InputFile;
  readonly reports: readonly ReportOutline[];
  readonly tracks?: readonly Track[];
  readonly compared?: readonly Compared[];
  readonly superseded?: readonly Superseded[];
}

export interface Tally {
  fileCount: number;
  readonly outcomes: Record<InputFile["outcome"], number>;
  reportCount: number;
  /** Reports that were compared with an earlier one. */
  comparedCount: number;
  trackCount: number;
  /** Tracks with more than one report. */
  followedCount: number;
  deliverableCount: number;
  readonly statuses: Record<keyof ReportOutline["statuses"], number>;
  readonly findings: Record<Severity, number>;
  reviewCount: number;
  /** Rules that were not applied because something that they need was not read. */
  readonly lacking: Lacking;
  readonly stated: VerdictTally;
  /** Reports that need attention, the worst first, and how many there are in total. */
  readonly worst: Concern[];
  concernCount: number;
  readonly failures: InputFile[];
  /** The first files that were read but contain no report, or only pictures without text. */
  readonly without: InputFile[];
  /** Files with the same content as an earlier one, under which the reports are listed. */
  repeatedCount: number;
  /** Reports of which a later version was read, whether or not they are in the dataset. */
  supersededCount: number;
}

export function newTally(): Tally {
  return {
    fileCount: 0,
    outcomes: { parsed: 0, "no-report": 0, "needs-ocr": 0, opened: 0, failed: 0 },
    reportCount: 0,
    comparedCount: 0,
    trackCount: 0,
    followedCount: 0,
    deliverableCount: 0,
    statuses: zeroCounts(),
    findings: { error: 0, warning: 0, info: 0 },
    reviewCount: 0,
    lacking: { rules: 0, reports: 0 },
    stated: newVerdicts(),
    worst: [],
    concernCount: 0,
    failures: [],
    without: [],
    repeatedCount: 0,
    supersededCount: 0,
  };
}

export function addResult(
  tally: Tally,
  { file, reports, tracks = [], compared = [], superseded = [] }: TalliedResult,
): void {
  tally.fileCount++;
  tally.comparedCount += compared.filter(isCompared).length;
  tally.trackCount += tracks.length;
  for (const { members } of tracks) if (members.length > 1) tally.followedCount++;
  tally.outcomes[file.outcome]++;
  tally.supersededCount += superseded.length;
  // If reports are missing, and not because of a later version, they are listed under an earlier file of the same content.
  if (file.report_count > reports.length && superseded.length === 0) tally.repeatedCount++;
  if (file.outcome === "failed" && tally.failures.length < LISTED) tally.failures.push(file);
  if ((file.outcome === "no-report" || file.outcome === "needs-ocr") && tally.without.length < LISTED)
    tally.without.push(file);
  for (const report of reports) addReport(tally, report);
}

function addReport(tally: Tally, report: ReportOutline): void {
  tally.reportCount++;
  for (const status of STATUSES_AND_NONE) {
    tally.statuses[status] += report.statuses[status];
    tally.deliverableCount += report.statuses[status];
  }
  tally.reviewCount += report.reviewCount;
  addLacking(tally.lacking, report);
  for (const { severity } of report.findings) tally.findings[severity]++;
  addVerdicts(tally.stated, { reportId: report.report_id, counts: report.stated_counts });
  const concern = concernOf(report);
  if (concern === null) return;
  tally.concernCount++;
  keepWorst(tally.worst, concern);
}

/** Whether there are findings of this severity or a higher one. */
export function reaches(findings: Readonly<Record<Severity, number>>, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => findings[severity] > 0);
}
