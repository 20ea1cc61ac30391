/** In: a report. Out: the digest that tracking keeps of it: names, numbers, titles, statuses, and sketches of its updates. */
import { plainForm } from "../language/words.js";
import type { ReportDigest, RowDigest } from "../model/series.js";
import type { Deliverable, Report } from "../schema/dataset.js";
import type { Source } from "../schema/values.js";
import { sketchOf } from "./sketch.js";

export function digestOf(report: Report): ReportDigest {
  const { published_month, period_start } = report;
  return {
    report_id: report.report_id,
    plan: planOf(report),
    theme: themeOf(report),
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

/** Key of a plan: name and years, so "Plan (2018-21)" and "Plan (2021-24)" are two plans; null if the name was not read. */
export function planOf(report: Pick<Report, "plan_title" | "plan_start_year" | "plan_end_year">): string | null {
  const name = plainForm(report.plan_title ?? "");
  return name === "" ? null : `${name} ${report.plan_start_year ?? ""}-${report.plan_end_year ?? ""}`;
}

/** Key of a theme: its number, as titles change, else its title; empty for a plan without themes. */
export function themeOf(report: Pick<Report, "theme_number" | "theme_title">): string {
  return report.theme_number === null ? plainForm(report.theme_title ?? "") : String(report.theme_number);
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
