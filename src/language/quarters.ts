/** The days of a quarter of the April to March year. */
import { daysInMonth } from "./dates.js";

export interface Period {
  readonly start: string;
  readonly end: string;
}

/** What a report says of its period. */
export interface StatedPeriod {
  readonly quarter: number | null;
  /** First year of the financial year that the period itself names. */
  readonly periodYear: number | null;
  readonly publishedMonth: string | null;
  readonly planStartYear: number | null;
  readonly planEndYear: number | null;
}

const pad = (value: number): string => String(value).padStart(2, "0");

/**
 * The quarter's first and last day: in the year the period names, else in the financial year of the published month,
 * else in that of a one-year plan; null where nothing says the year. A quarter cannot be reported on before it began:
 * one that would lie behind its own publication ("Quarter 4", April 2023) is that of the year before.
 */
export function periodOf(head: StatedPeriod): Period | null {
  if (head.quarter === null) return null;
  const year = head.periodYear ?? yearOfPublication(head) ?? yearOfPlan(head);
  return year === null ? null : quarterOf(year, head.quarter);
}

function quarterOf(financialYear: number, quarter: number): Period {
  const [year, month] = quarter === 4 ? [financialYear + 1, 1] : [financialYear, 1 + quarter * 3];
  return { start: `${year}-${pad(month)}-01`, end: `${year}-${pad(month + 2)}-${pad(daysInMonth(year, month + 2))}` };
}

function yearOfPublication(head: StatedPeriod): number | null {
  if (head.publishedMonth === null || head.quarter === null) return null;
  const [year, month] = head.publishedMonth.split("-").map(Number);
  if (year === undefined || month === undefined) return null;
  const financialYear = month >= 4 ? year : year - 1;
  return quarterOf(financialYear, head.quarter).start.slice(0, 7) > head.publishedMonth
    ? financialYear - 1
    : financialYear;
}

function yearOfPlan(head: StatedPeriod): number | null {
  const { planStartYear: start, planEndYear: end } = head;
  return start !== null && end !== null && end - start === 1 ? start : null;
}
