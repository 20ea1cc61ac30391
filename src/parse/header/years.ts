/** A plan's years as printed: "2018-21", "2019 to 2022", "2021/22 – 2024/25", "(2019)". In: the match. Out: first and last. */

const MONTH =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)";
const FROM = `(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?<month>${MONTH})\\s+)?(?<from>(?:19|20)\\d{2})(?!\\d)`;
/** A whole last year, alone or in a financial year; the first may be a financial year then. */
const LAST = `(?:\\s?/\\s?\\d{2})?\\s?(?:[-–—/]|to|until)\\s?(?:${MONTH}\\s+)?(?<to>(?:19|20)\\d{2})(?!\\d)(?:\\s?/\\s?(?<toEnd>\\d{2})(?!\\d))?`;
const SHORT = "\\s?(?:[-–—/]|to)\\s?(?<short>\\d{2})(?!\\d)";

/** Source of a pattern with the groups that `readYears` takes; use it with the flags `iu`. */
export const YEARS = `${FROM}(?:${LAST}|${SHORT})?`;

const YEAR = /(?:19|20)\d{2}/;

/** Whether a text may match `YEARS` at all: a cheap look before the long patterns are tried. */
export function holdsYear(text: string): boolean {
  return YEAR.test(text);
}

/** Longest plan that is believed, in years: longer spans are dates or references that look like years. */
const LONGEST_PLAN = 20;

export interface Years {
  readonly start: number;
  /** Null where the print breaks off in it: "2021-2". */
  readonly end: number | null;
}

const inCenturyOf = (start: number, digits: string): number => {
  if (digits.length === 4) return Number(digits);
  const end = Math.floor(start / 100) * 100 + Number(digits);
  return end < start ? end + 100 : end;
};

/**
 * The years of a match of `YEARS`, or null where they do not follow one another ("2018-05"), or where a month alone is
 * printed: "March 2019" says when a report was made, not which years its plan is for.
 */
export function readYears(groups: Readonly<Record<string, string | undefined>> | undefined): Years | null {
  const from = groups?.from;
  if (from === undefined) return null;
  const start = Number(from);
  const last = groups?.to ?? groups?.short;
  if (groups?.month !== undefined && last === undefined) return null;
  const closing = last === undefined ? start : inCenturyOf(start, last);
  const end = groups?.toEnd === undefined ? closing : inCenturyOf(closing, groups.toEnd);
  return end < start || end - start > LONGEST_PLAN ? null : { start, end };
}

/** The one month of a match of `YEARS`, "March 2019" of "31 March 2019"; null where the match is of years. */
export function singleMonth(groups: Readonly<Record<string, string | undefined>> | undefined): string | null {
  const { month, from, to, short } = groups ?? {};
  return month === undefined || from === undefined || (to ?? short) !== undefined ? null : `${month} ${from}`;
}

const ALONE = new RegExp(`^[(\\[]?\\s*${YEARS}\\s*[)\\]]?$`, "iu");

/** The years of a line that holds nothing else. */
export function yearsOnly(line: string): Years | null {
  return line.length > 40 || !holdsYear(line) ? null : readYears(ALONE.exec(line)?.groups);
}
