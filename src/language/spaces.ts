/** White space: texts with single spaces, on one line. Most are printed so, and are given back as they are, uncopied. */

/** White space but for the plain space. The text is searched for it and for two spaces apart: natively, both are quick. */
const UNUSUAL = /[^\S ]/;

/** Whether a text begins or ends with white space, or holds any other than one plain space between words. */
export function hasIrregularSpaces(text: string): boolean {
  return text.startsWith(" ") || text.endsWith(" ") || text.includes("  ") || UNUSUAL.test(text);
}

/** The text with every run of white space as one space. */
export function singleSpaced(text: string): string {
  return hasIrregularSpaces(text) ? text.replace(/\s+/g, " ") : text;
}

/** The text with its line breaks, and the white space around them, as spaces. */
export function onOneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
}
