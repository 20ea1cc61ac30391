/**
 * Texts that are a date and nothing else, as the cells of a column of dates hold them: "16/07/2011", "Oct-22", "29 Nov",
 * "By March 2024", "Ongoing to 2025". In: a cell's text. Out: whether it is one.
 */
import { DATE } from "./dates.js";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const LEAD = "(?:(?:by|end|from|to|until|before|due|mid|early|late|spring|summer|autumn|winter|the|of)[\\s-]+){0,3}";
const PIECE = `(?:${DATE}|${MONTH}\\.?(?:[\\s'’-]*\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?[\\s-]${MONTH}|q[1-4](?:\\s*\\d{2,4}(?:[/-]\\d{2,4})?)?|(?:19|20)\\d{2}(?:\\s*[/–-]\\s*\\d{2,4})?|(?:spring|summer|autumn|winter)(?:\\s+(?:term\\s+)?(?:19|20)\\d{2})?)`;
const WHOLE = new RegExp(`^${LEAD}${PIECE}(?:\\s*(?:[–—/,;-]|to|and|\\n)\\s*${LEAD}${PIECE}){0,2}\\.?$`, "iu");
const LONGEST = 48;

export function isWholeDate(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== "" && trimmed.length <= LONGEST && WHOLE.test(trimmed);
}
