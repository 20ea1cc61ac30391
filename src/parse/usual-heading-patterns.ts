/**
 * Headings that only a report's habit tells from prose: "2022-01-05 Nobody applied", "30 Oct – Late", "Autumn: …",
 * "04/24: …", "12.09.22 (JS): …". In: nothing. Out: patterns, tried in order, with the groups `date`, `author` and `end`; the heading is
 * the complete match.
 */
import { DATE, MONTH, SHORT_MONTH } from "../language/dates.js";

/** Signs of emphasis in text that is not read as Markdown. */
const EMPHASIS = "[*_]{0,3}";
const BEFORE = `^${EMPHASIS}[([]?\\s*`;
const AFTER = `\\s*[)\\]]?${EMPHASIS}`;
const SIGN = `(?<end>:|\\s?[-–—]+(?=\\s)|(?=\\s*$))${EMPHASIS}(?=\\s|$)`;
const NAME = "\\p{L}[\\p{L}\\p{N}&'’./-]*(?:\\s+(?:(?:and|of|&)\\s+)?\\p{L}[\\p{L}\\p{N}&'’./-]*){0,3}";
const TERM =
  "(?:autumn|spring|summer|winter|michaelmas|lent|trinity|hilary)(?:\\s+(?:term|half[- ]term))?(?:\\s+[12])?(?:\\s+(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?)?(?:\\s+(?:term|update|review))?";
const QUARTER = "(?:q|qtr|qrt|quarter)\\.?\\s?[1-4](?:,?\\s+(?:19|20)\\d{2}(?:\\s?[/–-]\\s?\\d{2,4})?)?(?:\\s+update)?";
/** A year with a figure is a class of a school. */
const COUNTED = "(?:(?:term|half[- ]term|month|week|period)\\s+\\d{1,2})";

const pattern = (source: string): RegExp => new RegExp(source, "iu");

export const USUAL_HEADINGS: readonly RegExp[] = [
  // 12.09.22 (JS): …   12.09.22 – Council: …
  pattern(
    `${BEFORE}(?<date>${DATE})${AFTER}\\s*[,–—-]?\\s*\\(?(?<author>${NAME})\\)?\\s*(?<end>:)${EMPHASIS}(?=\\s|$)`,
  ),
  // 30 Oct – …   October: …
  pattern(`${BEFORE}(?<date>${DATE}|${MONTH})${AFTER}${SIGN}`),
  // 04/24: …   03/25 Nobody applied
  pattern(`${BEFORE}(?<date>${SHORT_MONTH})${AFTER}(?<end>:|\\s[-–—]+|)(?=\\s+["“'‘(]?[\\p{L}\\d£]|\\s*$)`),
  // Autumn: …   Q1: …   Week 3 – …
  pattern(`${BEFORE}(?:${TERM}|${QUARTER}|${COUNTED})${AFTER}${SIGN}`),
  // 2022-01-05 Nobody applied
  pattern(`${BEFORE}(?<date>${DATE})${AFTER}\\s+(?<end>)(?=["“'‘(]?[\\p{L}\\d£])`),
];

/** What a text that one of the patterns matches begins with: most lines begin otherwise. */
export const MAY_BE_USUAL =
  /^[*_]{0,3}[([]?\s*(?:\d|w\/[ce]|q[1-4]|(?:wc|weeks?|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|autumn|spring|summer|winter|michaelmas|lent|trinity|hilary|q|qtr|qrt|quarter|term|half|month|period)[a-z]{0,7}\b)/iu;
/** A bullet before a heading. */
export const BULLET = /^[•●▪◦‣∙·*–—-]\s+/u;
