/**
 * Several updates in one line. In: a line's text, how the first heading of its row is printed, and the forms of headings
 * that the report uses. Out: the line's pieces, each but the first with a heading of its own.
 */
import { DATE } from "../language/dates.js";
import type { UpdateForms } from "./update-forms.js";
import type { HeadingGrammar } from "./update-heading.js";

const SENTENCE_END = /[.!?]["”’)\]]{0,2}\s/g;
/** What a further heading begins with: a date, term or quarter that a sign or a sentence follows. */
const FURTHER = new RegExp(
  `(?:update\\s+)?(?:${DATE})(?::|\\s[-–—]\\s+\\p{L}|\\s+\\p{L})|(?:\\p{L}{1,10}(?:\\s+(?:term|update))?(?:\\s?\\d{1,4})?):\\s`,
  "iuy",
);
/** Most lines have neither a figure nor a word with a colon. */
const MAY_HOLD_MORE = /\d|\p{L}:\s/u;
/** A date in figures and a colon, or with a heading's word before it, heads what follows whatever the first one's form. */
const PLAIN = /^(?:[Uu]pdate\s+)?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}:/;
/** A stop after these ends no sentence: "see item no. 14.05.20: the fair". */
const ABBREVIATED = /(?:^|[\s(])(?:nos?|refs?|mins?|dated?|approx|paras?|pp?|cf|e\.g|i\.e)\.\s*$/iu;

/** @param first the form of the first heading of the line's row; null where there is none */
export function updatesOfLine(
  text: string,
  update: HeadingGrammar,
  forms: UpdateForms,
  first: string | null,
): string[] {
  const pieces = MAY_HOLD_MORE.test(text) ? piecesOf(text) : [text];
  if (pieces.length === 1) return [text];
  const form = first ?? update.readOpening(pieces[0] ?? "")?.form ?? null;
  const begins = (piece: string): boolean => {
    const usual = update.readUsual(piece);
    if (usual !== null && forms.isUsual(usual)) return true;
    const own = form === null ? null : (update.readOpening(piece)?.form ?? null);
    return own !== null && (own === form || (PLAIN.test(piece) && update.read(piece) !== null));
  };
  const out: string[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before !== undefined && (ABBREVIATED.test(before.slice(-12)) || !begins(piece)))
      out[out.length - 1] = before + piece;
    else out.push(piece);
  }
  return out.map((piece) => piece.trim());
}

/** The text cut after each sentence that something like a heading follows. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(SENTENCE_END)) {
    FURTHER.lastIndex = index + end.length;
    if (!FURTHER.test(text)) continue;
    pieces.push(text.slice(from, index + end.length));
    from = index + end.length;
  }
  return [...pieces, text.slice(from)];
}
