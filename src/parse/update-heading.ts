/**
 * Headings of updates: "Update December 2019", "Force Update - 19.04.2018:", "Position at 23 March 2019:",
 * "December 2019 update:", "13.12.19:". In: a text. Out: the heading that it begins with; null where there is none. A date
 * inside a sentence is no heading.
 */
import { hasDigit } from "../language/characters.js";
import { type DateOrder, readDate } from "../language/dates.js";
import { editDistance } from "../language/words.js";
import type { Profile } from "../schema/profile.js";
import { type HeadingPatterns, headingPatterns, LONGEST_HEADING } from "./update-heading-patterns.js";
import { BULLET, MAY_BE_USUAL, USUAL_HEADINGS } from "./usual-heading-patterns.js";

export interface UpdateHeading {
  readonly heading: string;
  readonly author: string | null;
  readonly date: string | null;
  /** The date as printed, with a year or without. */
  readonly dateRaw: string | null;
  /** What follows the heading on its line. */
  readonly rest: string;
  /** The heading as it would be printed with any other date or term: "9.9.9:", "update a 9 -"; null where it has neither. */
  readonly form: string | null;
}

export interface HeadingGrammar {
  /** Reads the heading a text begins with, or null. */
  read(text: string): UpdateHeading | null;
  /** As `read`, for a text that is known to open a sentence: after a date and a sign it may continue in lower case. */
  readOpening(text: string): UpdateHeading | null;
  /** Reads a heading of a kind that only its report's habit tells from prose, or one after a bullet; null where there is none. */
  readUsual(text: string): UpdateHeading | null;
  /** Whether a line may be the first part of a heading that the next line ends. */
  mayContinue(text: string): boolean;
  /** The text with a damaged heading word at its start repaired ("pdate: 13.12.19"), or null. */
  repairStart(text: string): string | null;
}

/** Characters of a damaged heading within which its date is. */
const LONGEST_DAMAGED = 40;
/** Pronouns, articles and the like, which name no author. */
const NO_AUTHOR =
  /^(?:the|this|that|a|an|our|their|no|in|on|at|by|as|following|since|further|latest|last|next|previous|current|quarterly|monthly|progress|general|q[1-4]|qrt|qtr|quarter)$/i;
const MAY_START = /^(?:[\p{Lu}\d([]|w\/[ce]\b|week\b)/u;
const CAPITALISED = /^\p{Lu}\S*(?:\s+(?:and|of|&|\p{Lu}\S*))*$/u;
const SENTENCE_START = /^\s*(?:[\p{Lu}“"'‘(•*\d-]|$)/u;

const grammars = new WeakMap<Profile, Map<DateOrder, HeadingGrammar>>();

/** @param order which figure of a date in figures is the day, in the document that the headings are of */
export function headingGrammar(profile: Profile, order: DateOrder = "day-first"): HeadingGrammar {
  const known = grammars.get(profile) ?? new Map<DateOrder, HeadingGrammar>();
  grammars.set(profile, known);
  const grammar = known.get(order) ?? buildGrammar(profile, order);
  known.set(order, grammar);
  return grammar;
}

/** Texts whose headings are kept, and the longest of these: a line is asked about for its form, its place and its date. */
const KEPT = 4000;
const LONGEST_KEPT = 1000;

/** A quick test that most texts fail: a heading has a date, a quarter or the word. */
const mayBeHeading = (text: string): boolean => {
  if (!MAY_START.test(text)) return false;
  const start = text.length > LONGEST_HEADING * 2 ? text.slice(0, LONGEST_HEADING * 2) : text;
  return hasDigit(start) || /update/i.test(start);
};

/** A reading that is kept for the next time that the same text is read. */
function kept(read: (text: string) => UpdateHeading | null): (text: string) => UpdateHeading | null {
  const known = new Map<string, UpdateHeading | null>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      if (known.size >= KEPT) known.clear();
      if (text.length <= LONGEST_KEPT) known.set(text, found);
    }
    return found;
  };
}

function buildGrammar(profile: Profile, order: DateOrder): HeadingGrammar {
  const patterns = headingPatterns(profile);
  const lowerWords = profile.updates.headings.map((word) => word.toLowerCase()).filter((word) => word.length >= 5);
  const read = kept((text) => readHeading(text, { patterns, order, opensSentence: false }));
  return {
    read: (text) => (mayBeHeading(text) ? read(text) : null),
    readOpening: (text) => readHeading(text, { patterns, order, opensSentence: true }),
    readUsual: kept((text) => readUsual(text, { patterns, order, opensSentence: false })),
    mayContinue(text) {
      if (text.length > LONGEST_HEADING || !MAY_START.test(text)) return false;
      const match = patterns.start.exec(text);
      return (
        match !== null &&
        /^(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+\p{L}{3,9})?|\p{L}{3,9})?$/u.test(text.slice(match[0].length).trim())
      );
    },
    repairStart(text) {
      const match = /\d/.test(text.slice(0, LONGEST_DAMAGED)) ? /^(\p{L}{4,10})\b/u.exec(text) : null;
      const word = match?.[1]?.toLowerCase();
      if (word === undefined || lowerWords.includes(word)) return null;
      const near = lowerWords.find((known) => editDistance(known, word) === 1);
      return near === undefined ? null : `${near[0]?.toUpperCase()}${near.slice(1)}${text.slice(word.length)}`;
    },
  };
}

interface Reading {
  readonly patterns: HeadingPatterns;
  readonly order: DateOrder;
  /** Whether the text is known to open a sentence. */
  readonly opensSentence: boolean;
}

function readHeading(text: string, reading: Reading): UpdateHeading | null {
  const { patterns, order, opensSentence } = reading;
  if (!MAY_START.test(text)) return null;
  const start = text.length > LONGEST_HEADING * 2 ? text.slice(0, LONGEST_HEADING * 2) : text;
  for (const pattern of patterns.dated(start)) {
    const match = pattern.exec(start);
    if (match === null || !endsClearly(match, start, opensSentence)) continue;
    const found = accepted(match, text, order);
    // A date without a year is a heading only with a heading's word: "12 May." may end a sentence.
    if (found !== null && !(pattern === patterns.dateOnly && !readDate(found.dateRaw ?? "").yearPrinted)) return found;
  }
  const match = undatedOrBareMatch(start, patterns);
  return match === null || !SENTENCE_START.test(start.slice(match[0].length)) ? null : accepted(match, text, order);
}

function readUsual(text: string, reading: Reading): UpdateHeading | null {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet === undefined) return usualHeading(text, reading.order);
  const body = text.slice(bullet.length);
  const heading = readHeading(body, reading) ?? usualHeading(body, reading.order);
  return heading === null || heading.form === null ? null : { ...heading, form: `• ${heading.form}` };
}

