/** Words and how alike they are. Pure functions on strings; approximate matching is `natural`'s, by its part alone. */
import distance from "natural/lib/natural/distance/index.js";

const WORD_LETTER = /[\p{L}\p{N}]/u;
/** Which of the first code units are letters or digits: nearly all of a western text, so that no pattern is run. */
const LATIN_LETTERS = Uint8Array.from({ length: 0x250 }, (_, code) =>
  WORD_LETTER.test(String.fromCharCode(code)) ? 1 : 0,
);

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < LATIN_LETTERS.length) return LATIN_LETTERS[code] === 1;
  // A letter outside the basic plane is two units; the second belongs to the first.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && WORD_LETTER.test(text.slice(at - 1, at + 1));
  if (code >= 0xd800 && code <= 0xdbff) return WORD_LETTER.test(text.slice(at, at + 2));
  return WORD_LETTER.test(text.charAt(at));
}

/** Calls with each word of a text as printed, a run of letters and digits, and with where it begins. */
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
