/**
 * A column heading's text to the role of its column (number, title, status, …), by the words of the profile; null for
 * other text.
 */

import { COLUMN_ROLES, type ColumnRole, type Profile } from "../schema/profile.js";
import { hasDigit } from "./characters.js";
import { areSimilar, plainForm } from "./words.js";

/**
 * Jaro-Winkler similarity from which a misread heading is accepted: "Organisatlon" has 0.97, "Action" and "Actual"
 * 0.91.
 */
const HEADING_SIMILARITY = 0.94;
/** Shortest heading that is compared approximately: shorter words are too similar to each other. */
const APPROXIMATE_LENGTH = 5;
/** Most words of a heading: few, as it is a label and not a sentence; those of the title column may be longer. */
const LABEL_WORDS = 4;
/** Characters of a heading that is read with its brackets. */
const LONGEST_BRACKETED = 60;
const TITLE_WORDS = 14;

export type HeadingReader = (text: string) => ColumnRole | null;

const readers = new WeakMap<Profile, HeadingReader>();
const tables = new WeakMap<Profile, ReadonlyMap<string, ColumnRole>>();

/** The profile's headings in plain form, each with its role, for exact comparison. */
export function knownHeadings(profile: Profile): ReadonlyMap<string, ColumnRole> {
  let known = tables.get(profile);
  if (known === undefined) {
    const entries = COLUMN_ROLES.flatMap((role) =>
      profile.columns[role].map(
        (phrase) => [plainForm(phrase) || phrase.trim(), role === "date" ? "other" : role] as const,
      ),
    );
    known = new Map(entries);
    tables.set(profile, known);
  }
  return known;
}

/** The reader of a profile's headings: a cell's text to the role it announces, or null. */
export function headingReader(profile: Profile): HeadingReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

function buildReader(profile: Profile): HeadingReader {
  const exact = knownHeadings(profile);
  const titles = profile.columns.title.map(plainForm);
  const cache = new Map<string, ColumnRole | null>();

  const read = (plain: string): ColumnRole | null => {
    const known = exact.get(plain);
    if (known !== undefined) return known;
    const count = plain.split(" ").length;
    // The heading of titles often has a qualifier: "Deliverables agreed by the partnership".
    if (
      count > 1 &&
      count <= TITLE_WORDS &&
      titles.some((title) => title.length >= APPROXIMATE_LENGTH && containsPhrase(plain, title))
    )
      return count <= LABEL_WORDS ? (roleOfQualified(plain, exact) ?? "title") : "title";
    // "RAG status at the quarter's end": the heading of statuses, with a time.
    if (count <= TITLE_WORDS && count > LABEL_WORDS) return statusBeforeQualifier(plain, exact);
    if (count > LABEL_WORDS || plain.length < APPROXIMATE_LENGTH) return null;
    const ends = roleOfQualified(plain, exact);
    if (ends !== null) return ends;
    for (const [phrase, role] of exact)
      if (phrase.length >= APPROXIMATE_LENGTH && areSimilar(plain, phrase, HEADING_SIMILARITY)) return role;
    return null;
  };

  return (text) => {
    // What is in brackets explains a heading; only in a short one is it part of it.
    const trimmed = (text.length > LONGEST_BRACKETED ? text.replace(/\([^)]*\)|\([^)]*$/g, " ") : text).trim();
    if (trimmed === "" || trimmed.length > 120 || (hasDigit(trimmed) && /\d{2}/.test(trimmed))) return null;
    const plain = plainForm(trimmed.includes("(") ? trimmed.replace(/\((?:s|es)\)/g, "") : trimmed) || trimmed;
    const cached = cache.get(plain);
    if (cached !== undefined) return cached;
    const role = read(plain);
    if (cache.size < 10_000) cache.set(plain, role);
    return role;
  };
}

/** The role of a status heading of several words that is followed by "at", "for" or the like; null for others. */
function statusBeforeQualifier(plain: string, exact: ReadonlyMap<string, ColumnRole>): ColumnRole | null {
  const [heading] = plain.split(/ (?:at|as|for|on|in|since) /);
  if (heading === undefined || heading === plain || !heading.includes(" ")) return null;
  return exact.get(heading) === "status" ? "status" : null;
}

const containsPhrase = (plain: string, phrase: string): boolean => ` ${plain} `.includes(` ${phrase} `);

/**
 * The role of a known heading of three letters or more with words before or after it: "Lead organisation(s) involved",
 * "RAG at Q2".
 */
function roleOfQualified(plain: string, exact: ReadonlyMap<string, ColumnRole>): ColumnRole | null {
  const words = plain.split(" ");
  for (let length = words.length - 1; length >= 1; length -= 1) {
    const start = words.slice(0, length).join(" ");
    const end = words.slice(words.length - length).join(" ");
    const role = (end.length > 2 ? exact.get(end) : undefined) ?? (start.length > 2 ? exact.get(start) : undefined);
    if (role !== undefined) return role;
  }
  return null;
}
