/**
 * Statuses in one text with other cells: at its start, at its end, or before what follows. In: a profile. Out: patterns. A
 * colour or a letter may as well be a word of the title, so what stands around it must be as around a status.
 */
import { anyOf } from "../language/words.js";
import type { Profile } from "../schema/profile.js";
import { RAGS, type Rag } from "../schema/values.js";

/** Whether a report prints its statuses as letters ("G") or as words ("Green"); `any` where that is not known. */
export type StatusForm = "letter" | "word" | "any";

/** What a report's statuses are, where they stand in one text with other cells. */
export interface ReportStatuses {
  readonly form: StatusForm;
  /** Those that a lone letter may stand for, as the report's key has no others. */
  readonly inKey: readonly Rag[];
  /** Words of the report's own key that say no colour, in lower case, beside the profile's. */
  readonly uncoloured: readonly string[];
}

export const ANY_STATUSES: ReportStatuses = { form: "any", inKey: RAGS, uncoloured: [] };

/** Group 1 of each is the status. */
export interface StatusPatterns {
  /** Before nothing, or before a text that begins anew: "Green spaces" and "A review" begin with no status. */
  readonly start: RegExp;
  readonly end: RegExp;
  /** Before a new sentence in the same text; global. */
  readonly within: RegExp;
  /** Source of a status wherever it stands. */
  readonly anywhere: string;
}

/** What may as well be an article or an initial. */
const LONE = /^\p{L}$/u;

/** The ways in which a status word is printed as a status: "On track", "On Track", "ON TRACK". */
const capitalised = (word: string): string[] => [
  word.toUpperCase(),
  `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
  word.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
];

export function statusPatterns(profile: Profile, { form, inKey: keyed, uncoloured }: ReportStatuses): StatusPatterns {
  const letters = RAGS.flatMap((rag) => profile.statuses[rag].letters);
  const coloured = RAGS.flatMap((rag) => profile.statuses[rag].words);
  const words = [...coloured, ...profile.uncoloured, ...uncoloured].flatMap(capitalised);
  const lone = letters.filter((letter) => LONE.test(letter));
  // A letter in brackets says which word it stands for, and belongs to either form.
  const bracketed = `(?:\\s*[(](?:${anyOf(letters)})[)])?`;
  const worded = `(?:${anyOf([...new Set([...words, ...letters.filter((letter) => !LONE.test(letter))])])})${bracketed}`;
  const own = keyed.flatMap((rag) => profile.statuses[rag].letters).filter((letter) => LONE.test(letter));
  const lettered = own.length === 0 ? "(?!)" : `(?:${anyOf(own)})`;
  const anyLone = lone.length === 0 ? "(?!)" : `(?:${anyOf(lone)})`;
  // "A B roads": two lone letters are initials, or an article before one.
  const alone = `${lettered}(?=\\s*$|\\s+(?!\\p{Lu}(?:\\s|$))\\P{Ll})`;
  // A status that is all there is may be of either form.
  const whole = `(?:${worded}|${anyLone})(?=\\s*$)`;
  const one = (letter: string, word: string): string =>
    form === "letter" ? letter : form === "word" ? word : `${word}|${letter}`;
  return {
    start: new RegExp(`^(${whole}|${one(alone, `${worded}(?=\\s+\\P{Ll})`)})`, "u"),
    end: new RegExp(`(?:^|\\s${form === "word" ? "(?=\\S\\S)" : ""})(${worded}|${lettered})$`, "u"),
    within: new RegExp(`\\s(${one(alone, worded)})(?=\\s[\\p{Lu}\\d•-]|$)`, "gu"),
    anywhere: `(${one(lettered, worded)})`,
  };
}
