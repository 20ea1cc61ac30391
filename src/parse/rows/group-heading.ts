/**
 * Headings of groups between the rows of a table: a month, an objective, a ward. In: a text over the table's width and what is
 * around it. Out: whether it heads the rows below it, so that it is neither an update nor a title.
 */
import { NAMED_GROUP } from "../../language/group-lines.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { Context } from "../context.js";

const LONGEST = 140;
const MOST_WORDS = 18;
const SENTENCE_END = /[.;,!?]["”’)]?$/u;
const THEME_NUMBER = /^(?:\d{1,2}(?:\.\d)?|[a-z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)$/u;
const CAPITALS = /^(?=.*\p{Lu}{3})[^\p{Ll}]+$/u;

export interface Around {
  /** Whether the row or line that follows begins a deliverable. */
  readonly rowFollows: boolean;
  /** Whether updates have a column, so that no text over the table's width is one. */
  readonly hasUpdateColumn: boolean;
}

export function isGroupHeading(context: Context, text: string, { rowFollows, hasUpdateColumn }: Around): boolean {
  const line = text.trim();
  if (!rowFollows || line === "" || line.length > LONGEST || line.split(/\s+/).length > MOST_WORDS) return false;
  if (SENTENCE_END.test(line) || !/^[\p{Lu}\d"“'‘(]/u.test(line)) return false;
  if (isWholeDate(line) || startsTheme(context, line) || NAMED_GROUP.test(line)) return true;
  if ((context.update.read(line)?.dateRaw ?? null) !== null) return false;
  return hasUpdateColumn || CAPITALS.test(line);
}

/** "Objective 2: Healthy valleys", "Theme Three", "Priority B"; "Priority was given to the roof" is a sentence. */
function startsTheme({ profile }: Context, line: string): boolean {
  const words = line.toLowerCase().split(/\s+/);
  const name = profile.head.theme.find((word) => line.toLowerCase().startsWith(`${word} `));
  if (name === undefined) return false;
  const at = name.split(" ").length;
  const [number = "", next = ""] = [words[at], line.split(/\s+/)[at + 1]];
  if (!THEME_NUMBER.test(number.replace(/[:.–—-]$/u, ""))) return false;
  return next === "" || /[:–—-]$/u.test(number) || /^[\p{Lu}:–—-]/u.test(next);
}

/** Whether a line is two words or more in capitals, as headings are printed. */
export const isCapitalLine = (text: string): boolean => CAPITAL_LINE.test(text.trim());

const CAPITAL_LINE = /^(?=.*\p{Lu}{3})[^\p{Ll}]+\s[^\p{Ll}]+$/u;
