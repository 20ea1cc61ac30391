/**
 * Patterns for the headings of updates. In: a profile. Out: patterns with the groups `author`, `word`, `date` and `end`; the
 * heading is the complete match.
 */
import { hasDigit } from "../language/characters.js";
import { DATE } from "../language/dates.js";
import { anyOf } from "../language/words.js";
import type { Profile } from "../schema/profile.js";

/** Longest heading, in characters. */
export const LONGEST_HEADING = 90;

const AUTHOR = "(?<author>\\p{Lu}[\\p{L}\\p{N}&'’./-]*(?:\\s+(?:and|of|the|for|&|\\p{Lu}[\\p{L}\\p{N}&'’./-]*)){0,5}?)";
const QUARTER = "(?:(?:Q|Qrt|Qtr|Quarter)\\.?\\s?[1-4](?:\\s+\\d{4}\\s?[/-]\\s?\\d{2,4})?)";
const DASH = "[-–—]";
const END = "\\s*(?:[)\\]]\\s*)?(?<end>[:.]|\\s[-–—]+|[-–—]+(?=\\s)|$)";
const OPEN = "[(\\[]?\\s*";
const ANY_DATE = new RegExp(DATE, "iu");

export interface HeadingPatterns {
  /** The patterns of headings with a date that a text may match: most lines have no date near their start. */
  dated(text: string): readonly RegExp[];
  /** The pattern of a date without a word. */
  readonly dateOnly: RegExp;
  /** "13.12.19 The force …": a numeric date may open a paragraph; one in words would too often be part of a sentence. */
  readonly numericDate: RegExp;
  /** "Force Update: …" without a date. */
  readonly undated: RegExp;
  /** "Q3 2021: …": a quarter and its year, which are no date, with a sign before the sentence. */
  readonly quarter: RegExp;
  /** The start of a heading whose date may be on the next line. */
  readonly start: RegExp;
}

export function headingPatterns(profile: Profile): HeadingPatterns {
  const words = anyOf(profile.updates.headings);
  const joiners = `(?:(?:${anyOf(profile.updates.joiners)})\\b\\s*)`;
  const date = `(?<date>${DATE})`;
  const who = `(?:${AUTHOR}\\s+)?(?:${QUARTER}\\s+)?`;
  const pattern = (source: string): RegExp => new RegExp(source, "iu");
  // [Force] Update [at] 13.12.19: …   The word, then the date; a separator on one side of the date, or nothing after it.
  const wordDate = pattern(
    `^${who}(?<word>${words})\\b(?<sep>[\\s:,–—-]*)${joiners}{0,2}(?:${QUARTER}[\\s,–—-]*)?${OPEN}${date}${END}`,
  );
  // [Force] Update: 13.12.19 The …     The separator before the date, and a sentence after it.
  const wordColonDate = pattern(
    `^${who}(?<word>${words})\\s*(?::|\\s${DASH})\\s*${joiners}{0,2}${OPEN}${date}(?<end>\\s*[)\\]]?)(?=\\s)`,
  );
  // December 2019 update: …
  const dateWord = pattern(
    `^${OPEN}${date}\\s*[)\\]]?[\\s:,–—-]*(?<author>\\p{Lu}[\\p{L}&'’/-]*\\s+)?(?:${QUARTER}\\s+)?(?<word>${words})${END}`,
  );
  // As at 4 March 2018: …
  const joinerDate = pattern(`^(?:${joiners}){1,2}${date}${END}`);
  // 13.12.19: …                        Or a date with nothing else on its line.
  const dateOnly = pattern(`^${OPEN}${date}${END}`);
  // [13.12.19] …                       Brackets separate the date from the sentence after it.
  const bracketed = pattern(`^[(\\[]\\s*${date}\\s*[)\\]]\\s*(?<end>[:–—-]|(?=\\s|$))`);
  const anyWord = pattern(`\\b(?:${words})\\b`);
  return {
    dated(text) {
      const at = hasDigit(text) ? ANY_DATE.exec(text)?.index : undefined;
      if (at === undefined || at > LONGEST_HEADING) return [];
      const before = text.slice(0, at);
      if (/^[\s([]*$/.test(before))
        return before.trim() === "" ? [dateWord, dateOnly] : [dateWord, dateOnly, bracketed];
      return anyWord.test(before) ? [wordDate, wordColonDate, joinerDate] : [joinerDate];
    },
    dateOnly,
    numericDate: new RegExp(`^${OPEN}(?<date>\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})[)\\]]?\\s+(?=\\p{Lu})`, "u"),
    undated: pattern(`^${who}(?<word>updates?)\\s*(?::|$)`),
    quarter:
      /^[([]?(?:Q|Qrt|Qtr|Quarter)\.?\s?[1-4],?\s+(?:of\s+)?(?:19|20)\d{2}(?:\s?[/-]\s?\d{2,4})?[)\]]?(?::|\s+[-–—]+(?=\s))/iu,
    start: pattern(`^(?:${AUTHOR}\\s+)?(?:${words})\\b[\\s:,–—-]*${joiners}{0,2}`),
  };
}
