/**
 * What a line of a list begins with. In: the line. Out: its row label, its coloured glyph and the title after them; null where it
 * has none of these and no status in its labelled values.
 */
import { hasDigit } from "../../language/characters.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { type ListGrammar, splitInline } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";

export interface NumberedLine {
  /** The row label, and all that is printed before the title: "Action 3.1", where the label is "3.1". */
  readonly label: string | null;
  readonly printed: string;
  readonly title: string;
  readonly glyph: string | null;
}

const LABEL_WORDS = 4;
/** Signs of rights are pictographs too: "© 2024 All rights reserved" is no entry. */
const GLYPH_FIRST = /^((?:(?![©®™])\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?)\s+(?=\S)/u;
const GLYPH_LAST = /(?<=[^\s–—:)\]-])\s+((?:(?![©®™])\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?)$/u;
const GLYPH_WITHIN = /\s(?:(?![©®™])\p{Extended_Pictographic}|[●■◆▲○◯])\ufe0f?\s/u;
/** A quick test that most lines fail. */
const MAY_BE_GLYPH = /[\u203c-\uffff]/;
/** "(a)", "iv)": a label without a digit has a sign after it. */
const LETTERED = /^[(]?(?:\p{L}|[ivx]{1,4})[.)]$/iu;
/** "Action 3", where the word before the number may be the title's own. */
const WORD_FIRST = /^\p{L}\p{Ll}+\s/u;
/** A share with nothing else. */
const SHARE = /^\s*\(?\d{1,3}(?:[.,]\d+)?\s?%\)?\s*$/;

/** What each line begins with: the lines around it ask for it again. */
const known = new WeakMap<ListLine, NumberedLine | null>();

/** A line's label, glyph and title; null where it has neither label nor glyph. */
export function numbered(line: ListLine | undefined, grammar: ListGrammar): NumberedLine | null {
  if (line === undefined) return null;
  let found = known.get(line);
  if (found === undefined) {
    found = readNumbered(line.bare, grammar);
    known.set(line, found);
  }
  return found;
}

/** The coloured glyph at either end of a line. */
const glyphOf = (line: string): string | null =>
  MAY_BE_GLYPH.test(line) ? (GLYPH_FIRST.exec(line)?.[1] ?? GLYPH_LAST.exec(line)?.[1] ?? null) : null;

/** Words at the beginning of a line that its label may take, at most: none where no figure is among them. */
const labelWords = (words: readonly string[]): number =>
  LETTERED.test(words[0] ?? "") || words.slice(0, LABEL_WORDS).some((word) => hasDigit(word))
    ? Math.min(LABEL_WORDS, words.length)
    : 0;

function readNumbered(line: string, grammar: ListGrammar): NumberedLine | null {
  const glyph = glyphOf(line);
  const words = (glyph === null ? line : line.replace(GLYPH_FIRST, "").replace(GLYPH_LAST, "")).split(" ");
  for (let count = labelWords(words); count >= 1; count -= 1) {
    const printed = words.slice(0, count).join(" ").trim();
    const label = rowLabelOf(printed);
    if (label === null || !mayLabel(label, printed, words[count] ?? "")) continue;
    // "6/10 (60%)" is a count and its share.
    if (SHARE.test(words.slice(count).join(" "))) return null;
    return {
      label: withoutKind(label, grammar),
      printed,
      title: words
        .slice(count)
        .join(" ")
        .replace(/^\s*(?:[–—:-]\s+)?/u, "")
        .trim(),
      glyph,
    };
  }
  const title = words.join(" ");
  const isMarked = glyph !== null && grammar.status.read(glyph) !== null && !beginsKey(title, grammar);
  return isMarked || hasStatusAfter(title, grammar) ? { label: null, printed: "", title, glyph } : null;
}

/** Whether a label is one before the word after it: "Retrofit 500 homes" begins with a number of homes. */
const mayLabel = (label: string, printed: string, next: string): boolean =>
  (hasDigit(label) || LETTERED.test(printed)) && !(WORD_FIRST.test(printed) && /^\p{Ll}/u.test(next));

/** "Green: on track", "Going well 🔴 Late": what a glyph comes before is then a line of the key. */
const beginsKey = (title: string, { status }: ListGrammar): boolean =>
  status.readLabel(title.split(/[:=(\d]|\s[–—-]/u, 1)[0] ?? "") !== null || GLYPH_WITHIN.test(title);

/** "Open the café (Lead: NCC, Status: Amber)" */
const hasStatusAfter = (title: string, grammar: ListGrammar): boolean =>
  splitInline(title, grammar).inline.some(({ name }) => grammar.roles.get(name) === "status");

/** "Action 3" is the third entry of a list of actions: its word says what the entries are, as a column's heading does. */
function withoutKind(label: string, { roles }: ListGrammar): string {
  const [kind = "", ...number] = label.split(" ");
  const role = roles.get(kind.toLowerCase().replace(/\.$/, ""));
  return number.length > 0 && (role === "title" || role === "number") ? number.join(" ") : label;
}
