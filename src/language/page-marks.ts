/** What only pages bear: page numbers and protective markings, alone or together on their line. */
import type { Profile } from "../schema/profile.js";
import { anyOf } from "./words.js";

/** Page marks are short. */
const LONGEST = 140;
const PAGE_NUMBER =
  "(?:page\\s*:?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page)";
const NUMBERED = new RegExp(PAGE_NUMBER, "i");

const patterns = new WeakMap<Profile, RegExp>();

/** Whether a line is nothing but page number and marking: "OFFICIAL Page 2", "Page 1 - OFFICIAL: SENSITIVE". */
export function isPageMark(text: string, profile: Profile): boolean {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    // "OFFICIAL SENSITIVE" is also printed "OFFICIAL: SENSITIVE" and "OFFICIAL - SENSITIVE".
    const words = profile.markings.map((marking) => marking.replace(/[\s-]+/g, " "));
    const marking = `(?:${anyOf(words).replaceAll("\\s+", "[\\s:–—-]{1,3}")})`;
    const piece = `(?:${marking}|${PAGE_NUMBER})`;
    pattern = new RegExp(`^${piece}(?:[\\s|·•:–—-]{0,9}${piece}){0,5}$`, "i");
    patterns.set(profile, pattern);
  }
  return text.length <= LONGEST && pattern.test(text.trim().replace(/\s+/g, " "));
}

/** Whether a page mark holds a page's number. */
export const isNumbered = (mark: string): boolean => NUMBERED.test(mark);
