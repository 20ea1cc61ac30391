/** White space: a text with single spaces. Most lines are printed so, and are given back as they are, uncopied. */

/** White space that is anything but one plain space between words. */
const UNEVEN = /\s\s|[^\S ]/;

/** The text with every run of white space as one space. */
export function singleSpaced(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** Whether white space other than one plain space parts words, so that the text may hold several cells. */
export function isUneven(text: string): boolean {
  return UNEVEN.test(text);
}
