/**
 * Patterns for statuses in one text with other cells: at its start, at its end, or within it. In: a profile and the
 * report's statuses. Out: patterns. A colour or a letter may also be a word of the title, so they look at the text around it.
 */
import { anyOf } from "../language/words.js";
import type { Profile } from "../schema/profile.js";
import { HALVES, RAGS, type Rag } from "../schema/values.js";

/** Whether a report prints its statuses as letters ("G") or as words ("Green"); `any` where that is not known. */
export type StatusForm = "letter" | "word" | "any";

/** How a report prints its statuses, where they are in one text with other cells. */
export interface ReportStatuses {
  readonly form: StatusForm;
  /** Those that a single letter may mean; the report's status key has no others. */
  readonly inKey: readonly Rag[];
  /** Words of the report's own status key that have no colour, in lower case, besides the profile's. */
  readonly uncoloured: readonly string[];
  /** Whether its scale has halves; where it has none, "Amber/Red" is printed in a status's place and says no status. */
  readonly halves: boolean;
}

export const ANY_STATUSES: ReportStatuses = { form: "any", inKey: RAGS, uncoloured: [], halves: false };
/** For a key, which says itself whether it has halves. */
export const KEY_STATUSES: ReportStatuses = { ...ANY_STATUSES, halves: true };

/** The statuses of a scale with halves or without. */
export const ragsOf = (halves: boolean): readonly Rag[] =>
  halves ? RAGS : RAGS.filter((rag) => !HALVES.includes(rag));

/** What the profile prints for a half and cannot be anything else: not "AG", which may be an organisation. */
export const unmistakableHalves = ({ statuses }: Profile): string[] =>
  HALVES.flatMap((rag) => [...statuses[rag].words, ...statuses[rag].letters.filter((letter) => letter.includes("/"))]);

/** Group 1 of each is the status. */
export interface StatusPatterns {
  /** Before nothing, or before a text that begins with a capital: "Green spaces" and "A review" begin with no status. */
  readonly start: RegExp;
  readonly end: RegExp;
  /** Before a new sentence in the same text; global. */
  readonly within: RegExp;
  /** Each way in which a status is printed, letters among them. */
  readonly printed: readonly string[];
  /** Source of a pattern for a status anywhere. */
  readonly anywhere: string;
}

/** A single letter, which may also be an article or an initial. */
const SINGLE_LETTER = /^\p{L}$/u;

/** The ways in which a status word is printed as a status: "On track", "On Track", "ON TRACK". */
const capitalised = (word: string): string[] => [
  word.toUpperCase(),
  `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  word.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
];

export function statusPatterns(profile: Profile, { form, inKey, uncoloured, halves }: ReportStatuses): StatusPatterns {
  const letters = ragsOf(halves).flatMap((rag) => profile.statuses[rag].letters);
  const coloured = ragsOf(halves).flatMap((rag) => profile.statuses[rag].words);
  const unknown = halves ? [] : unmistakableHalves(profile);
  const words = [...coloured, ...profile.uncoloured, ...uncoloured, ...unknown].flatMap(capitalised);
  const single = letters.filter((letter) => SINGLE_LETTER.test(letter));
  // A letter in brackets repeats the word before it, and may follow in either form.
  const bracketed = `(?:\\s*[(](?:${anyOf(letters)})[)])?`;
  const worded = `(?:${anyOf([...new Set([...words, ...letters.filter((letter) => !SINGLE_LETTER.test(letter))])])})${bracketed}`;
  const own = inKey.flatMap((rag) => profile.statuses[rag].letters).filter((letter) => SINGLE_LETTER.test(letter));
  const lettered = own.length === 0 ? "(?!)" : `(?:${anyOf(own)})`;
  const anySingle = single.length === 0 ? "(?!)" : `(?:${anyOf(single)})`;
  // "A B roads": two single letters are initials, or an article before one.
  const separateLetter = `${lettered}(?=\\s*$|\\s+(?!\\p{Lu}(?:\\s|$))\\P{Ll})`;
  // A status that is the complete text may be of either form.
  const complete = `(?:${worded}|${anySingle})(?=\\s*$)`;
  const one = (letter: string, word: string): string =>
    form === "letter" ? letter : form === "word" ? word : `${word}|${letter}`;
  return {
    printed: [...words, ...letters],
    start: new RegExp(`^(${complete}|${one(separateLetter, `${worded}(?=\\s+\\P{Ll})`)})`, "u"),
    end: new RegExp(`(?:^|\\s${form === "word" ? "(?=\\S\\S)" : ""})(${worded}|${lettered})$`, "u"),
    within: new RegExp(`\\s(${one(separateLetter, worded)})(?=\\s[\\p{Lu}\\d•-]|$)`, "gu"),
    anywhere: `(${one(lettered, worded)})`,
  };
}
