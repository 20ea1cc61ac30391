/**
 * What a heading says besides its role: the time that its cells are about, and whether that is now. In: the heading. Out:
 * "RAG Q2 2021/22" is quarter 2, "Previous RAG" is another time, "Overall RAG" is what counts.
 */
import { MONTH_YEAR, readDate } from "../../language/dates.js";
import { onOneLine } from "../../language/spaces.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { ColumnPeriod, Qualifier } from "./column.js";

/** A year, or two that it is part of, with or without the century: "2023", "2023/24", "23/24", "'23". */
const YEARS = "(?:(?:19|20)\\d{2}(?:\\s?[/–-]\\s?\\d{2,4})?|\\d{2}\\s?[/–-]\\s?\\d{2}(?!\\d)|['’]\\d{2}(?!\\d))";
/** A year may be before a quarter or a season, or after it. */
const dated = (period: string): RegExp =>
  new RegExp(`(?:(?<![\\d/])${YEARS}\\s*,?\\s*)?\\b${period}(?:\\s*,?\\s*${YEARS})?`, "i");
const QUARTER = dated("(?:(?:q|qtr|qrt|quarter)\\.?\\s?([1-4])|([1-4])(?:st|nd|rd|th)\\s+(?:q|qtr|quarter))\\b");
const SEASON = dated("(?:autumn|spring|summer|winter|michaelmas|lent|trinity)(?:\\s+term)?\\b");
const DATED = new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH_YEAR}`, "i");
const MONTH_ONLY =
  /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\b/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = /\b(?:19|20)\d{2}(?:\s?[/–-]\s?\d{2,4})?\b/;
const CURRENT =
  /\b(?:current|currently|latest|now|present|overall|this|today|new|revised|updated|end of (?:quarter|period|year))\b/i;
const ANOTHER =
  /\b(?:previous|prev|previously|prior|last|former|original|initial|initially|baseline|start|starting|old|target|forecast|expected|projected|predicted|planned|next|future|risk|inherent|residual|time|cost|budget|financial|finance|resources?|quality|scope|benefits?|schedule|direction|trend|travel)\b/i;

/** A line break within a word, as narrow columns have them: "Sprin⏎g". */
const WITHIN_WORD = /(?<=\p{L})\s{0,9}\n\s{0,9}(?=\p{Ll})/gu;

export const periodOfHeading = (heading: string): ColumnPeriod | null =>
  periodIn(onOneLine(heading).trim()) ?? periodIn(onOneLine(heading.replace(WITHIN_WORD, "")).trim());

function periodIn(line: string): ColumnPeriod | null {
  const quarter = QUARTER.exec(line);
  if (quarter !== null) return { label: quarter[0].trim(), quarter: Number(quarter[1] ?? quarter[2]), month: null };
  const dated = DATED.exec(line);
  if (dated !== null) {
    const { iso } = readDate(dated[0].trim());
    return { label: dated[0].trim(), quarter: null, month: iso?.slice(0, 7) ?? null };
  }
  const season = SEASON.exec(line);
  if (season !== null) return { label: season[0], quarter: null, month: null };
  const month = MONTH_ONLY.exec(line);
  if (month?.[1] !== undefined && (isWholeDate(line) || line.split(" ").length <= 3)) {
    const at = MONTHS.indexOf(month[1].slice(0, 3).toLowerCase()) + 1;
    return { label: month[0], quarter: null, month: String(at).padStart(2, "0") };
  }
  const year = YEAR.exec(line);
  return year === null ? null : { label: year[0], quarter: null, month: null };
}

export function qualifierOf(heading: string): Qualifier {
  const line = onOneLine(heading).replace(/\([^)]*\)|\([^)]*$/g, " ");
  // "This quarter" is now, "last quarter" is not; "Current forecast" is no status of today.
  if (ANOTHER.test(line)) return "other";
  return CURRENT.test(line) ? "current" : null;
}
