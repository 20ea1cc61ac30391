/** White space: texts with single spaces, on one line. Most are printed so, and are given back as they are, uncopied. */

const SPACE = 0x20;
const LAST_ASCII = 0x7f;
const ASCII_SPACES = Uint8Array.from({ length: LAST_ASCII + 1 }, (_, code) =>
  /\s/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a text begins or ends with white space, or holds any other than one plain space between words. */
export function isUneven(text: string): boolean {
  let spaced = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code <= LAST_ASCII ? ASCII_SPACES[code] === 1 : /\s/.test(text.charAt(at));
    if (isSpace && (spaced || code !== SPACE)) return true;
    spaced = isSpace;
  }
  return spaced && text !== "";
}

/** The text with every run of white space as one space. */
export function singleSpaced(text: string): string {
  return isUneven(text) ? text.replace(/\s+/g, " ") : text;
}

/** The text with its line breaks, and the white space around them, as spaces. */
export function onOneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
}
