/**
 * Texts that are a date and nothing else, as the cells of a column of dates hold them: "16/07/2011", "Oct-22", "29 Nov",
 * "By March 2024", "Ongoing to 2025". In: a cell's text. Out: whether it is one.
 */
import { DATE } from "./dates.js";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const SEASON = "(?:spring|summer|autumn|winter)";
const LEAD_WORD = `(?:by|end|from|to|until|before|due|mid|early|late|${SEASON}|the|of)`;
const LEAD = `(?:${LEAD_WORD}[\\s-]+){0,3}`;
const PIECE = `(?:${DATE}|${MONTH}\\.?(?:[\\s'’-]*\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?[\\s-]${MONTH}|q[1-4](?:\\s*\\d{2,4}(?:[/-]\\d{2,4})?)?|(?:19|20)\\d{2}(?:\\s*[/–-]\\s*\\d{2,4})?|${SEASON}(?:\\s+(?:term\\s+)?(?:19|20)\\d{2})?)`;
const WHOLE = new RegExp(`^${LEAD}${PIECE}(?:\\s*(?:[–—/,;-]|to|and|\\n)\\s*${LEAD}${PIECE}){0,2}\\.?$`, "iu");
const LONGEST = 48;
/** What a date begins with, that of a week or of a named day among them. */
const START = new RegExp(
  `^(?:\\d|${MONTH}|${LEAD_WORD}|${SEASON}|q[1-4]|w\\/?[ce]|week|(?:mon|tue|wed|thu|fri|sat|sun))`,
  "iu",
);

/** Whether a text whose first word this is may be a date: a quick test that most words fail. */
export const mayBeginDate = (word: string): boolean => START.test(word);

export function isWholeDate(text: string): boolean {
  if (text.length > LONGEST && text.trim().length > LONGEST) return false;
  const trimmed = text.trim();
  return mayBeginDate(trimmed) && WHOLE.test(trimmed);
}
