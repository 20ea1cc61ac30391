/**
 * What one definition of a key says: the colour that it names, or the status that its words are. In: a label with its meaning, and a
 * reader of the built-in scale. Out: a status; null where the label says none. A built-in meaning holds only where the key agrees.
 */
import { plainForm } from "../../language/words.js";
import type { Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";
import type { LabelMeaning } from "./definition-line.js";
import { deniesBad, isBad, isGood } from "./good-and-bad.js";

/** Colours that say no status by themselves. */
const NO_STATUS = new Set(["grey", "gray", "black", "purple", "orange", "pink", "brown", "silver"]);
/** Statuses whose colour or letter a key may use for what is not due, given up, or anything else. */
const SPARE: readonly (Rag | null)[] = ["blue", "white", null];
/** Words that agree with the built-in meaning of a spare colour or letter, and words that turn them round. */
const AGREES: Readonly<Partial<Record<Rag, RegExp>>> = {
  blue: /\b(?:complet|clos|finish|done|deliver|achiev|implement|embed|conclud|discharg|fulfil|ended|met\b|sign(?:ed)? off|business as usual|bau\b)/iu,
  white:
    /\b(?:not\s+(?:\p{L}+\s+)?(?:start|beg[iu]n|due|commenc|under)|unstarted|yet to|no (?:action|work|progress) yet|future)/iu,
};
const DISAGREES = /\b(?:not|no|never|cannot|un\p{L}+|in?complete|part(?:ly|ially)?|nearly|almost|behind|late)\b/iu;

const LETTERS = /^(?:\p{Lu}{1,3}|\p{Lu}\/\p{Lu}|\d)$/u;
const GLYPH = /^(?:[^\p{L}\p{N}\s]{1,2}|\p{Extended_Pictographic}\ufe0f?)$/u;
const BRACKETS = /\(([^()]{1,24})\)/gu;
/** Between a colour and the words beside it: "Green - on course", "on course, green". */
const JOINT = /\s*[,;:]\s+|\s+[–—-]\s+/u;

export const isLetters = (label: string): boolean => LETTERS.test(label);
export const isGlyph = (label: string): boolean => GLYPH.test(label);
export const isSign = (label: string): boolean => isLetters(label) || isGlyph(label);

/** Whether a label is a colour's name, be it one that says no status. */
export const isColour = (label: string, status: StatusReader): boolean =>
  status.readLabel(label)?.colour === true || NO_STATUS.has(label.toLowerCase());

/** Whether the meaning begins as the letter does: "A = Achieved". */
export const isInitialOf = (label: string, meaning: string): boolean =>
  isLetters(label) && plainForm(meaning).startsWith(label.charAt(0).toLowerCase());

/** What the signs of a key are, apart from what each of them means. */
export interface KeyUse {
  /** Whether its letters are the first ones of their meanings. */
  readonly abbreviates: boolean;
  /** Whether one of its signs says the opposite of the built-in meaning, so that none has that unless its own words confirm it. */
  readonly isReversed: boolean;
}

export function meaningOf(definition: LabelMeaning, status: StatusReader, use: KeyUse): Rag | null {
  const { label, meaning } = definition;
  const own = status.readLabel(label)?.rag ?? null;
  if (isColour(label, status)) return SPARE.includes(own) ? spareMeaning(own, meaning, status) : own;
  const named = colourOr(own, meaning, status);
  // "Complete (purple)": the colour says no status, the words do.
  if (named !== undefined) return named ?? statusSaid(wordingOf(meaning, status), status);
  return statusSaid(meaning, status) ?? builtInMeaning(own, definition, status, use);
}

/** The colour that the meaning names; "Not started (grey)": one that says no status leaves the word its own. */
function colourOr(own: Rag | null, meaning: string, status: StatusReader): Rag | null | undefined {
  const isOwn = own !== null && SPARE.includes(own) && NO_STATUS.has(meaning.trim().toLowerCase());
  return isOwn ? own : colourNamed(meaning, status);
}

/** What a label without a colour's name means by the built-in scale, where its own words say no status. */
function builtInMeaning(
  own: Rag | null,
  definition: LabelMeaning,
  status: StatusReader,
  { abbreviates, isReversed }: KeyUse,
): Rag | null {
  const { label, meaning } = definition;
  const isInitial = isInitialOf(label, meaning);
  if (isReversed && isSign(label) && !confirms(own, meaning)) return null;
  // "A = under way" is amber, whatever the built-in words say; "C = cancelled" and "B = on hold" say no status.
  if (status.isUncoloured(meaning)) return isInitial || SPARE.includes(own) ? null : own;
  if (isInitial && abbreviates) return null;
  return isSign(label) && SPARE.includes(own) ? agreed(own, meaning) : own;
}

/** Whether a sign means that all is well where the built-in scale has it for the opposite, or the other way round: "G = Gone wrong". */
export function saysOpposite({ label, meaning }: LabelMeaning, status: StatusReader): boolean {
  const own = isSign(label) ? (status.readLabel(label)?.rag ?? null) : null;
  if (own === null || namesColour(meaning, status)) return false;
  if (own === "green") return isBad(meaning);
  return (own === "amber" && isGood(meaning)) || (own === "red" && (isGood(meaning) || deniesBad(meaning)));
}

/** Whether a meaning that is no status by itself is as good or as bad as the built-in one. */
const confirms = (own: Rag | null, meaning: string): boolean =>
  own === "green"
    ? isGood(meaning)
    : own === "red"
      ? isBad(meaning)
      : SPARE.includes(own) && agreed(own, meaning) === own;

/** Blue, white or a colour without a status: what the key says of it, as it may be anything. */
function spareMeaning(own: Rag | null, meaning: string, status: StatusReader): Rag | null {
  if (status.isUncoloured(meaning)) return null;
  return statusSaid(meaning, status) ?? agreed(own, meaning);
}

function agreed(own: Rag | null, meaning: string): Rag | null {
  if (own === null || AGREES[own]?.test(meaning) !== true) return null;
  return own === "blue" && (DISAGREES.test(meaning) || isBad(meaning)) ? null : own;
}

/** The status that the meaning is, or begins with before a sign: "on track, no help needed". */
export function statusSaid(meaning: string, status: StatusReader): Rag | null {
  return (status.readLabel(meaning) ?? status.readLabel(meaning.split(JOINT)[0] ?? ""))?.rag ?? null;
}

/** The colour that the meaning names in brackets, first or last; null where it names several, or one that says no status. */
export function colourNamed(meaning: string, status: StatusReader): Rag | null | undefined {
  const found = new Set(colourTexts(meaning, status).map((text) => status.readLabel(text)?.rag ?? null));
  if (found.size > 1) return null;
  const [only] = found;
  return only;
}

/** The name of the one status's colour that a meaning names, as printed; null without one. */
export function colourWordIn(meaning: string, status: StatusReader): string | null {
  const [word, another] = colourTexts(meaning, status).map((text) => text.trim());
  return word !== undefined && another === undefined && status.readLabel(word) !== null ? word : null;
}

export const namesColour = (meaning: string, status: StatusReader): boolean => colourTexts(meaning, status).length > 0;

function colourTexts(meaning: string, status: StatusReader): string[] {
  const parts = meaning.replace(BRACKETS, " ").split(JOINT);
  const ends = parts.length > 1 ? [parts[0] ?? "", parts.at(-1) ?? ""] : [meaning];
  const inside = [...meaning.matchAll(BRACKETS)].map(([, text = ""]) => text);
  return [...inside, ...ends].filter((text) => isColour(text.trim(), status));
}

/** The words beside the colour that a meaning names: "behind" of "behind (Amber)". */
export function wordingOf(meaning: string, status: StatusReader): string {
  const plain = meaning.replace(BRACKETS, (all, text: string) => (isColour(text.trim(), status) ? " " : all));
  const parts = plain.split(JOINT);
  const rest = parts.filter((part, at) => !((at === 0 || at === parts.length - 1) && isColour(part.trim(), status)));
  return (rest.length === parts.length ? plain : rest.join(", ")).trim();
}
