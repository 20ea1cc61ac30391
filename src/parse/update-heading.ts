/**
 * Headings of update blocks: "Update December 2019", "Force Update - 19.04.2018:", "Position at 23 March 2019:",
 * "December 2019 update:", "13.12.19:". A date inside a sentence is none of these.
 */
import { DATE, readDate } from "../language/dates.js";
import { anyOf, editDistance } from "../language/words.js";
import type { Profile } from "../schema/profile.js";

export interface UpdateHeading {
  readonly heading: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly dateRaw: string | null;
  /** What follows the heading on its line. */
  readonly rest: string;
}

export interface HeadingGrammar {
  /** Reads the heading a text begins with, or null. */
  read(text: string): UpdateHeading | null;
  /** As `read`, of a text that is known to open a sentence: behind a whole date and a sign it may go on in lower case. */
  readOpening(text: string): UpdateHeading | null;
  /** Whether a line may be the first part of a heading that the next line ends. */
  mayContinue(text: string): boolean;
  /** The text with a damaged heading word at its start mended ("pdate: 13.12.19"), or null. */
  repairStart(text: string): string | null;
}

/** A heading is short; what begins like one and goes on longer is looked at no further. */
const LONGEST_HEADING = 90;
/** The date of a damaged heading stands right behind its word. */
const LONGEST_DAMAGED = 40;
const AUTHOR = "(?<author>\\p{Lu}[\\p{L}\\p{N}&'’./-]*(?:\\s+(?:and|of|the|for|&|\\p{Lu}[\\p{L}\\p{N}&'’./-]*)){0,5}?)";
const QUARTER = "(?:(?:Q|Qrt|Qtr|Quarter)\\.?\\s?[1-4](?:\\s+\\d{4}\\s?[/-]\\s?\\d{2,4})?)";
const DASH = "[-–—]";
const END = "\\s*(?:[)\\]]\\s*)?(?<end>[:.]|\\s[-–—]+|[-–—]+(?=\\s)|$)";
/** Words that name a person or body by a pronoun or article are no author. */
const NO_AUTHOR =
  /^(?:the|this|that|a|an|our|their|no|in|on|at|by|as|following|since|further|latest|last|next|previous|current|quarterly|monthly|progress|general|q[1-4]|qrt|qtr|quarter)$/i;
