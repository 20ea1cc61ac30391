/**
 * Dates as reports print them, day before month unless a document shows otherwise: sources of patterns, and a printed date
 * to its ISO form. A date is as precise as printed; one that does not exist (31.11.19) gives null.
 */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ROMAN_MONTHS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/** Source of a pattern for a month's name or its usual short form. */
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const FULL_YEAR = "(?:19|20)\\d{2}";
const YEAR = `(?:${FULL_YEAR}|['’]?\\d{2})(?!\\d|[./-]\\d)`;
const ORDINAL = "(?:\\s?(?:st|nd|rd|th))?";

/** Source of a pattern for a month and its year: "December 2019", "Dec '19". */
export const MONTH_YEAR = `${MONTH}[,\\s-]{1,3}${YEAR}`;
const DAY_MONTH = `\\d{1,2}${ORDINAL}(?:\\s+of)?[\\s-]{0,2}${MONTH}(?:[,\\s-]{0,3}${FULL_YEAR}(?!\\d)|[,\\s-]{1,3}['’]?\\d{2}(?!\\d|:\\d))?`;
const MONTH_DAY = `${MONTH}\\s+\\d{1,2}${ORDINAL},?\\s+${FULL_YEAR}(?!\\d)`;
/** The time after a date, as spreadsheets and databases write it. */
const TIME = "(?:[T\\s]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,6})?Z?(?![\\d:]))?";
const NUMERIC = `\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(?:${FULL_YEAR}|\\d{2})(?!\\d|[./]\\d)${TIME}`;
const ROMAN = `\\d{1,2}([./-])(?:viii|vii|vi|v|iv|iii|ii|ix|i|xii|xi|x)[./-](?:${FULL_YEAR}|\\d{2})(?!\\d|[./]\\d)`;
const YEAR_FIRST = `${FULL_YEAR}(?:(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})(?!\\d)${TIME}|-\\d{2}(?!\\d))`;
const NUMERIC_MONTH = `(?:0?[1-9]|1[0-2])/${FULL_YEAR}(?!\\d)`;

/** Source of a pattern for a month and its year in two figures each, where the year can be no month: "04/24". */
export const SHORT_MONTH = "(?:0?[1-9]|1[0-2])/(?:1[3-9]|[2-4]\\d)(?![\\d/.-])";

/** A day's name, or the words of a date that stands for its week: "w/c 19 Sep 2022". */
const BEFORE_DAY =
  "(?:(?:\\bw/[ce]|\\bwc|\\bweek\\s+(?:commencing|beginning|ending|of))[\\s:]+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";

/** Source of a pattern for any date, without anchors or capturing groups; use it with the flags `iu`. */
export const DATE = `${BEFORE_DAY}(?:${YEAR_FIRST}|${NUMERIC}|${ROMAN.replace("([./-])", "[./-]")}|${DAY_MONTH}|${MONTH_DAY}|${MONTH_YEAR}|${NUMERIC_MONTH})`;

/** Which of a numeric date's figures is the day; unclear where a document has dates of both orders. */
export type DateOrder = "day-first" | "month-first" | "unclear";

/** A printed date: its ISO form, null where no such date exists, and whether a year is printed. */
export interface ReadDate {
  readonly iso: string | null;
  readonly yearPrinted: boolean;
}

