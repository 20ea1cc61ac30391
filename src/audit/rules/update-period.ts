/**
 * In: the dates of updates and the report's period. Out: updates dated after the report, and rows without an update from its
 * quarter or later. Dates are ISO, as precise as printed; two dates are compared at the precision of the less precise one.
 */
import { latestBefore } from "../../model/late-updates.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW, FIGURES_AS_TEXT, PERIOD_OR_MONTH, QUARTER } from "../needs.js";
import { countOf, rowName } from "../phrases.js";
import type { AuditView } from "../view.js";

const DAY_MS = 86_400_000;
const MONTH_LENGTH = "2019-12".length;

/** Whole days from an ISO day to the first day of a date. */
function daysAfter(date: string, day: string): number {
  return (Date.parse(date) - Date.parse(day)) / DAY_MS;
}

interface FutureFact extends RowFact {
  readonly date: string;
  /** By how much it is after the report, in words. */
  readonly lateness: string;
}

/** By how much an update is dated after the report, in words; null if it is not, or the report has no dates to compare. */
function findLateness(date: string, { report, settings }: AuditView): string | null {
  const { published_month, period_end } = report;
  if (published_month !== null) {
    const late = published_month.slice(0, date.length) < date.slice(0, MONTH_LENGTH);
    return late ? `after the month in which the report was published, ${published_month}` : null;
  }
  if (period_end === null || date <= period_end) return null;
  const days = daysAfter(date, period_end);
  return days > settings.future_days ? `${countOf(days, "day")} after the quarter ended on ${period_end}` : null;
}

export const updateDateFuture = defineRule<FutureFact>({
  id: "update-date-future",
  severity: "warning",
  title: "An update is dated after the report",
  needs: [A_ROW, PERIOD_OR_MONTH, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The update has a date after the month in which the report was published or, if that month is not known, long after the report's quarter.",
    importance: "The date is wrong, or the report was changed after it was published.",
    remedy: "Look for a wrong year or month, and compare with the previous and the next report.",
  },
  passing: example({ rows: [{ updates: [{ date: "2020-01-15" }] }], published: "2020-01" }),
  failing: example({ rows: [{ updates: [{ date: "2020-11-15" }] }], published: "2020-01" }),
  find: (view) => {
    const { published_month, period_end } = view.report;
    const expected = published_month ?? period_end ?? "";
    const facts: FutureFact[] = [];
    for (const row of view.rows) {
      for (const { date } of row.updates) {
        const lateness = date === null ? null : findLateness(date, view);
        if (date === null || lateness === null) continue;
        facts.push({ ...rowFact(row, { expected, actual: date }), date, lateness });
      }
    }
    return facts;
  },
  message: ({ row, date, lateness }) => `${rowName(row)} has an update dated ${date}, ${lateness}.`,
});

interface StaleFact extends RowFact {
  readonly latest: string;
  readonly periodStart: string;
}

export const updateStale = defineRule<StaleFact>({
  id: "update-stale",
  severity: "warning",
  title: "A row has no update from the reporting quarter",
  needs: [A_ROW, QUARTER, FIGURES_AS_TEXT],
  explanation: {
    meaning: "The latest dated update of the row is from before the quarter that the report is about.",
    importance: "The status is for this quarter, but none of the row's text is.",
    remedy: "Ask what was done in the quarter, or treat the status as dating from the latest update.",
  },
  passing: example({
    rows: [{ updates: [{ date: "2019-10" }, { date: "2019-06-03" }] }],
    quarter: ["2019-10-01", "2019-12-31"],
  }),
  failing: example({
    rows: [{ updates: [{ date: "2019-09" }, { date: "2019-06-03" }] }],
    quarter: ["2019-10-01", "2019-12-31"],
  }),
  find: ({ report, rows }) => {
    const periodStart = report.period_start;
    if (periodStart === null) return [];
    const facts: StaleFact[] = [];
    for (const row of rows) {
      const latest = latestBefore(row.updates, periodStart);
      if (latest === null) continue;
      facts.push({ ...rowFact(row, { expected: periodStart, actual: latest }), latest, periodStart });
    }
    return facts;
  },
  message: ({ row, latest, periodStart }) =>
    `${rowName(row)} has no update later than ${latest}, but the quarter began on ${periodStart}.`,
});
