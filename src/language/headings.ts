/** Column headings: which words of a table's head row say what its columns hold. The words are the profile's. */
import { COLUMN_ROLES, type ColumnRole, type Profile } from "../schema/profile.js";
import { plainForm, similarity } from "./words.js";

/** Jaro-Winkler similarity above which a misread heading still counts; "Organisatlon" has 0.97, "Action" and "Actual" 0.91. */
const HEADING_SIMILARITY = 0.94;
/** Shortest heading that is compared approximately: among shorter ones every word is near some other. */
const APPROXIMATE_LENGTH = 5;
/** A heading of any but the title column is a label, not a sentence: at most this many words. */
const LABEL_WORDS = 4;
const TITLE_WORDS = 14;

export type HeadingReader = (text: string) => ColumnRole | null;

const readers = new WeakMap<Profile, HeadingReader>();
const tables = new WeakMap<Profile, ReadonlyMap<string, ColumnRole>>();

/** The profile's headings in plain form, each with its role: what a text must equal to be one beyond doubt. */
export function knownHeadings(profile: Profile): ReadonlyMap<string, ColumnRole> {
  let known = tables.get(profile);
  if (known === undefined) {
    const entries = COLUMN_ROLES.flatMap((role) =>
      profile.columns[role].map((phrase) => [plainForm(phrase) || phrase.trim(), role] as const),
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
    // A title's heading often says whose deliverables they are: "Deliverables agreed by the partnership".
    if (
      count > 1 &&
      count <= TITLE_WORDS &&
      titles.some((title) => title.length >= APPROXIMATE_LENGTH && containsPhrase(plain, title))
    )
      return count <= LABEL_WORDS ? (roleOfQualified(plain, exact) ?? "title") : "title";
    // "RAG status at the quarter's end": a status, then when.
    if (count <= TITLE_WORDS && count > LABEL_WORDS) return statusBeforeQualifier(plain, exact);
    if (count > LABEL_WORDS || plain.length < APPROXIMATE_LENGTH) return null;
    const ends = roleOfQualified(plain, exact);
    if (ends !== null) return ends;
    for (const [phrase, role] of exact)
      if (phrase.length >= APPROXIMATE_LENGTH && similarity(plain, phrase) >= HEADING_SIMILARITY) return role;
    return null;
  };

  return (text) => {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.length > 120 || /\d{2}/.test(trimmed)) return null;
    const plain = plainForm(trimmed.replace(/\((?:s|es)\)/g, "")) || trimmed;
    const cached = cache.get(plain);
    if (cached !== undefined) return cached;
    const role = read(plain);
    if (cache.size < 10_000) cache.set(plain, role);
    return role;
  };
}

/** A status heading of several words that goes on with "at", "for" or the like. */
function statusBeforeQualifier(plain: string, exact: ReadonlyMap<string, ColumnRole>): ColumnRole | null {
  const [head] = plain.split(/ (?:at|as|for|on|in|since) /);
  if (head === undefined || head === plain || !head.includes(" ")) return null;
  return exact.get(head) === "status" ? "status" : null;
}

const containsPhrase = (plain: string, phrase: string): boolean => ` ${plain} `.includes(` ${phrase} `);

/** "Lead organisation(s) involved", "RAG at Q2": a known heading of two letters or more, qualified behind or before. */
function roleOfQualified(plain: string, exact: ReadonlyMap<string, ColumnRole>): ColumnRole | null {
  const words = plain.split(" ");
  for (let length = words.length - 1; length >= 1; length -= 1) {
    const head = words.slice(0, length).join(" ");
    const tail = words.slice(words.length - length).join(" ");
    const role = (tail.length > 2 ? exact.get(tail) : undefined) ?? (head.length > 2 ? exact.get(head) : undefined);
    if (role !== undefined) return role;
  }
  return null;
}
