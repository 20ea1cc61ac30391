/**
 * Headings of what follows a report's last row: "Next report: …", "Prepared by …", a glossary, an annex. In: a line. Out:
 * the words of the profile that it begins with; null for sentences that only begin alike.
 */
import { plainForm } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";

/** Words of a heading, those around the profile's own included: "The next report", "Glossary of terms". */
const LONGEST_HEADING = 5;
/** Characters of a line within which the heading must end. */
const LONGEST = 200;
/** Names and offices, as printed after "Prepared by". */
const NAMES = /^(?:[\s,]+(?:\p{Lu}[\p{L}.'’&-]*|and|of|the|for|on|behalf|&))+$/u;

/** The profile's words for such headings in plain form, by the first word of each. */
type EndMatterWords = ReadonlyMap<string, readonly { readonly phrase: string; readonly plain: string }[]>;

const compiled = new WeakMap<Profile, EndMatterWords>();

function endMatterWords(profile: Profile): EndMatterWords {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const words = new Map<string, { phrase: string; plain: string }[]>();
  for (const phrase of profile.closing) {
    const plain = plainForm(phrase);
    const first = plain.split(" ", 1)[0] ?? "";
    words.set(first, [...(words.get(first) ?? []), { phrase, plain }]);
  }
  compiled.set(profile, words);
  return words;
}

/** Whether a line is the heading of end matter, such as a glossary. */
export const isEndMatterHeading = (profile: Profile, text: string): boolean => endMatterName(profile, text) !== null;

/**
 * The words of the profile that a line begins with, where the line is a heading or has its content after a sign
 * ("Next report: May"); null for any other line.
 */
export function endMatterName(profile: Profile, text: string): string | null {
  const first = /^\P{L}*(?:the\s+)?(\p{L}+)/iu.exec(text.slice(0, LONGEST))?.[1]?.toLowerCase() ?? "";
  const candidates = endMatterWords(profile).get(first);
  if (candidates === undefined) return null;
  const [, name = "", sign = ""] = /^(?:the\s+)?([^:–—\d]{3,60}?)\s*([:–—\d].*)?$/iu.exec(text.slice(0, LONGEST)) ?? [];
  const plain = plainForm(name);
  const known = candidates.find((words) => plain === words.plain || plain.startsWith(`${words.plain} `))?.phrase;
  if (known === undefined) return null;
  // "Prepared by Jane Smith" continues with a name; a longer line of words is a sentence.
  const isShort = plain.split(" ").length <= LONGEST_HEADING;
  if (known.endsWith(" by") && NAMES.test(name.slice(known.length))) return known;
  // "Kind regards," closes a letter with a comma.
  const isWhole = plain === plainForm(known) && text.trimEnd().endsWith(",");
  return isShort && (sign !== "" || isWhole || !/[.;,]$/.test(text)) ? known : null;
}
