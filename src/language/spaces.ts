/**
 * White space in texts: reduced to single spaces or to one line. Most texts need no change and are returned uncopied.
 */

import { isSpace } from "./characters.js";

const SPACE = 0x20;

/** Whether a text begins or ends with white space, or has anything but one plain space between words. */
export function hasIrregularSpaces(text: string): boolean {
  let isAfterSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && isSpace(code)) return true;
    if (code === SPACE && isAfterSpace) return true;
    isAfterSpace = code === SPACE;
  }
  return isAfterSpace && text !== "";
}

/** The text with every run of white space replaced by one space. */
export function singleSpaced(text: string): string {
  return hasIrregularSpaces(text) ? text.replace(/\s+/g, " ") : text;
}

/** The text with every line break, and the white space around it, replaced by one space. */
export function onOneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, " ") : text;
}
