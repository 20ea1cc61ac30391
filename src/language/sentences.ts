/** What a line's end says of the line that follows. */

/** A comma, or a word that wants another behind it. */
const UNFINISHED = /(?:,|\b(?:and|or|of|the|a|an|in|on|at|to|for|with|by|from|including|across|their|our|its|as)|&)$/i;

/** Whether a text's last character is one of `marks`. A pattern that is tied to the end alone is tried at every character. */
export function endsWithAny(text: string, marks: string): boolean {
  return text !== "" && marks.includes(text.charAt(text.length - 1));
}

/** Whether a line cannot be the last of its sentence or title. */
export function isUnfinished(text: string): boolean {
  return UNFINISHED.test(text.trimEnd());
}
