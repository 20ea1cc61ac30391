/** Reports, one at a time, to the rows of the analysis tables. Memory holds a few figures for each plan and period. */
import { worstOf } from "../model/count-rows.js";
import type { ReportOutline } from "../model/outline.js";
import { countsOfStatus, nameOfCount } from "../model/shared-status.js";
import type { StatedCount } from "../schema/dataset.js";
import { RAGS, type Rag, STATUSES_AND_NONE, type StatusOrNone, zeroCounts } from "../schema/statuses.js";
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
    const stated = rag === null ? null : statedOf(rag, stated_counts);
    const rowCount = statuses[status];
    if (rowCount === 0 && stated === null) return [];
    return [
      {
        ...{ report_id, plan_id, theme_id, period_start, rag },
        ...{ row_count: rowCount, row_total: total, row_percent: percentOf(rowCount, total) },
        ...(stated ?? { stated_count: null, stated_percent: null, verdict: null }),
      },
    ];
  });
}

type Stated = Pick<StatedCount, "stated_count" | "stated_percent" | "verdict">;

/**
 * What a report states of a status; null for nothing. The counts of a status under several names are added. A figure that is stated
 * twice with different values is null.
 */
function statedOf(rag: Rag, all: readonly StatedCount[]): Stated | null {
  const same = all.filter((one) => one.rag === rag);
  const [first] = same;
  if (first === undefined) return null;
  const names = countsOfStatus(first, all);
  const figureOf = (name: StatedCount, figure: "stated_count" | "stated_percent"): number | null => {
    const [value = null, another] = new Set(
      same.filter((one) => nameOfCount(one) === nameOfCount(name)).flatMap((one) => one[figure] ?? []),
    );
    return another === undefined ? value : null;
  };
  const counts = names.map((name) => figureOf(name, "stated_count"));
  const known = counts.filter((count) => count !== null);
  return {
    stated_count: known.length === counts.length ? known.reduce((sum, count) => sum + count, 0) : null,
    // Shares of several names may be rounded each.
    stated_percent: names.length === 1 ? figureOf(first, "stated_percent") : null,
    verdict: worstOf(same.map(({ verdict }) => verdict)),
  };
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
