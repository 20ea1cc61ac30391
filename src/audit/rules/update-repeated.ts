/**
 * In: the texts of all updates. Out: rows with an update that an earlier row already has, ignoring case, white space and
 * punctuation. In linear time: a cheap hash comes first, and only texts with equal hashes are split into words.
 */
import { wordsOf } from "../../language/words.js";
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW } from "../needs.js";
import { countOf, quote, rowList, rowName } from "../phrases.js";

/** Enough to distinguish most updates, including those that begin with the same stock sentence. */
const HASHED_CHARACTERS = 250;
const CODE_0 = 48;
const CODE_9 = 57;
const CODE_UPPER_A = 65;
const CODE_UPPER_Z = 90;
const CODE_LOWER_A = 97;
const CODE_LOWER_Z = 122;
/** Difference between the codes of a lower-case ASCII letter and its upper case. */
const LOWER_OFFSET = 32;
/** The usual multiplier of polynomial string hashes. */
const HASH_FACTOR = 31;

interface RepeatFact extends RowFact {
  readonly earlier: Deliverable;
  readonly text: string;
  readonly wordCount: number;
}

/** A hash of the first ASCII letters and digits: equal for texts with the same words, and seldom for others. */
function hashOf(text: string): number {
  let hash = 0;
  let left = HASHED_CHARACTERS;
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

/** Hashes that several texts have: only such texts need a comparison of their words. */
function findSharedHashes(hashes: Iterable<number>): Set<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const hash of hashes) {
    if (seen.has(hash)) shared.add(hash);
    seen.add(hash);
  }
  return shared;
}

function repeatFact(row: Deliverable, earlier: Deliverable, text: string, wordCount: number): RepeatFact {
  const figures = {
    ...(earlier.number !== null && { expected: earlier.number }),
    ...(row.number !== null && { actual: row.number }),
  };
  return { ...rowFact(row, figures), earlier, text, wordCount };
}

/** The first of `texts` that an earlier row has. Texts that are new are added to `firstRows`, the first row of each text. */
function findRepeatIn(
  row: Deliverable,
  texts: readonly string[],
  firstRows: Map<string, Deliverable>,
  shortest: number,
): RepeatFact | null {
  let repeat: RepeatFact | null = null;
  for (const text of texts) {
    const words = wordsOf(text.toLowerCase());
    if (words.length === 0 || words.length < shortest) continue;
    const key = words.join(" ");
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row);
    else if (first !== row) repeat ??= repeatFact(row, first, text, words.length);
  }
  return repeat;
}

/** At most one fact for each row. @param shortest least number of words of a text that counts as repeated */
function findRepeats(rows: readonly Deliverable[], shortest: number): RepeatFact[] {
  const hashes = rows.map((row) => row.updates.map(({ text }) => hashOf(text)));
  const shared = findSharedHashes(hashes.flat());
  const firstRows = new Map<string, Deliverable>();
  return rows.flatMap((row, rowIndex) => {
    const candidates = row.updates.filter((_, index) => shared.has(hashes[rowIndex]?.[index] ?? 0));
    const texts = candidates.map(({ text }) => text);
    return findRepeatIn(row, texts, firstRows, shortest) ?? [];
  });
}

const REPEATED_TEXT = "The board met in May and agreed the next steps.";

export const updateRepeated = defineRule<RepeatFact>({
  id: "update-repeated",
  severity: "warning",
  title: "A row repeats the update of another",
  needs: [A_ROW],
  explanation: {
    meaning: "An update of the row has exactly the same words as an update of an earlier row of the same report.",
    importance: "Text that fits two deliverables says little about either, and may have been copied by mistake.",
    remedy: "Read both rows. If the text belongs to only one of them, the other has no update of its own.",
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
