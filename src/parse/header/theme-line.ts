/**
 * The theme that a header line states: "THEME 2: HELPING VICTIMS". In: the line. Out: its number, and its title where the
 * line holds one; "STRATEGIC THEME 2 UPDATE - QRT 1" has no title.
 */
import { anyOf } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { CARDINALS, numberOf, ROMAN } from "./number-words.js";
import type { QuarterReader } from "./quarter-line.js";
import type { StatedFields } from "./stated-fields.js";

export type ThemeReader = (line: string, stated: StatedFields) => void;

export function themeReader(profile: Profile, quarter: QuarterReader): ThemeReader {
  const theme = new RegExp(
    `\\b(?:${anyOf(profile.head.theme)})\\s+(?:no\\.?\\s*|number\\s+)?(\\d{1,2}|${CARDINALS.join("|")}|${ROMAN.join("|")})\\b(?:\\s*[:–—-]\\s*|\\s*\\.\\s+|\\s*\\.?$|(?=\\s))`,
    "iu",
  );

  /** "SAFER STREETS UPDATE - QRT 1": the title before a quarter that a sign separates from it; empty where none does. */
  const beforeQuarter = (text: string): string => {
    const at = quarter.find(text);
    const title = at < 0 ? "" : (/^(\p{Lu}.*?)\s*[,:;(|–—-]\s*$/u.exec(text.slice(0, at))?.[1] ?? "");
    return title.replace(/\s+(?:(?:progress|quarterly)\s+)?(?:update|report)$/i, "");
  };

  return (line, stated) => {
    const match = theme.exec(line);
    // Roman numerals are capitals: "Priority i" begins a list item.
    if (match?.[1] === undefined || /^[ivx]+$/.test(match[1])) return;
    stated.set("themeNumber", numberOf(match[1]), match[1]);
    if (!/[:–—.-]\s*$/.test(match[0])) return;
    const after = line.slice(match.index + match[0].length).trim();
    const title = quarter.find(line) < 0 ? after : beforeQuarter(after);
    if (title !== "" && !/^(?:update|progress|report|monitoring|performance)\b/i.test(title))
      stated.set("themeTitle", title, title);
  };
}
