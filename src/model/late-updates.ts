/**
 * Rows whose updates are late. In: a row's dated updates and the first day of the report's period. Out: the latest date where all are from
 * before the period. Dates are ISO, as precise as printed; two dates are compared at the precision of the less precise one.
 */

interface Dated {
  readonly date: string | null;
}

/** Null for a row with an update from the period or later, and for one without any dated update. */
export function latestBefore(updates: readonly Dated[], periodStart: string): string | null {
  let latest: string | null = null;
  for (const { date } of updates) {
    if (date === null) continue;
    if (!isBefore(date, periodStart)) return null;
    if (latest === null || date > latest) latest = date;
  }
  return latest;
}

/** Whether `date` is before `limit`, at the precision of `date`: 2019-10 is not before 2019-10-15. */
const isBefore = (date: string, limit: string): boolean => date < limit.slice(0, date.length);
