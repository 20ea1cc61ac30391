/**
 * What a report states of its period to the first and last day of its quarter, in the April to March year; null where
 * the year is unknown.
 */
import { daysInMonth } from "./dates.js";

export interface Period {
  readonly start: string;
  readonly end: string;
}

/** What a report states of its period; null where it states nothing. */
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
 * The first and last day of the quarter: in the year that the period names, else in the financial year of publication,
 * else in that of a one-year plan; null where the year is unknown. A quarter is not reported on before it begins: one
 * that would begin after its own publication ("Quarter 4", April 2023) belongs to the year before.
 */
export function periodOf(stated: StatedPeriod): Period | null {
  if (stated.quarter === null) return null;
  const year = stated.periodYear ?? yearOfPublication(stated) ?? yearOfPlan(stated);
  return year === null ? null : quarterOf(year, stated.quarter);
}

function quarterOf(financialYear: number, quarter: number): Period {
  const [year, month] = quarter === 4 ? [financialYear + 1, 1] : [financialYear, 1 + quarter * 3];
  return { start: `${year}-${pad(month)}-01`, end: `${year}-${pad(month + 2)}-${pad(daysInMonth(year, month + 2))}` };
}

function yearOfPublication({ publishedMonth, quarter }: StatedPeriod): number | null {
  if (publishedMonth === null || quarter === null) return null;
  const [year, month] = publishedMonth.split("-").map(Number);
  if (year === undefined || month === undefined) return null;
  const financialYear = month >= 4 ? year : year - 1;
  return quarterOf(financialYear, quarter).start.slice(0, 7) > publishedMonth ? financialYear - 1 : financialYear;
}

function yearOfPlan({ planStartYear: start, planEndYear: end }: StatedPeriod): number | null {
  return start !== null && end !== null && end - start === 1 ? start : null;
}
