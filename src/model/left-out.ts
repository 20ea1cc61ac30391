/**
 * Rows that a report says its totals leave out. In: its rows, and the texts around them. Out: the rows whose printed status a sentence
 * names with words such as "exclude" or "are not counted": "Totals leave out actions that are paused".
 */
import { plainForm } from "../language/words.js";

interface Row {
  readonly rag: string | null;
  readonly rag_raw: string | null;
}

export interface LeftOut<R> {
  readonly rows: ReadonlySet<R>;
  /** How many more may be: no status was read of them, so none can be found in the sentence. */
  readonly possible: number;
}

const LEAVES_OUT =
  /\b(?:exclud(?:e|es|ed|ing)|excl|omits?|omitted|omitting|leav(?:e|es|ing) out|left out|disregard(?:s|ed|ing)?|(?:not|never) (?:been )?(?:counted|included)|not (?:count|include)|other than|apart from)\b/i;
const SENTENCE_END = /[.;!?\n]+(?:\s|$)/;
/** Longest text that is looked at: statements about totals are short. */
const LONGEST_TEXT = 2_000;
/** A letter alone is in many sentences. */
const SHORTEST_WORD = 3;

export function rowsLeftOut<R extends Row>(rows: readonly R[], texts: readonly string[]): LeftOut<R> {
  const sentences = texts
    .filter((text) => text.length <= LONGEST_TEXT && LEAVES_OUT.test(text))
    .flatMap((text) => text.split(SENTENCE_END))
    .filter((sentence) => LEAVES_OUT.test(sentence));
  if (sentences.length === 0) return { rows: new Set(), possible: 0 };
  const words = [...new Set(rows.flatMap(({ rag_raw }) => (rag_raw === null ? [] : [plainForm(rag_raw)])))];
  const said = ` ${sentences.map(plainForm).join(" ")} `;
  const named = new Set(words.filter((word) => word.length >= SHORTEST_WORD && said.includes(` ${word} `)));
  return {
    rows: new Set(rows.filter(({ rag_raw }) => rag_raw !== null && named.has(plainForm(rag_raw)))),
    possible: rows.filter(({ rag, rag_raw }) => rag === null && rag_raw === null).length,
  };
}

/** Texts in which a report may say so: beside its counts, and those that no field took. Those of a removed row are about that row. */
export const textsAround = (
  stated: readonly { readonly stated_raw: string }[],
  residue: readonly { readonly text: string; readonly reason: string }[],
): string[] => [
  ...stated.map(({ stated_raw }) => stated_raw),
  ...residue.flatMap(({ text, reason }) => (reason === "removed" ? [] : [text])),
];
