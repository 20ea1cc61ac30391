/** What only pages bear: page numbers and protective markings, alone or together on their line. */
import type { Profile } from "../schema/profile.js";
import { anyOf } from "./words.js";

/** Page marks are short. */
const LONGEST = 80;
const NUMBER =
  "(?:page\\s*:?\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page)";

const patterns = new WeakMap<Profile, RegExp>();

/** Whether a line is nothing but page number and marking: "OFFICIAL Page 2", "Page 1 - OFFICIAL: SENSITIVE". */
export function isPageMark(text: string, profile: Profile): boolean {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    const marking = `(?:${anyOf(profile.markings)})(?:\\s*[:–—-]\\s*(?:sensitive|personal|commercial|part\\s+\\d))?`;
    pattern = new RegExp(`^(?:${marking}|${NUMBER})(?:[\\s|·•:–—-]*(?:${marking}|${NUMBER}))*$`, "i");
    patterns.set(profile, pattern);
  }
  const line = text.trim();
  return line.length <= LONGEST && pattern.test(line);
}
