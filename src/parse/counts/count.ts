/** A stated count as printed: "8/14 (57%)", "5 out of 10 (50.0%)", "8 (57%)". In: a cell or line. Out: its figures. */

export interface Count {
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
  /** Whether count, total and percentage are all printed: nothing else looks like that. */
  readonly isComplete: boolean;
}

/** Numbers in words, each at its own index. */
export const NUMBER_WORDS: readonly string[] = [
  ..."none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" "),
  ..."sixteen seventeen eighteen nineteen twenty".split(" "),
];

const NUMBER = "\\d{1,4}";
const OF = "\\s{0,3}(?:/|\\bout\\s+of\\b|\\bof\\b)\\s{0,3}(?:the\\s+)?";

/** Source of a pattern for a percentage; its group is the figure. */
export const PERCENT = "(\\d{1,3}(?:\\.\\d{1,6})?)\\s?(?:%|per\\s?cent\\b)";
const OPEN = "\\s{0,3}[(\\[]?\\s?";
const CLOSE = "\\s?[)\\]]?";
/**
 * Source of a pattern for a count with a total or a percentage, or alone. Between a bare count and a percentage stands
 * no dash: "75 - 99%" is a range.
 */
export const COUNT = `(${NUMBER})(?!\\d|[.,]\\d)(?:${OF}(${NUMBER})(?!\\d|[.,]\\d)(?:\\s{0,3}[,:–—-]?${OPEN}${PERCENT}${CLOSE})?|\\s{0,3}[,:]?${OPEN}${PERCENT}${CLOSE})?`;

const WHOLE = new RegExp(`^${COUNT}$`, "iu");
/** A count is short; what is longer is not looked at. */
const LONGEST = 60;

const figure = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** The figures of a match of `COUNT`; null for a financial year ("2018/19"), which only looks like one. */
export function countOf(match: readonly (string | undefined)[]): Count | null {
  const [count, total] = [figure(match[1]), figure(match[2])];
  const percent = figure(match[3] ?? match[4]);
  if (count !== null && total !== null && percent === null && count > total) return null;
  return { count, total, percent, isComplete: total !== null && percent !== null };
}

const SPELLED = `\\b(${NUMBER_WORDS.join("|")})`;
/** What follows a number that is a count: a share, a whole, or nothing. */
const COUNT_WORDS = new RegExp(`^${SPELLED}(?=\\s{0,3}(?:[(\\[/]|$)|\\s(?:out\\s)?of\\s)`, "iu");
const WHOLE_WORDS = new RegExp(`^(\\d{1,4}\\s(?:out\\s)?of\\s(?:the\\s)?)${SPELLED}(?=\\s{0,3}(?:[(\\[]|$))`, "iu");

const digitsOf = (word: string): string => String(NUMBER_WORDS.indexOf(word.toLowerCase()));

/** A text that begins with a count in words ("nine (60%)", "9 of fifteen") with that in digits; null for any other. */
export function inDigits(text: string): string | null {
  const counted = text.replace(COUNT_WORDS, (_, word: string) => digitsOf(word));
  const whole = counted.replace(WHOLE_WORDS, (_, before: string, word: string) => before + digitsOf(word));
  return whole === text ? null : whole;
}

/** Reads a whole cell or line that is a count with a total or a percentage; a bare number is none. */
export function readCount(text: string): Count | null {
  const trimmed = text.trim();
  const match = trimmed.length > LONGEST ? null : WHOLE.exec(inDigits(trimmed) ?? trimmed);
  const count = match === null ? null : countOf(match);
  return count === null || (count.total === null && count.percent === null) ? null : count;
}
