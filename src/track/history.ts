/**
 * In: a dataset with tracks. Out: a table for people to look at, for each plan and theme: its periods, and for each deliverable its
 * status in each period and its changes. Leaves out reports that belong to no track.
 */
import { periodName } from "../language/periods.js";
import type { PlanHistory, TrackHistory } from "../model/history.js";
import { latestBefore } from "../model/late-updates.js";
import { isRecognised } from "../model/recognised-report.js";
import type { Dataset, Deliverable, Finding, Report } from "../schema/dataset.js";
import { compare, groupBy } from "./groups.js";
import { reportsOf, splitByPlan, type TrackRows } from "./split-by-plan.js";

/** Rules whose findings are about a change to one deliverable. */
const OF_ROW: ReadonlySet<string> = new Set([
  "status-regressed",
  "deliverable-added",
  "deliverable-renumbered",
  "title-changed",
  "update-copied",
  "status-unexplained",
]);
const DROPPED = "deliverable-dropped";

/** One history for each plan and theme with tracks, sorted by plan, then theme; two plans of the same name have one each. */
export function historyOf(dataset: Dataset): PlanHistory[] {
  const rows = new Map<string, TrackRows["members"][number]>();
  for (const report of dataset.reports)
    for (const row of report.deliverables) rows.set(row.deliverable_id, { report, row });
  const tracks = dataset.tracks.map(({ track_id, members }) => ({
    track_id,
    members: members.flatMap(({ deliverable_id }) => rows.get(deliverable_id) ?? []),
  }));
  return [...groupBy(tracks, keyOf)]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, group]) => splitByPlan(group))
    .map(historyOfGroup);
}

function keyOf({ members }: TrackRows): string {
  const report = members[0]?.report;
  return report === undefined ? "" : seriesKey(report);
}

/** Key of a plan and theme, which sorts by the plan's name and years, then by the theme's number. */
export function seriesKey(report: Report): string {
  return `${report.plan_id ?? ""}/${String(report.theme_number ?? "").padStart(4)}${report.theme_id ?? ""}`;
}

function historyOfGroup(tracks: readonly TrackRows[]): PlanHistory {
  const reports = reportsOf(tracks);
  const last = reports.at(-1);
  const histories = tracks.map((track) => trackHistory(track, reports));
  const rank = new Map(last?.deliverables.map((row, index) => [row.deliverable_id, index]));
  const placeOf = ({ cells }: TrackHistory): number => rank.get(cells.at(-1)?.deliverable_id ?? "") ?? rank.size;
  return {
    plan_title: last?.plan_title ?? null,
    plan_start_year: last?.plan_start_year ?? null,
    plan_end_year: last?.plan_end_year ?? null,
    theme_number: last?.theme_number ?? null,
    theme_title: last?.theme_title ?? null,
    periods: reports.map((report) => ({
      report_id: report.report_id,
      source_file: report.source_file,
      period_start: report.period_start,
      label: periodName(report) ?? report.report_id,
      late_rows: lateRows(report),
      undated_rows: report.deliverables.filter(({ latest_update }) => latest_update === null).length,
    })),
    tracks: histories.sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

/** Rows that the rule on late updates finds, also where it is switched off. Null where it could not be applied: that is no report without any. */
export function lateRows(report: Report): number | null {
  const { period_start, deliverables } = report;
  if (period_start === null || deliverables.length === 0 || isRecognised([report])) return null;
  return deliverables.filter(({ updates }) => latestBefore(updates, period_start) !== null).length;
}

function trackHistory({ track_id, members }: TrackRows, reports: readonly Report[]): TrackHistory {
  const byReport = new Map(members.map(({ report, row }) => [report, row]));
  const last = members.at(-1)?.row;
  const lastRead = members.findLast(({ row }) => row.title !== null)?.row;
  let before: Deliverable | undefined;
  let title: string | null = null;
  const changes = reports.flatMap((report, periodIndex) => {
    const row = byReport.get(report);
    const isFound = row === undefined ? droppedFrom(before, title) : (one: Finding) => isAbout(one, row);
    before = row;
    title = row?.title ?? title;
    return report.findings.flatMap((one, findingIndex) => {
      const { rule, severity, message } = one;
      return isFound(one) ? [{ periodIndex, findingIndex, rule, severity, message }] : [];
    });
  });
  return {
    track_id,
    number: last?.number ?? null,
    title: lastRead?.title ?? null,
    organisations: last?.organisations ?? [],
    cells: reports.map((report) => {
      const row = byReport.get(report);
      if (row === undefined) return null;
      return { deliverable_id: row.deliverable_id, number: row.number, title: row.title, rag: row.rag };
    }),
    changes,
  };
}

/** Recognises the one finding that a row of the previous report is missing, by the row's number there and its last readable title. */
function droppedFrom(before: Deliverable | undefined, title: string | null): (finding: Finding) => boolean {
  let isOpen = before !== undefined;
  return ({ rule, deliverable_number, expected }) => {
    if (!isOpen || rule !== DROPPED || deliverable_number !== before?.number || expected !== title) return false;
    isOpen = false;
    return true;
  };
}

/** Several rows may have the same number, so the position must match too: the row's own, or that of one of its updates. */
function isAbout(finding: Finding, row: Deliverable): boolean {
  if (!OF_ROW.has(finding.rule) || finding.deliverable_number !== row.number) return false;
  return [row, ...row.updates].some(
    ({ page, line_first, bbox }) =>
      page === finding.page && line_first === finding.line_first && String(bbox) === String(finding.bbox),
  );
}
