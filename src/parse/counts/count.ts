/** A stated count as printed: "8/14 (57%)", "5 out of 10 (50.0%)", "8 (57%)". In: a cell or line. Out: its figures. */

export interface Count {
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
  /** Whether count, total and percentage are all printed: nothing else has this form. */
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
 * Source of a pattern for a count with a total or a percentage, or without both. No dash may be between a count and a
 * percentage: "75 - 99%" is a range.
 */
export const COUNT = `(${NUMBER})(?!\\d|[.,]\\d)(?:${OF}(${NUMBER})(?!\\d|[.,]\\d)(?:\\s{0,3}[,:–—-]?${OPEN}${PERCENT}${CLOSE})?|\\s{0,3}[,:]?${OPEN}${PERCENT}${CLOSE})?`;

const COUNT_ONLY = new RegExp(`^${COUNT}$`, "iu");
/** Longest count, in characters; longer texts are not read. */
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
/** A number in words that a percentage, a total or nothing follows. */
const COUNT_WORDS = new RegExp(`^${SPELLED}(?=\\s{0,3}(?:[(\\[/]|$)|\\s(?:out\\s)?of\\s)`, "iu");
const TOTAL_WORDS = new RegExp(`^(\\d{1,4}\\s(?:out\\s)?of\\s(?:the\\s)?)${SPELLED}(?=\\s{0,3}(?:[(\\[]|$))`, "iu");

const digitsOf = (word: string): string => String(NUMBER_WORDS.indexOf(word.toLowerCase()));

/** A text that begins with a count in words ("nine (60%)", "9 of fifteen"), with the count in digits; null for any other. */
export function inDigits(text: string): string | null {
  const counted = text.replace(COUNT_WORDS, (_, word: string) => digitsOf(word));
  const converted = counted.replace(TOTAL_WORDS, (_, before: string, word: string) => before + digitsOf(word));
  return converted === text ? null : converted;
}

/** Reads a cell or line that is nothing but a count with a total or a percentage; null for a bare number. */
export function readCount(text: string): Count | null {
  const trimmed = text.trim();
  const match = trimmed.length > LONGEST ? null : COUNT_ONLY.exec(inDigits(trimmed) ?? trimmed);
  const count = match === null ? null : countOf(match);
  return count === null || (count.total === null && count.percent === null) ? null : count;
}
