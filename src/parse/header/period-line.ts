/** Theme and period that a head line states: "STRATEGIC THEME 2 UPDATE - QRT 1 UPDATE (May 2018)", "Q3 2017/18". */
import { MONTH_YEAR, readDate } from "../../language/dates.js";
import { endsWithAny } from "../../language/sentences.js";
import { anyOf } from "../../language/words.js";
import type { PrintedHeader } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { LONGEST_LINE } from "./plan-title.js";

const ORDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ORDINALS.map((word, at) => [word, at + 1] as const),
  ...ROMAN.map((word, at) => [word.toLowerCase(), at + 1] as const),
  ...["first", "second", "third", "fourth"].map((word, at) => [word, at + 1] as const),
  ...["1st", "2nd", "3rd", "4th"].map((word, at) => [word, at + 1] as const),
]);
const numberOf = (printed: string): number => NUMBERS.get(printed.toLowerCase()) ?? Number(printed);

/** Months that end a quarter of the April to March year, and those that begin it, by the quarter's number. */
const LAST_MONTHS = ["jun", "sep", "dec", "mar"];
const FIRST_MONTHS = ["apr", "jul", "oct", "jan"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const FINANCIAL_YEAR = /^[\s,:()–—-]{0,6}(?:of\s+|update\s+)?((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})(?!\d)/;

/** A section's heading is short, in characters. */
const LONGEST_SECTION = 100;

/** What a line states, and the words that state it. */
export interface PeriodLine {
  readonly fields: Partial<PrintedHeader>;
  readonly printed: Readonly<Partial<Record<keyof PrintedHeader, string>>>;
}

export interface PeriodReader {
  /** What the line states of theme and period; null where it states neither. */
  read(line: string): PeriodLine | null;
  /** Whether a line between two rows heads a section of them: "Outcome B: Cleaner streets". */
  isSection(line: string): boolean;
}

class Found {
  readonly fields: Partial<PrintedHeader> = {};
  readonly printed: Partial<Record<keyof PrintedHeader, string>> = {};

  set<K extends keyof PrintedHeader>(field: K, value: PrintedHeader[K], printed: string): void {
    this.fields[field] = value;
    this.printed[field] = printed;
  }
}

export function periodReader(profile: Profile): PeriodReader {
  const theme = new RegExp(
    `\\b(?:${anyOf(profile.head.theme)})\\s+(?:no\\.?\\s*|number\\s+)?(\\d{1,2}|${ORDINALS.join("|")}|${ROMAN.join("|")})\\b(?:\\s*[:–—-]\\s*|\\s*\\.\\s+|\\s*\\.?$|(?=\\s))`,
    "iu",
  );
  const quarterWords = anyOf(profile.head.quarter.filter((word) => word.length > 1));
  const quarter = new RegExp(
    `(?:\\b(?:${quarterWords})\\.?\\s*([1-4]|one|two|three|four)\\b|\\bQ\\s?([1-4])\\b|\\b(first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:quarter|qtr|qrt)\\b)`,
    "giu",
  );
  const ended = new RegExp(
    `\\b(?:quarter|qtr|period|3 months|three months)\\s+(?:end(?:ed|ing)?|to)\\s+(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${MONTH}\\s+((?:19|20)\\d{2})`,
    "iu",
  );
  const months = new RegExp(
    `\\b${MONTH}(?:\\s+((?:19|20)\\d{2}))?\\s*(?:[-–—]|to)\\s*${MONTH}\\s+((?:19|20)\\d{2})`,
    "iu",
  );
  const monthYear = new RegExp(
    `(?:^|[\\s(,:–—-])(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${MONTH_YEAR})(?=$|[\\s),.;:])`,
    "iu",
  );
  /** A theme's word, a quarter's, or the year of the months that make a quarter: every line that states a period has one. */
  const anySign = new RegExp(
    `${anyOf(profile.head.theme)}|${quarterWords}|\\bQ\\s?[1-4]|quarter|qtr|qrt|(?:19|20)\\d{2}`,
    "iu",
  );
  const version = /[\s,;–—-]+[([]?(final|draft(?:\s+v?\d+(?:\.\d+)*)?|v\.?\s?\d+(?:\.\d+)*)[)\]]?$/i;

  const readTheme = (line: string, found: Found): void => {
    const match = theme.exec(line);
    // Roman numerals are capitals: "Priority i" heads a list item.
    if (match?.[1] === undefined || /^[ivx]+$/.test(match[1])) return;
    found.set("themeNumber", numberOf(match[1]), match[1]);
    const tail = line.slice(match.index + match[0].length).trim();
    // "THEME 2: HELPING VICTIMS" names the theme; "STRATEGIC THEME 2 UPDATE - QRT 1" reports on it.
    if (!/[:–—.-]\s*$/.test(match[0])) return;
    const title = line.search(quarter) < 0 ? tail : beforePeriod(tail);
    if (title !== "" && !/^(?:update|progress|report|monitoring|performance)\b/i.test(title))
      found.set("themeTitle", title, title);
  };

  /** "SAFER STREETS UPDATE - QRT 1": the title before a period that a sign sets apart; empty where none does. */
  const beforePeriod = (text: string): string => {
    const at = text.search(quarter);
    const title = at < 0 ? "" : (/^(\p{Lu}.*?)\s*[,:;(|–—-]\s*$/u.exec(text.slice(0, at))?.[1] ?? "");
    return title.replace(/\s+(?:(?:progress|quarterly)\s+)?(?:update|report)$/i, "");
  };

  const readQuarter = (line: string, found: Found): void => {
    const matches = [...line.matchAll(quarter)];
    const [match] = matches;
    const number = (each: RegExpMatchArray): number => numberOf(each[1] ?? each[2] ?? each[3] ?? "");
    if (match === undefined) {
      readMonths(line, found);
      return;
    }
    // Two quarters in one line leave open which of them is reported on.
    if (matches.some((each) => number(each) !== number(match))) return;
    const behind = FINANCIAL_YEAR.exec(line.slice(match.index + match[0].length));
    const label = `${match[0]}${behind?.[0] ?? ""}`.replace(/[\s,(–—-]+$/u, "").trim();
    found.set("quarter", number(match), match[0]);
    found.set("periodLabel", label, label);
    const start = Number(behind?.[1]);
    if (behind?.[2] !== undefined && Number(behind[2]) % 100 === (start + 1) % 100)
      found.set("periodYear", start, behind[0]);
  };

  const readMonths = (line: string, found: Found): void => {
    const end = ended.exec(line);
    const span = end === null ? months.exec(line) : null;
    const last = LAST_MONTHS.indexOf((end?.[1] ?? span?.[3] ?? "").toLowerCase());
    const label = end?.[0] ?? span?.[0];
    if (last < 0 || label === undefined) return;
    if (span !== null && FIRST_MONTHS.indexOf((span[1] ?? "").toLowerCase()) !== last) return;
    if (span?.[2] !== undefined && span[2] !== span[4]) return;
    const year = Number(end?.[2] ?? span?.[4]);
    found.set("quarter", last + 1, label);
    found.set("periodLabel", label, label);
    found.set("periodYear", last === 3 ? year - 1 : year, label);
  };

  const section = new RegExp(
    `^(?:${anyOf(profile.head.theme)})\\s+(?:[A-Z]|\\d{1,2})(?:\\s*[:–—-]\\s+\\p{Lu}|$)`,
    "iu",
  );

  return {
    isSection: (line) => line.length <= LONGEST_SECTION && /^\p{Lu}.*[^.;]$/u.test(line) && section.test(line),
    read(line) {
      if (line.length > LONGEST_LINE || !/^[([]?[\p{Lu}\d]/u.test(line) || !anySign.test(line)) return null;
      // A sentence is about the period only where it speaks of the report.
      if (endsWithAny(line, ".;") && !/\b(?:report|covers|covering|period|progress|update)\b/i.test(line)) return null;
      const found = new Found();
      readTheme(line, found);
      if (found.fields.themeTitle !== undefined && line.search(quarter) < 0) return found;
      readQuarter(line, found);
      if (found.fields.themeNumber === undefined && found.fields.quarter === undefined) return null;
      // Months that say the period are not the month of publication.
      const saysMonths = found.fields.periodLabel !== undefined && line.search(quarter) < 0;
      const month = saysMonths ? undefined : monthYear.exec(line)?.[1];
      if (month !== undefined) found.set("publishedMonth", readDate(month).iso, month);
      const issue = version.exec(line)?.[1];
      if (issue !== undefined) found.set("version", issue, issue);
      return found;
    },
  };
}
