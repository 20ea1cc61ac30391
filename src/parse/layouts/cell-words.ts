/**
 * What words of one row may be by a grammar, each asked of it once. In: a row's words and a grammar. Out: whether the words from
 * one place to another are a label, a name, a status or a date, and whether an update begins there. Layouts, orders of columns
 * and other places for edges ask for the same words again and again.
 */
import { isWholeDate, mayBeginDate } from "../../language/whole-date.js";
import { factsOf, type RowWord, type RowWords } from "./row-words.js";

export interface RowGrammar {
  readonly isLabel: (text: string) => boolean;
  /** 0 for no status, 1 for a word that the key or profile has without a colour, 2 for a status. */
  readonly statusFit: (text: string) => 0 | 1 | 2;
  /** Whether a text whose first word this is may be a status: a quick test that most words fail. */
  readonly mayBeginStatus: (word: string) => boolean;
  /** 0 for no organisation, 1 for what is written like one, 2 for codes, 3 for one that occurs elsewhere. */
  readonly organisationFit: (text: string) => 0 | 1 | 2 | 3;
  /** Whether a text whose first word this is may be an organisation. */
  readonly mayBeginName: (word: string) => boolean;
  readonly startsUpdate: (text: string) => boolean;
  /** By column, texts that several of its rows hold. */
  readonly knownCells: readonly ReadonlySet<string>[];
}

/** Words that an update's heading takes at most. */
export const HEADING_WORDS = 9;

/** Words of a cell at most of which the answer is kept; longer ones are asked for seldom. */
const KEPT = { label: 4, name: 8, status: 4, date: 5, update: HEADING_WORDS } as const;

/** The answers to one question, by where the words begin and how many they are. */
class Answers<Answer extends number> {
  readonly #ask: (start: number, end: number) => Answer;
  readonly #longest: number;
  readonly #count: number;
  /** One more than each answer; 0 where there is none yet. */
  #known: Uint8Array | null = null;

  constructor(count: number, longest: number, ask: (start: number, end: number) => Answer) {
    this.#count = count;
    this.#longest = longest;
    this.#ask = ask;
  }

  of(start: number, end: number): Answer {
    const length = end - start;
    if (length < 1 || length > this.#longest) return this.#ask(start, end);
    this.#known ??= new Uint8Array(this.#count * this.#longest);
    const at = start * this.#longest + length - 1;
    const before = this.#known[at] ?? 0;
    if (before > 0) return (before - 1) as Answer;
    const found = this.#ask(start, end);
    this.#known[at] = found + 1;
    return found;
  }
}

export class CellWords {
  readonly row: RowWords;
  readonly grammar: RowGrammar;
  readonly #labels: Answers<0 | 1>;
  readonly #names: Answers<0 | 1 | 2 | 3>;
  readonly #statuses: Answers<0 | 1 | 2>;
  readonly #dates: Answers<0 | 1>;
  readonly #updates: Answers<0 | 1>;

  constructor(row: RowWords, grammar: RowGrammar) {
    const { count } = row;
    this.row = row;
    this.grammar = grammar;
    this.#labels = new Answers(count, KEPT.label, (start, end) => (grammar.isLabel(row.text(start, end)) ? 1 : 0));
    this.#names = new Answers(count, KEPT.name, (start, end) => grammar.organisationFit(row.text(start, end)));
    this.#statuses = new Answers(count, KEPT.status, (start, end) => grammar.statusFit(row.text(start, end)));
    this.#dates = new Answers(count, KEPT.date, (start, end) => (isWholeDate(row.text(start, end)) ? 1 : 0));
    this.#updates = new Answers(count, KEPT.update, (start, end) =>
      grammar.startsUpdate(row.text(start, end)) ? 1 : 0,
    );
  }

  isLabel(start: number, end: number): boolean {
    return this.#labels.of(start, end) === 1;
  }

  mayBeginName(start: number): boolean {
    return this.row.passes(start, this.grammar.mayBeginName);
  }

  organisationFit(start: number, end: number): 0 | 1 | 2 | 3 {
    return this.#names.of(start, end);
  }

  /** Whether a status of up to some words may begin with a word, or what tells that it became another. */
  mayBeginStatus(start: number, end: number): boolean {
    return this.row.passes(start, this.grammar.mayBeginStatus) || this.row.tellsMove(start, end);
  }

  statusFit(start: number, end: number): 0 | 1 | 2 {
    return this.mayBeginStatus(start, end) ? this.#statuses.of(start, end) : 0;
  }

  mayBeginDate(start: number): boolean {
    return this.row.passes(start, mayBeginDate);
  }

  isDate(start: number, end: number): boolean {
    return this.mayBeginDate(start) && this.#dates.of(start, end) === 1;
  }

  /** Whether an update's heading begins the words, within those that one may take: a line's end may close it, as a sign does. */
  startsUpdate(start: number, end: number): boolean {
    const to = Math.min(end, start + HEADING_WORDS);
    if (this.#updates.of(start, to) === 1) return true;
    if (!this.row.startsLine(start)) return false;
    let lineEnd = start + 1;
    while (lineEnd < to && !this.row.endsLine(lineEnd)) lineEnd += 1;
    return lineEnd < to && this.#updates.of(start, lineEnd) === 1;
  }

  /** Whether other rows hold the same text in a column. */
  isKnown(column: number, start: number, end: number): boolean {
    const known = this.grammar.knownCells[column];
    return known !== undefined && known.size > 0 && known.has(this.row.text(start, end));
  }
}

const KNOWN = new WeakMap<RowWords, WeakMap<RowGrammar, CellWords>>();

/** What a row's words may be by a grammar: with the same answers each time that the row is aligned. */
export function cellWordsOf(words: readonly RowWord[], grammar: RowGrammar): CellWords {
  const row = factsOf(words);
  const ofRow = KNOWN.get(row) ?? new WeakMap<RowGrammar, CellWords>();
  KNOWN.set(row, ofRow);
  const cells = ofRow.get(grammar) ?? new CellWords(row, grammar);
  ofRow.set(grammar, cells);
  return cells;
}