const asBeforeDay = new RegExp(`^${BEFORE_DAY}`, "i");
const asTime = /[T\s]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?Z?$/;
const asYearFirst = /^((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const asNumeric = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{2,4})$/;
const asRoman = /^(\d{1,2})[./-]([ivx]+)[./-](\d{2,4})$/i;
const asNumericMonth = /^(\d{1,2})\/(\d{4})$/;
const asShortMonth = new RegExp(`^${SHORT_MONTH}$`);
const asMonthYear = new RegExp(`^(${MONTH})[,\\s-]{1,3}['’]?(\\d{2,4})$`, "i");
const asMonthDay = new RegExp(`^(${MONTH})\\s+(\\d{1,2})${ORDINAL},?\\s+(\\d{4})$`, "i");
const asDayMonth = new RegExp(
  `^(\\d{1,2})${ORDINAL}(?:\\s+of)?[\\s-]{0,2}(${MONTH})[,\\s-]{0,3}['’]?(\\d{2,4})?$`,
  "i",
);

const monthOf = (name = ""): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
/** Two-digit years are in the 2000s: no report is older. */
const yearOf = (digits = ""): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

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

/** Reads one printed date; `printed` is a whole match of DATE. */
export function readDate(printed: string, order: DateOrder = "day-first"): ReadDate {
  const text = printed.trim().replace(asBeforeDay, "").replace(asTime, "");
  const dayMonth = asDayMonth.exec(text);
  if (dayMonth !== null && dayMonth[3] === undefined) return { iso: null, yearPrinted: false };
  const iso = dayMonth === null ? readFigures(text, order) : readDay(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  return iso === undefined ? readNamed(text) : { iso, yearPrinted: true };
}

const readDay = (year: string | undefined, month: number, day: string | undefined): string | null =>
  isoDay(yearOf(year), month, Number(day));

/** A date all in figures; undefined where the text is none. */
function readFigures(text: string, order: DateOrder): string | null | undefined {
  const numeric = asNumeric.exec(text);
  if (numeric !== null) {
    const [dayFirst, monthFirst] = bothOrders(numeric);
    if (order === "unclear") return dependsOnOrder(text) ? null : (dayFirst ?? monthFirst);
    return order === "day-first" ? dayFirst : monthFirst;
  }
  const year = asYearFirst.exec(text);
  if (year !== null)
    return year[3] === undefined
      ? isoMonth(Number(year[1]), Number(year[2]))
      : readDay(year[1], Number(year[2]), year[3]);
  if (asShortMonth.test(text)) return isoMonth(yearOf(text.slice(-2)), Number.parseInt(text, 10));
  const month = asNumericMonth.exec(text);
  return month === null ? undefined : isoMonth(Number(month[2]), Number(month[1]));
}

/** A date that names its month, by a word or a Roman numeral, other than one whose day is first. */
function readNamed(text: string): ReadDate {
  const roman = asRoman.exec(text);
  if (roman?.[2] !== undefined)
    return { iso: readDay(roman[3], ROMAN_MONTHS.indexOf(roman[2].toLowerCase()) + 1, roman[1]), yearPrinted: true };
  const monthDay = asMonthDay.exec(text);
  if (monthDay !== null) return { iso: readDay(monthDay[3], monthOf(monthDay[1]), monthDay[2]), yearPrinted: true };
  const monthYear = asMonthYear.exec(text);
  if (monthYear !== null) return { iso: isoMonth(yearOf(monthYear[2]), monthOf(monthYear[1])), yearPrinted: true };
  return { iso: null, yearPrinted: false };
}

/** The days that a date in figures is, day first and month first; null where there is no such day. */
function bothOrders([, first, second, year]: RegExpExecArray): [string | null, string | null] {
  return [readDay(year, Number(second), first), readDay(year, Number(first), second)];
}

/** Whether a printed date is another day when its first two figures change places. */
export function dependsOnOrder(printed: string): boolean {
  const numeric = asNumeric.exec(printed.trim().replace(asBeforeDay, "").replace(asTime, ""));
  if (numeric === null) return false;
  const [dayFirst, monthFirst] = bothOrders(numeric);
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
}

/** Whether a printed date with a year is no day of the calendar, in whichever order its figures are. */
export function isNoDay(printed: string): boolean {
  const { iso, yearPrinted } = readDate(printed);
  return yearPrinted && iso === null && readDate(printed, "month-first").iso === null;
}

/** How precise a date in its ISO form is. */
export const DATE_PRECISIONS = ["day", "month"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const precisionOf = (iso: string): DatePrecision => (iso.length > "2019-12".length ? "day" : "month");

/** Orders two ISO dates of any precision: -1, 0 or 1; a month is equal to each of its days. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}
