/**
 * Row labels of any form: "7", "4a", "AUD-014", "SR (25/26) 01", "2023/04", "1.1.1.1", "1(a)", "iv", "Action 3". In: a cell's
 * text. Out: the label as printed, without the closing dot or bracket of a plain one; null for anything longer or looser.
 * Whether a column of such texts holds labels is decided from all its cells, not here.
 */
import { hasDigit } from "./characters.js";
import { singleSpaced } from "./spaces.js";

/** Characters of "Recommendation 12 (b)" and its like. */
const LONGEST = 28;
const MOST_PARTS = 4;
/** A part of a label: "SR", "(25/26)", "01", "PUB22/3/85", "HSG_0068_2021-Q4". */
const PART = /^[([]?[\p{L}\d][\p{L}\d/._:–-]*(?:\([\p{L}\d/.-]{1,6}\))?[)\].:]?$/u;
/** A word that may come before a number: a part without a digit is short, or is one of these kinds of words. */
const LEADING_WORD = /^(?:\p{Lu}{1,6}|[Nn]o\.?|\p{Lu}\p{Ll}{2,13}|\p{Lu}{7,14})$/u;
const ROMAN = /^[([]?(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})[)\].:]?$/i;
const SINGLE_LETTER = /^[([]?[A-Za-z][)\].:]$/;
/** What looks like a label and is an amount or a share. */
const FIGURE = /[£$€%]|^\d{1,3}(?:,\d{3})+$|^\d+\.\d{3,}$/;
/** Nothing but zeros, a plain number of more than four digits, or a date in figures, which a word of time may be before. */
const NO_LABEL =
  /^(?:0+|\d{5,}|(?:(?:due|by|from|to|until|till|since|on|at|before|after|starts?|ends?|dated?|updated?) )?(?:\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})|(?:19|20)\d{2}-\d{2}-\d{2}))$/iu;

/** Characters of a label without a digit: "(lxxxviii)". */
const LONGEST_UNNUMBERED = 16;
/** Characters with the line breaks and spaces that a narrow cell may have in a label. */
const LONGEST_PRINTED = 2 * LONGEST;

/** The label that a whole cell is, or null. */
export function rowLabelOf(text: string): string | null {
  if (text.length > LONGEST_PRINTED) return null;
  const isNumbered = hasDigit(text);
  if (!isNumbered && text.trim().length > LONGEST_UNNUMBERED) return null;
  const trimmed = singleSpaced(unbroken(text)).trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  if (!isNumbered) return ROMAN.test(trimmed) || SINGLE_LETTER.test(trimmed) ? bare(trimmed) : null;
  if (FIGURE.test(trimmed) || NO_LABEL.test(bare(trimmed))) return null;
  return areLabelParts(trimmed.split(" ")) ? bare(trimmed) : null;
}

/** A narrow cell breaks a label at a hyphen or a slash, or before a bracket: "HMLC_0029_1617-" above "Q4". */
const unbroken = (text: string): string =>
  text.includes("\n") ? text.replace(/(?<=[-/_.–])\s*\n\s*|\s*\n\s*(?=[-/_–])/g, "") : text;

/** Whether words are a label's: at most the first has no digit. */
function areLabelParts(parts: readonly string[]): boolean {
  if (parts.length > MOST_PARTS || !parts.every((part) => PART.test(part))) return false;
  const [word, ...more] = parts.filter((part) => !hasDigit(part));
  return word === undefined || (more.length === 0 && parts[0] === word && LEADING_WORD.test(word));
}

/** Without a closing dot, colon or bracket, and without brackets around all of it: "3.", "3)" and "(3)" are 3. */
function bare(label: string): string {
  const inside = /^[([]([\p{L}\d.-]+)[)\]]$/u.exec(label)?.[1] ?? label;
  const closes = /\([^()]*\)\)$/.test(inside) ? inside.slice(0, -1) : inside;
  return closes.includes("(") ? closes.replace(/[.:]$/, "") : closes.replace(/[.:)\]]+$/, "");
}

/** Fewest single letters that are a sequence; two may be grades. */
const FEWEST_LETTERS = 3;
/** Share of a column's texts that must be letters: totals stand among them. */
const MOSTLY_LETTERS = 0.6;

/** Whether a column's texts are mostly single letters, each the next of the one before it: A, B and C number rows as 1, 2 and 3 do. */
export function countInLetters(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "");
  const letters = filled.filter(isLetter);
  if (letters.length < FEWEST_LETTERS || letters.length < filled.length * MOSTLY_LETTERS) return false;
  return letters.every((letter, at) => at === 0 || letter.charCodeAt(0) === (letters[at - 1] ?? "").charCodeAt(0) + 1);
}

/** Whether a text is one letter, which is a label in a column that counts in letters. */
export const isLetter = (text: string): boolean => /^[A-Za-z]$/.test(text);

/** A label's form: runs of digits as 9 and runs of letters as A or a, so that labels of one list have the same. */
export function labelForm(label: string): string {
  return label
    .replace(/\d+/g, "9")
    .replace(/\p{Lu}+/gu, "A")
    .replace(/\p{Ll}+/gu, "a");
}

/** A label and the title after it: "1.1 Agree …", "3. Light …", "(a) Visit …". */
const LABELLED_TITLE = /^(\S{1,12}?[.):]?)\s+(?=["“'‘(]?\p{Lu})/u;
/** A label of figures, dots and capitals that nothing separates from its title: "L1.1Run cooling centres". */
const GLUED = /^(\p{Lu}{0,3}\d+(?:\.\d+)+)(?=\p{Lu}\p{Ll})/u;

/** The label that a title begins with and the rest, or null. */
export function splitLabel(title: string): { readonly label: string; readonly rest: string } | null {
  const match = LABELLED_TITLE.exec(title) ?? GLUED.exec(title);
  const label = match?.[1] === undefined ? null : rowLabelOf(match[1]);
  if (match === null || label === null || !/\d|[.)]$/.test(match[1] ?? "")) return null;
  return { label, rest: title.slice(match[0].length).trim() };
}
