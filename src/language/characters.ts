/**
 * What kinds of characters a text has. Pure functions that look at each code unit once: for the short texts of cells and names
 * they are faster than a pattern, and they are asked more often than any pattern is tried.
 */

const [ZERO, NINE, SPACE] = [0x30, 0x39, 0x20];
/** The first code unit beyond ASCII, and beyond the Latin letters with their accents. */
const [BEYOND_ASCII, BEYOND_LATIN] = [0x80, 0x250];
const WHITE_SPACE = /\s/;

/** Whether a text has one of the digits 0 to 9. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) return true;
  }
  return false;
}

/** Whether a text has a character beyond the Latin letters: of another alphabet, or a sign such as a dash. */
export function isBeyondLatin(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= BEYOND_LATIN) return true;
  return false;
}

/** Whether a code unit is white space. */
export function isSpace(code: number): boolean {
  if (code < BEYOND_ASCII) return code === SPACE || (code >= 9 && code <= 13);
  return (code < BEYOND_LATIN ? code === 0xa0 : code >= 0x1680) && WHITE_SPACE.test(String.fromCharCode(code));
}
