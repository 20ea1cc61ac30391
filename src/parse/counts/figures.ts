/**
 * The grammar of a stated figure: "8/14 (57%)", "5 out of ten = 50 per cent", "57% (8)", "nine", "33,3%". In: a text and a place
 * in it. Out: the figure that begins there, as printed and as numbers. Every reader of counts and shares uses it.
 */

export interface Figure {
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
}

export interface PrintedFigure extends Figure {
  readonly text: string;
}

const ONES = "one two three four five six seven eight nine".split(" ");
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Numbers in words with their values, up to ninety-nine. */
const SPELLED = new Map<string, number>([
  ["none", 0],
  ...[...ONES, ...TEENS].map((word, at): [string, number] => [word, at + 1]),
  ...TENS.flatMap((tens, at): [string, number][] => [
    [tens, 10 * (at + 2)],
    ...ONES.map((one, unit): [string, number] => [`${tens}-${one}`, 10 * (at + 2) + unit + 1]),
  ]),
]);

/** Source of a pattern for a number in words. */
export const NUMBER_WORDS = `(?:(?:${TENS.join("|")})(?:[- ](?:${ONES.join("|")}))?|none|${[...TEENS, ...ONES].join("|")})(?![\\p{L}\\d])`;
/** Source of a pattern for a whole number in digits: no part of a decimal or of a longer number. */
const DIGITS = "\\d{1,4}(?!\\d|[.,]\\d)";
export const NUMBER = `(?:${DIGITS}|${NUMBER_WORDS})`;
/** Source of a pattern for a percentage; its group `percent` is the figure. */
export const PERCENT = "(?<percent>\\d{1,3}(?:[.,]\\d{1,6})?)\\s?(?:%|per\\s?cent(?![\\p{L}\\d]))";

const COUNT = `(?<count>${NUMBER})`;
const TOTAL = `(?<total>${NUMBER})`;
const OF = "\\s{0,3}(?:/|\\b(?:out\\s+)?of\\b)\\s{0,3}(?:(?:the|our|all)\\s+){0,2}";
const OPEN = "\\s{0,3}[(\\[]?\\s?";
const CLOSE = "\\s?[)\\]]?";

/**
 * The forms of a figure, longest first. Between a count without a total and its percentage there is no dash: "75 - 99%" is a
 * range.
 */
const FORMS = [
  `${COUNT}${OF}${TOTAL}\\s{0,3}[,:=–—-]?${OPEN}${PERCENT}${CLOSE}`,
  `${COUNT}\\s{0,3}[,:=]?${OPEN}${PERCENT}${CLOSE}`,
  `${PERCENT}\\s{0,3}[,:=]?\\s?[(\\[]\\s?${COUNT}(?:${OF}${TOTAL})?${CLOSE}`,
  `${PERCENT}\\s{0,3}[,:=–—-]\\s?${COUNT}${OF}${TOTAL}`,
  `${COUNT}${OF}${TOTAL}`,
  `[(\\[]?${PERCENT}${CLOSE}`,
  `[(\\[]?${COUNT}${CLOSE}`,
].map((form) => new RegExp(`${form}(?![\\p{L}\\d/%]|[.,-]\\d)`, "iuy"));
/** "75 - 99%" is a threshold. */
const RANGE = /\d{1,3}\s?%?\s?(?:[-–—]|to)\s?\d{1,3}\s?%/iuy;
/** What a figure begins with; most words are no numbers and fail here. */
const START = new RegExp(`[\\d([]|${NUMBER_WORDS}`, "iuy");
/** A figure is no part of a word, an amount, a longer number, a code ("P-01") or a span of years. */
const BEFORE = /(?:[\p{L}\d.,£$€/]|[\p{Lu}\d]-)$/u;

/** The value of a number in digits or in words. */
export const numberOf = (printed: string): number =>
  SPELLED.get(printed.toLowerCase().replace(/\s/g, "-")) ?? Number(printed);

/** The figure that begins at an index; `"range"` with its text where a threshold does, null where neither does. */
export function figureAt(text: string, index: number): PrintedFigure | { readonly range: string } | null {
  START.lastIndex = index;
  if (!START.test(text) || BEFORE.test(text.slice(Math.max(0, index - 2), index))) return null;
  RANGE.lastIndex = index;
  const range = RANGE.exec(text);
  if (range !== null) return { range: range[0] };
  for (const form of FORMS) {
    form.lastIndex = index;
    const match = form.exec(text);
    if (match === null) continue;
    const { count, total, percent } = match.groups ?? {};
    const figure = {
      count: count === undefined ? null : numberOf(count),
      total: total === undefined ? null : numberOf(total),
      percent: percent === undefined ? null : Number(percent.replace(",", ".")),
    };
    return isYears(figure) ? { range: match[0] } : { ...figure, text: match[0].trimEnd() };
  }
  return null;
}

/** "2018/19" is a financial year, and a bare number of four digits a year. */
const isYears = ({ count, total, percent }: Figure): boolean =>
  percent === null && count !== null && (total === null ? count > 999 : count > total);

/** Whether count, total and percentage are all printed: nothing else has this form. */
export const isFull = ({ count, total, percent }: Figure): boolean =>
  count !== null && total !== null && percent !== null;

/** Longest figure, in characters; longer texts are not read. */
const LONGEST = 60;

/** Reads a cell or line that is nothing but a count with a total or a percentage; null for a bare number. */
export function readCount(printed: string): Figure | null {
  const text = printed.trim();
  const found = text.length > LONGEST ? null : figureAt(text, 0);
  if (found === null || "range" in found || found.text.length !== text.length || found.count === null) return null;
  const { count, total, percent } = found;
  return total === null && percent === null ? null : { count, total, percent };
}
