/** A plan's years as printed: "2018-21", "2019 to 2022", "2021/22 – 2024/25", "(2019)". In: the match. Out: first and last. */

const MONTH =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)";
const FROM = `(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?<month>${MONTH})\\s+)?(?<from>(?:19|20)\\d{2})(?!\\d)`;
/** A last year of four digits, also within a financial year; the first year may then be a financial year too. */
const LAST = `(?:\\s?/\\s?\\d{2})?\\s?(?:[-–—/]|to|until)\\s?(?:${MONTH}\\s+)?(?<to>(?:19|20)\\d{2})(?!\\d)(?:\\s?/\\s?(?<toEnd>\\d{2})(?!\\d))?`;
const SHORT = "\\s?(?:[-–—/]|to)\\s?(?<short>\\d{2})(?!\\d)";

/** Source of a pattern with the groups that `readYears` expects; use it with the flags `iu`. */
export const YEARS = `${FROM}(?:${LAST}|${SHORT})?`;

const YEAR = /(?:19|20)\d{2}/;

/** Whether a text may match `YEARS` at all: a cheap test before the long patterns. */
export function holdsYear(text: string): boolean {
  return YEAR.test(text);
}

/** Longest plan that is accepted, in years: longer spans are dates or references that look like years. */
const LONGEST_PLAN = 20;

export interface Years {
  readonly start: number;
  /** Null where the print cuts it off: "2021-2". */
  readonly end: number | null;
}

const inCenturyOf = (start: number, digits: string): number => {
  if (digits.length === 4) return Number(digits);
  const end = Math.floor(start / 100) * 100 + Number(digits);
  return end < start ? end + 100 : end;
};

/**
 * The years of a match of `YEARS`; null where they are no span ("2018-05"), or where only a month is printed: "March 2019"
 * is the date of a report, not the years of its plan.
 */
export function readYears(groups: Readonly<Record<string, string | undefined>> | undefined): Years | null {
  const from = groups?.from;
  if (from === undefined) return null;
  const start = Number(from);
  const last = groups?.to ?? groups?.short;
  if (groups?.month !== undefined && last === undefined) return null;
  const lastYear = last === undefined ? start : inCenturyOf(start, last);
  const end = groups?.toEnd === undefined ? lastYear : inCenturyOf(lastYear, groups.toEnd);
  return end < start || end - start > LONGEST_PLAN ? null : { start, end };
}

/** The month of a match of `YEARS` that is a single date, "March 2019" in "31 March 2019"; null where it is a span of years. */
export function singleMonth(groups: Readonly<Record<string, string | undefined>> | undefined): string | null {
  const { month, from, to, short } = groups ?? {};
  return month === undefined || from === undefined || (to ?? short) !== undefined ? null : `${month} ${from}`;
}

const YEARS_ONLY = new RegExp(`^[(\\[]?\\s*${YEARS}\\s*[)\\]]?$`, "iu");

/** The years of a line that holds nothing else; null for any other line. */
export function yearsOnly(line: string): Years | null {
  return line.length > 40 || !holdsYear(line) ? null : readYears(YEARS_ONLY.exec(line)?.groups);
}
