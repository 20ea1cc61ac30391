/** In: a report. Out: the digest that tracking keeps of it: names, numbers, titles, statuses, and sketches of its updates. */
import type { ReportDigest, RowDigest } from "../model/series.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { Source } from "../schema/values.js";
import { sketchOf } from "./sketch.js";

export function digestOf(report: Report): ReportDigest {
  const { published_month, period_start } = report;
  return {
    report_id: report.report_id,
    plan: report.plan_id,
    theme: report.theme_id ?? "",
    from: period_start ?? published_month,
    period_start,
    period_end: report.period_end,
    published_month,
    version: report.version,
    overall_rating: report.overall_rating,
    coverage: report.coverage,
    mayLackRows: report.rows_max !== report.deliverable_count,
    rows: report.deliverables.map(rowDigest),
    ...placeOf(report),
  };
}

function rowDigest(row: Deliverable): RowDigest {
  return {
    deliverable_id: row.deliverable_id,
    number: row.number,
    title: row.title,
    organisations: row.organisations,
    rag: row.rag,
    updates: row.updates.map((update) => ({ date: update.date, ...sketchOf(update.text), ...placeOf(update) })),
    ...placeOf(row),
  };
}

function placeOf({ source_file, page, line_first, line_last, bbox }: Source): Source {
  return { source_file, page, line_first, line_last, bbox };
}
