/**
 * Several updates in one line. In: a line's text, and how the first dated heading of its row is printed. Out: the line's
 * pieces, each but the first with a dated heading of its own.
 */
import { DATE } from "../language/dates.js";
import type { HeadingGrammar, UpdateHeading } from "./update-heading.js";

/** Where a further heading may begin: behind a sentence, a date that a colon or a dash parts from what it heads. */
const FURTHER = new RegExp(`(?<=[.!?]["”’)\\]]{0,2}\\s)(?=(?:update\\s+)?(?:${DATE})(?::|\\s[-–—]\\s+\\p{L}))`, "iu");
/** A date in figures and a colon, or with a heading's word before it, heads what follows whatever the first one's form. */
const PLAIN = /^(?:[Uu]pdate\s+)?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}:/;
/** A stop behind these ends no sentence: "see item no. 14.05.20: the fair". */
const ABBREVIATED = /(?:^|[\s(])(?:nos?|refs?|mins?|dated?|approx|paras?|pp?|cf|e\.g|i\.e)\.\s*$/iu;

/** A dated heading as it would be printed with any other date of its kind: "9.9.9:", "update a 9 -"; null where undated. */
export function formOf(heading: UpdateHeading): string | null {
  const { heading: printed, dateRaw } = heading;
  if (dateRaw === null) return null;
  const shape = dateRaw.replace(/\d+/g, "9").replace(/\p{L}+/gu, "a");
  return printed.replace(dateRaw, shape).toLowerCase();
}

/** @param first the form of the first dated heading of the line's row; null where there is none */
export function updatesOfLine(text: string, update: HeadingGrammar, first: string | null): string[] {
  const pieces = /\d/.test(text) ? text.split(FURTHER) : [text];
  if (pieces.length === 1) return [text];
  const opening = update.readOpening(pieces[0] ?? "");
  const form = first ?? (opening === null ? null : formOf(opening));
  if (form === null) return [text];
  const begins = (piece: string): boolean => {
    const heading = update.readOpening(piece);
    const dated = heading === null ? null : formOf(heading);
    return dated !== null && (dated === form || (PLAIN.test(piece) && update.read(piece) !== null));
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