function usualHeading(text: string, order: DateOrder): UpdateHeading | null {
  if (!MAY_BE_USUAL.test(text)) return null;
  const start = text.slice(0, LONGEST_HEADING * 2);
  for (const pattern of USUAL_HEADINGS) {
    const match = pattern.exec(start);
    const found = match === null || !isHeading(match, start) ? null : accepted(match, text, order);
    if (found !== null) return { ...found, form: found.form ?? formOf(found.heading, null) };
  }
  return null;
}

/** After a sign a sentence may continue in lower case, after a space it opens; a name's words are capitalised. */
function isHeading({ 0: heading, groups }: RegExpExecArray, start: string): boolean {
  const { end, author } = groups ?? {};
  if (author !== undefined && !CAPITALISED.test(author)) return false;
  return end !== "" || SENTENCE_START.test(start.slice(heading.length));
}

/** A heading without a date, or with a date or quarter alone; cheap tests come before the long patterns. */
function undatedOrBareMatch(start: string, patterns: HeadingPatterns): RegExpExecArray | null {
  return (
    (/update/i.test(start) ? patterns.undated.exec(start) : null) ??
    (/^[([\d]/.test(start) ? patterns.numericDate.exec(start) : null) ??
    (/^[([q]/i.test(start) ? patterns.quarter.exec(start) : null)
  );
}

/** Whether the text after a match shows that the match is a heading. */
function endsClearly(match: RegExpExecArray, start: string, opensSentence: boolean): boolean {
  const after = start.slice(match[0].length);
  const { word, end = "" } = match.groups ?? {};
  // "Update 12.09.22: work continues": a colon after word and date leaves no doubt, whatever follows.
  if (word !== undefined && end === ":") return true;
  if (opensSentence && /^\s?[:–—-]/.test(end) && /^\s+\p{L}/u.test(after)) return true;
  // "Update 12.1.20. the" or a dash inside a range: what follows a heading opens a sentence.
  return SENTENCE_START.test(after);
}

/** The heading of a match; null where its words show that it is prose, or about another report. */
function accepted(match: RegExpExecArray, text: string, order: DateOrder): UpdateHeading | null {
  const heading = match[0].trim();
  const author = match.groups?.author?.trim() ?? null;
  // "The latest update December 2019 …" is prose when its first word opens a sentence.
  if (author !== null && /^(?:the|this|an?|in|on|at|by|following|since)\b/i.test(author) && !heading.endsWith(":"))
    return null;
  // "Next report: January 2023" is about the next report.
  if (author !== null && /^(?:the\s+)?next\b/i.test(author)) return null;
  if (match[0].length > LONGEST_HEADING) return null;
  const dateRaw = match.groups?.date?.trim() ?? null;
  return {
    heading,
    author: author !== null && namesAuthor(author) ? author : null,
    date: dateRaw === null ? null : readDate(dateRaw, order).iso,
    dateRaw,
    rest: text.slice(match[0].length).trim(),
    form: dateRaw === null ? null : formOf(author === null ? heading : heading.replace(author, "x"), dateRaw),
  };
}

/** @param dateRaw the heading's date; null where its words are all that it has */
function formOf(heading: string, dateRaw: string | null): string {
  const printed = (dateRaw ?? heading).replace(/\d+(?:st|nd|rd|th)?/giu, "9").replace(/\p{L}+\.?/gu, "a");
  return (dateRaw === null ? printed : heading.replace(dateRaw, printed)).toLowerCase();
}

const namesAuthor = (author: string): boolean =>
  author !== "" && !author.split(/\s+/).every((word) => NO_AUTHOR.test(word));
