/**
 * The quarter that a header line states: "QRT 1", "Q3 2017/18", "quarter ended 30 June 2018", "April - June 2018". In: the
 * line. Out: quarter, its label as printed and the first year of its financial year; nothing where two quarters are named.
 */
import { anyOf } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { numberOf } from "./number-words.js";
import type { StatedFields } from "./stated-fields.js";

/** Months that end a quarter of the April to March year, and those that begin it, by the quarter's number. */
const LAST_MONTHS = ["jun", "sep", "dec", "mar"];
const FIRST_MONTHS = ["apr", "jul", "oct", "jan"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const FINANCIAL_YEAR = /^[\s,:()–—-]{0,6}(?:of\s+|update\s+)?((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})(?!\d)/;
const YEAR = /(?:19|20)\d{2}/;
const PERIOD_ENDED = new RegExp(
  `\\b(?:quarter|qtr|period|3 months|three months)\\s+(?:end(?:ed|ing)?|to)\\s+(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}\\s+((?:19|20)\\d{2})`,
  "iu",
);
const MONTHS = new RegExp(
  `\\b${MONTH}(?:\\s+((?:19|20)\\d{2}))?\\s*(?:[-–—]|to)\\s*${MONTH}\\s+((?:19|20)\\d{2})`,
  "iu",
);

/** The profile's words for a quarter of more than one letter. */
export const quarterWords = (profile: Profile): string => anyOf(profile.head.quarter.filter((word) => word.length > 1));

export interface QuarterReader {
  /** Index of the first numbered quarter in a text ("Q3"); -1 where there is none. */
  find(text: string): number;
  read(line: string, stated: StatedFields): void;
}

export function quarterReader(profile: Profile): QuarterReader {
  const words = profile.head.quarter.filter((word) => word.length > 1);
  // A quick test that most lines fail: nearly all words for a quarter have this letter.
  const letter = words.every((word) => /q/i.test(word)) ? /q/i : /(?:)/;
  const quarter = new RegExp(
    `(?:\\b(?:${quarterWords(profile)})\\.?\\s*([1-4]|one|two|three|four)\\b|\\bQ\\s?([1-4])\\b|\\b(first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:quarter|qtr|qrt)\\b)`,
    "giu",
  );
  return {
    find: (text) => (letter.test(text) ? text.search(quarter) : -1),
    read(line, stated) {
      const [match, ...others] = letter.test(line) ? line.matchAll(quarter) : [];
      if (match === undefined) readMonths(line, stated);
      // Two quarters in one line do not show which of them is reported on.
      else if (others.every((other) => quarterOf(other) === quarterOf(match))) readQuarter(line, match, stated);
    },
  };
}

const quarterOf = (match: RegExpMatchArray): number => numberOf(match[1] ?? match[2] ?? match[3] ?? "");

function readQuarter(line: string, match: RegExpExecArray, stated: StatedFields): void {
  const year = FINANCIAL_YEAR.exec(line.slice(match.index + match[0].length));
  const label = `${match[0]}${year?.[0] ?? ""}`.replace(/[\s,(–—-]+$/u, "").trim();
  stated.set("quarter", quarterOf(match), match[0]);
  stated.set("periodLabel", label, label);
  const start = Number(year?.[1]);
  if (year?.[2] !== undefined && Number(year[2]) % 100 === (start + 1) % 100) stated.set("periodYear", start, year[0]);
}

/** A quarter that only its months name. */
function readMonths(line: string, stated: StatedFields): void {
  if (!YEAR.test(line)) return;
  const ended = PERIOD_ENDED.exec(line);
  if (ended !== null) {
    setQuarter(stated, ended[1], ended[2], ended[0]);
    return;
  }
  const span = MONTHS.exec(line);
  if (span === null) return;
  const [label, first = "", firstYear, last, lastYear] = span;
  const beginsQuarter = FIRST_MONTHS.indexOf(first.toLowerCase()) === quarterEndingIn(last);
  if (beginsQuarter && (firstYear === undefined || firstYear === lastYear)) setQuarter(stated, last, lastYear, label);
}

/** Index of the quarter that ends in a month, from 0; -1 where none does. */
const quarterEndingIn = (month = ""): number => LAST_MONTHS.indexOf(month.toLowerCase());

function setQuarter(
  stated: StatedFields,
  lastMonth: string | undefined,
  printedYear: string | undefined,
  label: string,
): void {
  const index = quarterEndingIn(lastMonth);
  if (index < 0) return;
  const year = Number(printedYear);
  stated.set("quarter", index + 1, label);
  stated.set("periodLabel", label, label);
  stated.set("periodYear", index === 3 ? year - 1 : year, label);
}
