/** Reports, one at a time, to the rows of the analysis tables. Memory holds a few figures for each plan and period. */
import type { ReportOutline } from "../model/outline.js";
import { RAGS, STATUSES_AND_NONE, type StatusOrNone, zeroCounts } from "../schema/statuses.js";
import type { Row } from "./columns.js";

interface PlanFigures {
  readonly plan_id: string;
  readonly period_start: string;
  report_count: number;
  readonly statuses: Record<StatusOrNone, number>;
}

/** One row for each status that a report's rows have or that it states; none for a report that a later version replaces. */
export function statusByPeriod(report: ReportOutline): Row[] {
  if (report.superseded_by !== null) return [];
  const { report_id, plan_id, theme_id, period_start, statuses, stated_counts } = report;
  const total = totalOf(statuses);
  return STATUSES_AND_NONE.flatMap((status) => {
    const rag = status === "unreadable" ? null : status;
    const stated = rag === null ? undefined : stated_counts.find((one) => one.rag === rag);
    const rowCount = statuses[status];
    if (rowCount === 0 && stated === undefined) return [];
    return [
      {
        ...{ report_id, plan_id, theme_id, period_start, rag },
        ...{ row_count: rowCount, row_total: total, row_percent: percentOf(rowCount, total) },
        stated_count: stated?.stated_count ?? null,
        stated_percent: stated?.stated_percent ?? null,
        verdict: stated?.verdict ?? null,
      },
    ];
  });
}

/** Collects the figures of each plan and period, over its themes. */
export class PlanProgress {
  readonly #plans = new Map<string, PlanFigures>();

  add({ superseded_by, plan_id, period_start, statuses }: ReportOutline): void {
    if (superseded_by !== null || plan_id === null || period_start === null) return;
    const key = JSON.stringify([plan_id, period_start]);
    const figures = this.#plans.get(key) ?? { plan_id, period_start, report_count: 0, statuses: zeroCounts() };
    figures.report_count += 1;
    for (const status of STATUSES_AND_NONE) figures.statuses[status] += statuses[status];
    this.#plans.set(key, figures);
  }

  /** By plan, then by period. */
  rows(): Row[] {
    const keys = [...this.#plans.keys()].sort();
    return keys.flatMap((key) => {
      const figures = this.#plans.get(key);
      return figures === undefined ? [] : [progressRow(figures)];
    });
  }
}

function progressRow({ plan_id, period_start, report_count, statuses }: PlanFigures): Row {
  const total = totalOf(statuses);
  return {
    ...{ plan_id, period_start, report_count, row_count: total },
    ...Object.fromEntries(RAGS.map((rag) => [rag.replace("-", "_"), statuses[rag]])),
    unreadable: statuses.unreadable,
    green_percent: percentOf(statuses.green, total),
  };
}

const totalOf = (statuses: Readonly<Record<StatusOrNone, number>>): number =>
  STATUSES_AND_NONE.reduce((sum, status) => sum + statuses[status], 0);

const percentOf = (part: number, total: number): number | null =>
  total === 0 ? null : Math.round((1000 * part) / total) / 10;
