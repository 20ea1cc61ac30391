/**
 * White space in texts: reduced to single spaces or to one line. Most texts need no change and are returned uncopied.
 */

/** Any white space but the plain space. Two separate searches are faster than one pattern for both. */
const UNUSUAL = /[^\S ]/;

/** Whether a text begins or ends with white space, or has anything but one plain space between words. */
export function hasIrregularSpaces(text: string): boolean {
  return text.startsWith(" ") || text.endsWith(" ") || text.includes("  ") || UNUSUAL.test(text);
}

/** The text with every run of white space replaced by one space. */
export function singleSpaced(text: string): string {
  return hasIrregularSpaces(text) ? text.replace(/\s+/g, " ") : text;
}

/** The text with every line break, and the white space around it, replaced by one space. */
export function onOneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
}