const SENTENCE_START = /^\s*(?:[\p{Lu}“"'‘(•*\d-]|$)/u;

const grammars = new WeakMap<Profile, HeadingGrammar>();

export function headingGrammar(profile: Profile): HeadingGrammar {
  let grammar = grammars.get(profile);
  if (grammar === undefined) {
    grammar = buildGrammar(profile);
    grammars.set(profile, grammar);
  }
  return grammar;
}

function buildGrammar(profile: Profile): HeadingGrammar {
  const words = anyOf(profile.updates.headings);
  const joiners = `(?:(?:${anyOf(profile.updates.joiners)})\\b\\s*)`;
  const date = `(?<date>${DATE})`;
  const open = "[(\\[]?\\s*";
  const [wordDate, wordColonDate, dateWord, joinerDate, dateAlone, bracketed] = [
    // [Force] Update [at] 13.12.19: …   — the word, then the date; a separator on one side of the date, or nothing behind.
    `^(?:${AUTHOR}\\s+)?(?:${QUARTER}\\s+)?(?<word>${words})\\b(?<sep>[\\s:,–—-]*)${joiners}{0,2}(?:${QUARTER}[\\s,–—-]*)?${open}${date}${END}`,
    // [Force] Update: 13.12.19 The …     — the separator before the date, a sentence behind it.
    `^(?:${AUTHOR}\\s+)?(?:${QUARTER}\\s+)?(?<word>${words})\\s*(?::|\\s${DASH})\\s*${joiners}{0,2}${open}${date}(?<end>\\s*[)\\]]?)(?=\\s)`,
    // December 2019 update: …
    `^${open}${date}\\s*[)\\]]?[\\s:,–—-]*(?<author>\\p{Lu}[\\p{L}&'’/-]*\\s+)?(?:${QUARTER}\\s+)?(?<word>${words})${END}`,
    // As at 4 March 2018: …
    `^(?:${joiners}){1,2}${date}${END}`,
    // 13.12.19: … or a date alone on its line
    `^${open}${date}${END}`,
    // [13.12.19] …: its brackets part it from the sentence behind it
    `^[(\\[]\\s*${date}\\s*[)\\]]\\s*(?<end>[:–—-]|(?=\\s|$))`,
  ].map((source) => new RegExp(source, "iu"));
  const anyDate = new RegExp(DATE, "iu");
  const anyWord = new RegExp(`\\b(?:${words})\\b`, "iu");
  const isPattern = (pattern: RegExp | undefined): pattern is RegExp => pattern !== undefined;
  /** The patterns that what stands before the first date leaves open: most lines have no date near their start. */
  const patternsFor = (head: string): RegExp[] => {
    const at = /\d/.test(head) ? anyDate.exec(head)?.index : undefined;
    if (at === undefined || at > LONGEST_HEADING) return [];
    const before = head.slice(0, at);
    if (/^[\s([]*$/.test(before))
      return [dateWord, dateAlone, ...(before.trim() === "" ? [] : [bracketed])].filter(isPattern);
    return (anyWord.test(before) ? [wordDate, wordColonDate, joinerDate] : [joinerDate]).filter(isPattern);
  };
  // 13.12.19 The force …  — a numeric date alone may open a paragraph; one in words would too often be a sentence.
  const bare = new RegExp(`^${open}(?<date>\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})[)\\]]?\\s+(?=\\p{Lu})`, "u");
  const undated = new RegExp(`^(?:${AUTHOR}\\s+)?(?:${QUARTER}\\s+)?(?<word>updates?)\\s*(?::|$)`, "iu");
  // Q3 2021: …  — a quarter and its year, which are no date, behind which a sign parts the sentence.
  const ofQuarter =
    /^[([]?(?:Q|Qrt|Qtr|Quarter)\.?\s?[1-4],?\s+(?:of\s+)?(?:19|20)\d{2}(?:\s?[/-]\s?\d{2,4})?[)\]]?(?::|\s+[-–—]+(?=\s))/iu;
  const starts = new RegExp(`^(?:${AUTHOR}\\s+)?(?:${words})\\b[\\s:,–—-]*${joiners}{0,2}`, "iu");
  const mayStart = /^[\p{Lu}\d([]/u;
  const lowerWords = profile.updates.headings.map((word) => word.toLowerCase()).filter((word) => word.length >= 5);

  const accept = (match: RegExpExecArray): UpdateHeading | null => {
    const groups = match.groups ?? {};
    const dateRaw = groups.date?.trim() ?? null;
    const author = groups.author?.trim() ?? null;
    const named = author !== null && author !== "" && !author.split(/\s+/).every((word) => NO_AUTHOR.test(word));
    // "The latest update December 2019 …" is prose when its first word opens a sentence.
    if (
      author !== null &&
      /^(?:the|this|an?|in|on|at|by|following|since)\b/i.test(author) &&
      !/[:]$/.test(match[0].trim())
    )
      return null;
    // "Next report: January 2023" says when another one comes.
    if (author !== null && /^(?:the\s+)?next\b/i.test(author)) return null;
    const read = dateRaw === null ? null : readDate(dateRaw);
    if (match[0].length > LONGEST_HEADING) return null;
    return {
      heading: match[0].trim(),
      author: named ? author : null,
      date: read?.iso ?? null,
      dateRaw: read?.yearPrinted === true ? dateRaw : null,
      rest: match.input.slice(match[0].length).trim(),
    };
  };

  const readHeading = (text: string, opens: boolean): UpdateHeading | null => {
    if (!mayStart.test(text)) return null;
    const head = text.length > LONGEST_HEADING * 2 ? text.slice(0, LONGEST_HEADING * 2) : text;
    for (const pattern of patternsFor(head)) {
      const match = pattern.exec(head);
      if (match === null) continue;
      const behind = head.slice(match[0].length);
      // "Update 12.09.22: work goes on": a colon behind word and date leaves no doubt, whatever comes after it.
      const { word, end = "" } = match.groups ?? {};
      const sure =
        (word !== undefined && end === ":") || (opens && /^\s?[:–—-]/.test(end) && /^\s+\p{L}/u.test(behind));
      // "Update 12.1.20. the" or a dash inside a range: what follows a heading opens a sentence.
      if (!sure && !SENTENCE_START.test(behind)) continue;
      const found = accept(match);
      // A date without a year is a heading only with a heading's word: "12 May." may end a sentence.
      if (found === null || (pattern === dateAlone && found.dateRaw === null)) continue;
      return { ...found, rest: text.slice(match[0].length).trim() };
    }
    const plain =
      (/update/i.test(head) ? undated.exec(head) : null) ??
      (/^[([\d]/.test(head) ? bare.exec(head) : null) ??
      (/^[([q]/i.test(head) ? ofQuarter.exec(head) : null);
    if (plain === null || !SENTENCE_START.test(head.slice(plain[0].length))) return null;
    const found = accept(plain);
    return found === null ? null : { ...found, rest: text.slice(plain[0].length).trim() };
  };

  return {
    read: (text) => readHeading(text, false),
    readOpening: (text) => readHeading(text, true),
    mayContinue(text) {
      if (text.length > LONGEST_HEADING || !mayStart.test(text)) return false;
      const match = starts.exec(text);
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
