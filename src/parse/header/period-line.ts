/**
 * Theme and period that a header line states: "STRATEGIC THEME 2 UPDATE - QRT 1 UPDATE (May 2018)", "Q3 2017/18". In: the
 * line. Out: the fields it states, with their words; null where it states neither theme nor quarter, or is a sentence about
 * something else.
 */
import { MONTH_YEAR, readDate } from "../../language/dates.js";
import { endsWithAny } from "../../language/sentences.js";
import { anyOf } from "../../language/words.js";
import type { PrintedHeader } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { LONGEST_LINE } from "./plan-title.js";
import { quarterReader, quarterWords } from "./quarter-line.js";
import { StatedFields } from "./stated-fields.js";
import { themeReader } from "./theme-line.js";

/** Longest heading of a section, in characters. */
const LONGEST_SECTION = 100;
const VERSION = /[\s,;–—-]+[([]?(final|draft(?:\s+v?\d+(?:\.\d+)*)?|v\.?\s?\d+(?:\.\d+)*)[)\]]?$/i;
const MONTH_AND_YEAR = new RegExp(
  `(?:^|[\\s(,:–—-])(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${MONTH_YEAR})(?=$|[\\s),.;:])`,
  "iu",
);

/** "October to December 2023": the months of a period, and none of publication. */
const MONTHS = new RegExp(
  `\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?(?:\\s+\\d{4})?\\s*(?:[-–—]|to|until)\\s*${MONTH_YEAR}`,
  "giu",
);

/** What a line states, and the words that state it. */
export interface PeriodLine {
  readonly fields: Partial<PrintedHeader>;
  readonly printed: Readonly<Partial<Record<keyof PrintedHeader, string>>>;
}

export interface PeriodReader {
  /** What the line states of theme and period; null where it states neither. */
  read(line: string): PeriodLine | null;
  /** Whether a line between two rows is the heading of a section of them: "Outcome B: Cleaner streets". */
  isSection(line: string): boolean;
}

export function periodReader(profile: Profile): PeriodReader {
  const themeWords = anyOf(profile.head.theme);
  const quarter = quarterReader(profile);
  const readTheme = themeReader(profile, quarter);
  // Every line that states a period has a word for a theme or a quarter, or the year of the months that make a quarter.
  const anySign = new RegExp(
    `${themeWords}|${quarterWords(profile)}|\\bQ\\s?[1-4]|quarter|qtr|qrt|(?:19|20)\\d{2}`,
    "iu",
  );
  const section = new RegExp(`^(?:${themeWords})\\s+(?:[A-Z]|\\d{1,2})(?:\\s*[:–—-]\\s+\\p{Lu}|$)`, "iu");

  const mayStatePeriod = (line: string): boolean => {
    if (line.length > LONGEST_LINE || !/^[([]?[\p{Lu}\d]/u.test(line) || !anySign.test(line)) return false;
    // A sentence is about the period only where it is about the report.
    return !endsWithAny(line, ".;") || /\b(?:report|covers|covering|period|progress|update)\b/i.test(line);
  };

  return {
    isSection: (line) => line.length <= LONGEST_SECTION && /^\p{Lu}.*[^.;]$/u.test(line) && section.test(line),
    read(line) {
      if (!mayStatePeriod(line)) return null;
      const stated = new StatedFields();
      const hasQuarter = quarter.find(line) >= 0;
      readTheme(line, stated);
      if (stated.fields.themeTitle !== undefined && !hasQuarter) return stated;
      quarter.read(line, stated);
      if (stated.fields.themeNumber === undefined && stated.fields.quarter === undefined) return null;
      // Months that name the period are not the month of publication.
      const namesMonths = stated.fields.periodLabel !== undefined && !hasQuarter;
      const month = namesMonths ? undefined : MONTH_AND_YEAR.exec(line.replace(MONTHS, " "))?.[1];
      if (month !== undefined) stated.set("publishedMonth", readDate(month).iso, month);
      const version = VERSION.exec(line)?.[1];
      if (version !== undefined) stated.set("version", version, version);
      return stated;
    },
  };
}
