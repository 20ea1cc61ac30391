/**
 * Histories to what their charts show. In: a dataset and those of its histories that were chosen. Out: a chart for each, or several where
 * one drawing would be too large; before the themes of a plan, one over all of them.
 */
import type { ChartContent, ChartPeriod } from "../../chart/content.js";
import { periodName } from "../../language/periods.js";
import type { PlanHistory } from "../../model/history.js";
import { historyName, planName } from "../../model/history-name.js";
import { outlineOf } from "../../model/outline.js";
import type { Dataset, Report } from "../../schema/dataset.js";
import { STATUSES_AND_NONE, zeroCounts } from "../../schema/statuses.js";
import { compare, groupBy } from "../../track/groups.js";
import { lateRows } from "../../track/history.js";

/** Most deliverables and periods of one drawing: some 2,300 by 2,800 pixels. */
const MOST_STRIPS = 100;
const MOST_PERIODS = 40;

/** @param withPlans whether there are charts over all themes of a plan */
export function chartContents(
  { reports }: Dataset,
  histories: readonly PlanHistory[],
  withPlans: boolean,
): ChartContent[] {
  const current = reports.filter(({ superseded_by }) => superseded_by === null);
  const planOf = new Map(reports.map(({ report_id, plan_id }) => [report_id, plan_id]));
  const byPlan = groupBy(current, ({ plan_id }) => plan_id ?? "");
  const charted = new Set<string>();
  return histories.flatMap((history) => {
    const plan = planOf.get(history.periods[0]?.report_id ?? "") ?? "";
    const overall = withPlans && !charted.has(plan) ? overAllThemes(history, byPlan.get(plan) ?? []) : [];
    charted.add(plan);
    return [...overall, ...split(contentOf(history))];
  });
}

/** All of a history in one chart. */
export function contentOf(history: PlanHistory): ChartContent {
  const periods = history.periods.map(({ label, late_rows, undated_rows }, at): ChartPeriod => {
    const counts = zeroCounts();
    for (const { cells } of history.tracks) {
      const cell = cells[at];
      if (cell) counts[cell.rag ?? "unreadable"] += 1;
    }
    return { label, counts, lateRows: late_rows, undatedRows: undated_rows };
  });
  const strips = history.tracks.map(({ number, title, cells }) => ({
    ...{ number, title },
    cells: cells.map((cell) => (cell === null ? null : (cell.rag ?? "unreadable"))),
  }));
  return { name: historyName(history), part: "", periods, strips };
}

/** Nothing for a plan with one theme, and for two plans of the same name, whose reports would be added up. */
function overAllThemes(history: PlanHistory, reports: readonly Report[]): ChartContent[] {
  const placed = reports.filter((report) => periodOf(report) !== null);
  const themes = new Set(placed.map(({ theme_id }) => theme_id));
  const places = new Set(placed.map((report) => `${report.theme_id}/${periodOf(report)}`));
  if (themes.size < 2 || places.size < placed.length) return [];
  const byPeriod = groupBy(placed, (report) => periodOf(report) ?? "");
  const periods = [...byPeriod].sort(([a], [b]) => compare(a, b)).map(([, group]) => sumOf(group));
  return split({ name: `${planName(history)}, all ${themes.size} themes`, part: "", periods, strips: [] });
}

const periodOf = ({ period_start, published_month }: Report): string | null => period_start ?? published_month;

function sumOf(reports: readonly Report[]): ChartPeriod {
  const counts = zeroCounts();
  let late: number | null = 0;
  let undatedRows = 0;
  for (const report of reports) {
    const { statuses } = outlineOf(report);
    for (const status of STATUSES_AND_NONE) counts[status] += statuses[status];
    const own = lateRows(report);
    late = late === null || own === null ? null : late + own;
    undatedRows += report.deliverables.filter(({ latest_update }) => latest_update === null).length;
  }
  const label = reports[0] === undefined ? null : periodName(reports[0]);
  return { label: label ?? "", counts, lateRows: late, undatedRows };
}

/** One chart, or several that each have some of the periods and deliverables. */
function split({ name, periods, strips }: ChartContent): ChartContent[] {
  const parts: ChartContent[] = [];
  for (let from = 0; from < periods.length; from += MOST_PERIODS)
    for (let row = 0; row === 0 || row < strips.length; row += MOST_STRIPS) {
      const shown = strips.slice(row, row + MOST_STRIPS);
      const part = [
        periods.length > MOST_PERIODS ? rangeOf("periods", from, MOST_PERIODS, periods.length) : "",
        strips.length > MOST_STRIPS ? rangeOf("deliverables", row, MOST_STRIPS, strips.length) : "",
      ];
      parts.push({
        name,
        part: part.filter((one) => one !== "").join(", "),
        periods: periods.slice(from, from + MOST_PERIODS),
        strips: shown.map((strip) => ({ ...strip, cells: strip.cells.slice(from, from + MOST_PERIODS) })),
      });
    }
  return parts;
}

const rangeOf = (what: string, from: number, most: number, all: number): string =>
  `${what} ${from + 1} to ${Math.min(from + most, all)} of ${all}`;
