/** Words and how alike they are. Pure functions on strings; approximate matching is `natural`'s, by its part alone. */
import distance from "natural/lib/natural/distance/index.js";

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text as printed: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Lower case, one space between words, no punctuation: the form in which headings and blocks are compared. */
export function plainForm(text: string): string {
  return wordsOf(text.toLowerCase()).join(" ");
}

/** Number of edits between two short strings; transpositions count once. */
export function editDistance(a: string, b: string): number {
  return distance.DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** Jaro-Winkler similarity without regard to case, 0 to 1; meant for words and short phrases. */
export function similarity(a: string, b: string): number {
  return distance.JaroWinklerDistance(a, b, { ignoreCase: true });
}

/** A pattern's special characters escaped, so that a word from a profile stands for itself. */
export function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** Words as an alternation, longest first, so that "not yet started" is tried before "not". */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapePattern)
    .join("|");
}
