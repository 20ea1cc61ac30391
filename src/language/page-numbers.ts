/** What only pages bear: page numbers and protective markings, alone or together on their line. */
import type { Profile } from "../schema/profile.js";
import { anyOf, escapePattern } from "./words.js";

/** Page marks are short. */
const LONGEST = 140;
const PAGE_NUMBER =
  "(?:page\\s*:?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page)";
const NUMBERED = new RegExp(PAGE_NUMBER, "i");

interface Patterns {
  readonly whole: RegExp;
  /** What a mark may begin with: most lines begin otherwise, and need not be looked at whole. */
  readonly start: RegExp;
}

const patterns = new WeakMap<Profile, Patterns>();

/** Whether a line is nothing but page number and marking: "OFFICIAL Page 2", "Page 1 - OFFICIAL: SENSITIVE". */
export function isPageNumberOrMarking(text: string, profile: Profile): boolean {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    // "OFFICIAL SENSITIVE" is also printed "OFFICIAL: SENSITIVE" and "OFFICIAL - SENSITIVE".
    const words = profile.markings.map((marking) => marking.replace(/[\s-]+/g, " "));
    const marking = `(?:${anyOf(words).replaceAll("\\s+", "[\\s:–—-]{1,3}")})`;
    const piece = `(?:${marking}|${PAGE_NUMBER})`;
    const initials = escapePattern(words.map((word) => word.charAt(0)).join(""));
    pattern = {
      whole: new RegExp(`^${piece}(?:[\\s|·•:–—-]{0,9}${piece}){0,5}$`, "i"),
      start: new RegExp(`^\\s*[-–—p\\d${initials}]`, "i"),
    };
    patterns.set(profile, pattern);
  }
  return text.length <= LONGEST && pattern.start.test(text) && pattern.whole.test(text.trim().replace(/\s+/g, " "));
}

/** Whether a page mark holds a page's number. */
export const hasPageNumber = (mark: string): boolean => NUMBERED.test(mark);
