/**
 * Dates as British reports print them, day before month: sources of patterns, and a printed date to its ISO form. A
 * date is as precise as printed; one that does not exist (31.11.19) gives null.
 */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?:(?:19|20)\\d{2}|['’]?\\d{2})(?!\\d|[./-]\\d)";

/** Source of a pattern for a month and its year: "December 2019", "Dec '19". */
export const MONTH_YEAR = `${MONTH}[,\\s-]{1,3}${YEAR}`;
const DAY_MONTH = `\\d{1,2}(?:\\s?(?:st|nd|rd|th))?(?:\\s+of)?[\\s-]{0,2}${MONTH}(?:[,\\s-]{0,3}(?:19|20)\\d{2}(?!\\d)|[,\\s-]{1,3}['’]?\\d{2}(?!\\d|:\\d))?`;
const NUMERIC = "\\d{1,2}\\s?([./-])\\s?\\d{1,2}\\s?[./-]\\s?(?:(?:19|20)\\d{2}|\\d{2})(?!\\d|[./]\\d)";
const ISO = "(?:19|20)\\d{2}-\\d{2}(?:-\\d{2})?(?!\\d)";
const NUMERIC_MONTH = "(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}(?!\\d)";

const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";

/** Source of a pattern for any date, without anchors or capturing groups; use it with the flags `iu`. */
export const DATE = `${WEEKDAY}(?:${ISO}|${NUMERIC.replace("([./-])", "[./-]")}|${DAY_MONTH}|${MONTH_YEAR}|${NUMERIC_MONTH})`;

const asIso = /^((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?$/;
const asNumeric = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2,4})$/;
const asNumericMonth = /^(\d{1,2})\/(\d{4})$/;
const asMonthYear = new RegExp(`^(${MONTH})[,\\s-]{1,3}['’]?(\\d{2,4})$`, "i");
const asDayMonth = new RegExp(
  `^(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?:\\s+of)?[\\s-]{0,2}(${MONTH})[,\\s-]{0,3}['’]?(\\d{2,4})?$`,
  "i",
);

const asWeekday = new RegExp(`^${WEEKDAY}`, "i");

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
/** Two-digit years are in the 2000s: no report is older. */
const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const pad = (value: number): string => String(value).padStart(2, "0");

function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

function isoMonth(year: number, month: number): string | null {
  return month < 1 || month > 12 ? null : `${year}-${pad(month)}`;
}

/** A printed date: its ISO form, null where no such date exists, and whether a year is printed. */
export interface ReadDate {
  readonly iso: string | null;
  readonly yearPrinted: boolean;
}

/** Reads one printed date; `printed` is a whole match of DATE. */
export function readDate(printed: string): ReadDate {
  const text = printed.trim().replace(asWeekday, "");
  const iso = asIso.exec(text);
  if (iso?.[1] !== undefined && iso[2] !== undefined) {
    const [year, month] = [Number(iso[1]), Number(iso[2])];
    return {
      iso: iso[3] === undefined ? isoMonth(year, month) : isoDay(year, month, Number(iso[3])),
      yearPrinted: true,
    };
  }
  const numeric = asNumeric.exec(text);
  if (numeric?.[3] !== undefined)
    return { iso: isoDay(yearOf(numeric[3]), Number(numeric[2]), Number(numeric[1])), yearPrinted: true };
  const numericMonth = asNumericMonth.exec(text);
  if (numericMonth !== null)
    return { iso: isoMonth(Number(numericMonth[2]), Number(numericMonth[1])), yearPrinted: true };
  const dayMonth = asDayMonth.exec(text);
  if (dayMonth?.[2] !== undefined) {
    if (dayMonth[3] === undefined) return { iso: null, yearPrinted: false };
    return { iso: isoDay(yearOf(dayMonth[3]), monthOf(dayMonth[2]), Number(dayMonth[1])), yearPrinted: true };
  }
  const monthYear = asMonthYear.exec(text);
  if (monthYear?.[1] !== undefined && monthYear[2] !== undefined)
    return { iso: isoMonth(yearOf(monthYear[2]), monthOf(monthYear[1])), yearPrinted: true };
  return { iso: null, yearPrinted: false };
}

/** Orders two ISO dates of any precision: -1, 0 or 1; a month is equal to each of its days. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}
