/**
 * Rows whose status is the first letter of a word in the key: "D", "S" and "N" under "Done (blue), Slipping (amber), No progress (red)".
 * In: rows and the key's labels. Out: the same rows, with the status of the word and a reason to review it, where every letter that rows
 * print begins one word of the key alone.
 */
import { plainForm } from "../../language/words.js";
import type { KeyLabel, PrintedRow } from "../../model/printed.js";
import type { Rag } from "../../schema/values.js";
import { isSign } from "./key-meaning.js";

/** Words of a key, and letters of rows, of which fewer may agree by chance. */
const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 2;
const LETTER = /^\p{Lu}$/u;

export function withInitials(rows: readonly PrintedRow[], key: readonly KeyLabel[]): readonly PrintedRow[] {
  const letters = new Set(rows.flatMap(({ ragRaw }) => (ragRaw === null ? [] : [ragRaw])));
  const initials = initialsOf(key);
  // The first letters of colours are those of the built-in scale.
  const isOwn = [...letters].some((letter) => rows.some(({ ragRaw, rag }) => ragRaw === letter && rag === null));
  if (!isOwn || letters.size < FEWEST_LETTERS || ![...letters].every((letter) => initials.has(letter))) return rows;
  for (const row of rows) {
    const rag = initials.get(row.ragRaw ?? "");
    if (rag === undefined || rag === row.rag) continue;
    row.rag = rag;
    row.ragSource = "letter";
    row.reasons.push("status-by-initial");
  }
  return rows;
}

/** First letters of the key's words, each of which begins one word alone; none where the key defines letters itself. */
function initialsOf(key: readonly KeyLabel[]): ReadonlyMap<string, Rag> {
  const words = new Map(key.filter(({ isOfKey }) => isOfKey).map((each) => [plainForm(each.label), each]));
  const found = new Map<string, Rag | null>();
  for (const { label, rag } of words.values()) {
    const letter = label.charAt(0).toUpperCase();
    if (isSign(label) || !LETTER.test(letter)) return new Map();
    found.set(letter, found.has(letter) ? null : rag);
  }
  if (words.size < FEWEST_WORDS) return new Map();
  return new Map([...found].flatMap(([letter, rag]) => (rag === null ? [] : [[letter, rag] as const])));
}
