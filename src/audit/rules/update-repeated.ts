/**
 * In: the texts of all update blocks. Out: rows with a block that an earlier row already has, but for case, white space
 * and punctuation. Linear: blocks are first told apart by a cheap sketch, and only look-alikes are split into words.
 */
import { wordsOf } from "../../language/words.js";
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { countOf, quote, rowList, rowName } from "../phrases.js";

/** Enough to tell most blocks apart, such as those that begin with one stock sentence. */
const SKETCHED_CHARACTERS = 250;
const CODE_0 = 48;
const CODE_9 = 57;
const CODE_UPPER_A = 65;
const CODE_UPPER_Z = 90;
const CODE_LOWER_A = 97;
const CODE_LOWER_Z = 122;
/** From an upper-case ASCII letter to its lower case. */
const LOWER_OFFSET = 32;
/** The usual multiplier of polynomial string hashes. */
const HASH_FACTOR = 31;

interface RepeatFact extends RowFact {
  readonly earlier: Deliverable;
  readonly text: string;
  readonly wordCount: number;
}

/** A number that is equal for texts of equal words, and seldom for others: a hash of their first ASCII letters and digits. */
function sketch(text: string): number {
  let hash = 0;
  let left = SKETCHED_CHARACTERS;
  for (let index = 0; index < text.length && left > 0; index++) {
    let code = text.charCodeAt(index);
    if (code >= CODE_UPPER_A && code <= CODE_UPPER_Z) code += LOWER_OFFSET;
    const counts = (code >= CODE_LOWER_A && code <= CODE_LOWER_Z) || (code >= CODE_0 && code <= CODE_9);
    if (!counts) continue;
    hash = (Math.imul(hash, HASH_FACTOR) + code) | 0;
    left--;
  }
  return hash;
}

function findRepeats(rows: readonly Deliverable[], shortest: number): RepeatFact[] {
  const sketches = rows.map((row) => row.updates.map((update) => sketch(update.text)));
  const uses = new Map<number, number>();
  for (const ofRow of sketches) for (const one of ofRow) uses.set(one, (uses.get(one) ?? 0) + 1);
  const firstBearers = new Map<string, Deliverable>();
  const facts: RepeatFact[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    let repeat: RepeatFact | null = null;
    for (const [index, { text }] of row.updates.entries()) {
      if (uses.get(sketches[rowIndex]?.[index] ?? 0) === 1) continue;
      const words = wordsOf(text.toLowerCase());
      if (words.length === 0 || words.length < shortest) continue;
      const key = words.join(" ");
      const earlier = firstBearers.get(key);
      if (earlier === undefined) {
        firstBearers.set(key, row);
      } else if (earlier !== row && repeat === null) {
        const figures = {
          ...(earlier.number !== null && { expected: earlier.number }),
          ...(row.number !== null && { actual: row.number }),
        };
        repeat = { ...rowFact(row, figures), earlier, text, wordCount: words.length };
      }
    }
    if (repeat !== null) facts.push(repeat);
  }
  return facts;
}

const REPEATED_TEXT = "The board met in May and agreed the next steps.";

export const updateRepeated = defineRule<RepeatFact>({
  id: "update-repeated",
  severity: "warning",
  title: "A row repeats the update of another",
  explanation: {
    meaning: "A block of update text stands word for word under an earlier row of the same report.",
    importance: "Text that fits two deliverables says little about either, and was perhaps copied by mistake.",
    remedy: "Read both rows. If the text belongs to one of them, the other has no update of its own.",
  },
  passing: example({
    rows: [
      { updates: [{ date: "2019-11-18", text: REPEATED_TEXT }] },
      { updates: [{ date: "2019-11-18", text: "The board met in June and put the decision off." }] },
    ],
  }),
  failing: example({
    rows: [
      { updates: [{ date: "2019-11-18", text: REPEATED_TEXT }] },
      { updates: [{ date: "2019-12-02", text: REPEATED_TEXT.toUpperCase() }] },
    ],
  }),
  find: ({ rows, settings }) => findRepeats(rows, settings.repeated_words),
  message: ({ row, earlier, text, wordCount }) =>
    `${rowName(row)} repeats ${quote(text)} (${countOf(wordCount, "word")}), which ${rowList([earlier])} already has.`,
});
