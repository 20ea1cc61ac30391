/** A report's period to its short name in messages and tables: "Q2 2019-20"; null where nothing is known of it. */

/** The first day of the period (ISO), and the month (`YYYY-MM`) of publication; null where unknown. */
export interface DatedReport {
  readonly period_start: string | null;
  readonly published_month: string | null;
}

/** "Q2 2019-20", by the April to March year; else the published month, "2019-09"; null where neither is known. */
export function periodName({ period_start, published_month }: DatedReport): string | null {
  if (period_start === null) return published_month;
  const [year = 0, month = 1] = period_start.split("-").map(Number);
  const quarter = month < 4 ? 4 : Math.floor((month - 1) / 3);
  const first = month < 4 ? year - 1 : year;
  return `Q${quarter} ${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}
