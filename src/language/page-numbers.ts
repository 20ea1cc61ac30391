/** Recognises lines that hold only a page number, a protective marking of the profile, or both. */
import type { Profile } from "../schema/profile.js";
import { anyOf } from "./words.js";

/** Longest such line, in characters. */
const LONGEST = 140;
const PAGE_NUMBER =
  "(?:page\\s*:?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page)";
const NUMBERED = new RegExp(PAGE_NUMBER, "i");

interface Patterns {
  readonly line: RegExp;
  /** What such a line begins with: a quick test that most other lines fail. */
  readonly start: RegExp;
}

const patterns = new WeakMap<Profile, Patterns>();

/** Whether a line is only a page number, a marking or both: "OFFICIAL Page 2", "Page 1 - OFFICIAL: SENSITIVE". */
export function isPageNumberOrMarking(text: string, profile: Profile): boolean {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    // "OFFICIAL SENSITIVE" is also printed "OFFICIAL: SENSITIVE" and "OFFICIAL - SENSITIVE".
    const words = profile.markings.map((marking) => marking.replace(/[\s-]+/g, " "));
    const marking = `(?:${anyOf(words).replaceAll("\\s+", "[\\s:–—-]{1,3}")})`;
    const piece = `(?:${marking}|${PAGE_NUMBER})`;
    const first = words.map((word) => word.split(" ", 1)[0] ?? word);
    pattern = {
      line: new RegExp(`^${piece}(?:[\\s|·•:–—-]{0,9}${piece}){0,5}$`, "i"),
      start: new RegExp(`^\\s*(?:[-–—\\d]|page|${anyOf(first)})`, "i"),
    };
    patterns.set(profile, pattern);
  }
  return text.length <= LONGEST && pattern.start.test(text) && pattern.line.test(text.trim().replace(/\s+/g, " "));
}

/** Whether such a line contains a page number. */
export const hasPageNumber = (line: string): boolean => NUMBERED.test(line);
