/**
 * Tests on the end of a text: whether it ends with given characters, and whether its sentence continues on the next
 * line.
 */

/** A comma, or a word that another one must follow. */
const UNFINISHED = /(?:,|\b(?:and|or|of|the|a|an|in|on|at|to|for|with|by|from|including|across|their|our|its|as)|&)$/i;

/**
 * Whether a text's last character is one of `characters`. Faster than a pattern anchored at the end, which is tried at
 * every position.
 */
export function endsWithAny(text: string, characters: string): boolean {
  return text !== "" && characters.includes(text.charAt(text.length - 1));
}

/** Characters of the longest of these words, and the one before it. */
const LONGEST_UNFINISHED = 10;
/** What an unfinished text ends with. Most texts end otherwise, and the pattern would be tried at every place of them. */
const LAST_CHARACTERS = ",&adefghmnorstyADEFGHMNORSTY";

/** Whether a line cannot be the last of its sentence or title. */
export function isUnfinished(text: string): boolean {
  const end = text.trimEnd();
  return endsWithAny(end, LAST_CHARACTERS) && UNFINISHED.test(end.slice(-LONGEST_UNFINISHED));
}
