/**
 * Texts to words, and similarity of words. Pure functions on strings; approximate comparison comes from `natural`, of
 * which only one module is loaded.
 */

import distance from "natural/lib/natural/distance/index.js";
import { isSpace } from "./characters.js";

const WORD_LETTER = /[\p{L}\p{N}]/u;
/**
 * Whether each of the first code units is a letter or digit: a lookup for nearly all western text, faster than a
 * pattern.
 */
const LATIN_LETTERS = Uint8Array.from({ length: 0x250 }, (_, code) =>
  WORD_LETTER.test(String.fromCharCode(code)) ? 1 : 0,
);

const ASCII = 0x80;

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < LATIN_LETTERS.length) return LATIN_LETTERS[code] === 1;
  // A letter outside the basic plane takes two code units; each is judged together with the other.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && WORD_LETTER.test(text.slice(at - 1, at + 1));
  if (code >= 0xd800 && code <= 0xdbff) return WORD_LETTER.test(text.slice(at, at + 2));
  return WORD_LETTER.test(text.charAt(at));
}

/** Calls `visit` with each word of a text as printed (a run of letters and digits) and with its position. */
export function eachWord(text: string, visit: (word: string, start: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordUnit(text, at)) continue;
    const start = at;
    do at += 1;
    while (at < text.length && isWordUnit(text, at));
    visit(text.slice(start, at), start);
  }
}

/** The words of a text as printed. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => {
    words.push(word);
  });
  return words;
}

const SPACE = 0x20;

/** Whether a text is in plain form but for its case, as most are: words of ASCII letters and digits with one space between. */
function isPlain(text: string): boolean {
  let isAfterWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ASCII || (code === SPACE ? !isAfterWord : LATIN_LETTERS[code] === 0)) return false;
    isAfterWord = code !== SPACE;
  }
  return isAfterWord;
}

/** Lower case, one space between words, no punctuation: the form in which texts are compared. */
export function plainForm(text: string): string {
  const lower = text.toLowerCase();
  return isPlain(text) ? lower : wordsOf(lower).join(" ");
}

/**
 * The first word of a text in lower case; null where it has none, or where another alphabet's letters or signs may be part of it.
 * How the words of a list begin excludes most texts.
 */
export function plainFirstWord(text: string): string | null {
  let start = 0;
  let code = text.charCodeAt(0);
  while (start < text.length && code < ASCII && LATIN_LETTERS[code] === 0) {
    start += 1;
    code = text.charCodeAt(start);
  }
  let end = start;
  while (end < text.length && code < ASCII && LATIN_LETTERS[code] === 1) {
    end += 1;
    code = text.charCodeAt(end);
  }
  return end === start || code >= ASCII ? null : text.slice(start, end).toLowerCase();
}

/** What is after a text's last white space. */
export function lastWord(text: string): string {
  let at = text.length;
  while (at > 0 && !isSpace(text.charCodeAt(at - 1))) at -= 1;
  return text.slice(at);
}

/** Number of edits between two short strings; transpositions count once. */
export function editDistance(a: string, b: string): number {
  return distance.DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** Jaro-Winkler similarity without regard to case, 0 to 1; meant for words and short phrases. */
export function similarity(a: string, b: string): number {
  return distance.JaroWinklerDistance(a, b, { ignoreCase: true });
}

/** What the beginning of two texts may add to their Jaro similarity, as a share of what that lacks. */
const WINKLER_SHARE = 0.4;

/**
 * Whether two lower-case texts are at least as similar as `least`. Most pairs are distinguished by the letters that they have in
 * common: no more than these can match, which is an upper limit of the similarity.
 */
export function areSimilar(a: string, b: string, least: number): boolean {
  const jaro = (least - WINKLER_SHARE) / (1 - WINKLER_SHARE);
  const limit = (common: number): number => (common / a.length + common / b.length + 1) / 3;
  if (limit(Math.min(a.length, b.length)) < jaro || limit(commonLetters(a, b)) < jaro) return false;
  return similarity(a, b) >= least;
}

const letterCounts = new Int16Array(128);

/** How many letters two texts share, wherever they stand; others than ASCII count as shared. */
function commonLetters(a: string, b: string): number {
  letterCounts.fill(0);
  let common = 0;
  for (let at = 0; at < a.length; at += 1) {
    const code = a.charCodeAt(at);
    if (code < letterCounts.length) letterCounts[code] = (letterCounts[code] ?? 0) + 1;
    else common += 1;
  }
  for (let at = 0; at < b.length; at += 1) {
    const code = b.charCodeAt(at);
    const left = letterCounts[code] ?? 0;
    if (left === 0) continue;
    letterCounts[code] = left - 1;
    common += 1;
  }
  return common;
}

/** Source of a pattern that matches the word literally, with any white space between its parts. */
export function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/**
 * Source of a pattern that matches any of the words; longest first, so that "not yet started" is tried before "not".
 */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapePattern)
    .join("|");
}
