/**
 * The words of one row, each looked at once. In: words in their order. Out: the text of any of them, and what the first and last
 * letters of each say, so that no pattern is tried again for every cell that a word may be in.
 */
import { endsWithAny, isUnfinished } from "../../language/sentences.js";
import { MAY_TELL_MOVE } from "../fields/status-cell.js";

export interface RowWord {
  readonly text: string;
  /** Index of its line among the row's lines. */
  readonly line: number;
  readonly startsLine: boolean;
  /** Whether white space separates its line from the one above. */
  readonly afterGap: boolean;
  /** Position of the printed cell that it is in; absent where the cells are lost. */
  readonly cell?: number;
}

const OPENING = /^["“'‘(•*–-]?[\p{Lu}\d£$€]/u;
const SENTENCE_END = /[.!?]["”’)]?$/u;
const CAPITAL = /^[\p{Lu}(]/u;
const JOINS = new Set(["and", "of", "for", "the", "&", "/", "+"]);
const SMALL = /^\p{Ll}/u;
const JOIN_AT_END = /[\p{L}\p{N}][/&+]$/u;

/** What a word says of the cells that it may be in, as bits. */
const OPENS = 1;
const BEGINS_SMALL = 2;
const NAMES = 4;
const ENDS_SENTENCE = 8;
const ENDS_WITH_SIGN = 16;
const ENDS_WITH_JOIN = 32;
const UNFINISHED = 64;
const STARTS_LINE = 128;

/** Signs that a word with the pattern beside them ends with: few words do, so that few are matched. */
const SENTENCE_SIGNS = '.!?"”’)';
const SIGNS = ".,;:";
const JOIN_SIGNS = "/&+";

function bitsOf({ text, startsLine }: RowWord): number {
  return (
    (OPENING.test(text) ? OPENS : 0) |
    (SMALL.test(text) ? BEGINS_SMALL : 0) |
    (CAPITAL.test(text) || JOINS.has(text) ? NAMES : 0) |
    (endsWithAny(text, SENTENCE_SIGNS) && SENTENCE_END.test(text) ? ENDS_SENTENCE : 0) |
    (endsWithAny(text, SIGNS) ? ENDS_WITH_SIGN : 0) |
    (endsWithAny(text, JOIN_SIGNS) && JOIN_AT_END.test(text) ? ENDS_WITH_JOIN : 0) |
    (isUnfinished(text) ? UNFINISHED : 0) |
    (startsLine ? STARTS_LINE : 0)
  );
}

export class RowWords {
  readonly words: readonly RowWord[];
  readonly count: number;
  readonly #bits: Uint8Array;
  /** All words, with a space between them. */
  readonly whole: string;
  /** Where each word begins in the text, and where one after the last would. */
  readonly #places: Int32Array;
  /** For each word how many before it end a sentence that another follows. */
  readonly #sentences: Int32Array;
  /** For each word how many before it may tell that a status became another. */
  readonly #moves: Int32Array;
  /** By test, which words pass it. */
  readonly #tests = new Map<(word: string) => boolean, Uint8Array>();

  constructor(words: readonly RowWord[]) {
    const count = words.length;
    this.words = words;
    this.count = count;
    this.#bits = Uint8Array.from(words, bitsOf);
    this.whole = words.map(({ text }) => text).join(" ");
    this.#places = new Int32Array(count + 1);
    this.#sentences = new Int32Array(count + 1);
    this.#moves = new Int32Array(count + 1);
    words.forEach(({ text }, at) => {
      this.#places[at + 1] = (this.#places[at] ?? 0) + text.length + 1;
      this.#moves[at + 1] = (this.#moves[at] ?? 0) + (text.length >= 4 && MAY_TELL_MOVE.test(text) ? 1 : 0);
      const isEnd = this.endsSentence(at) && this.opens(at + 1);
      this.#sentences[at + 1] = (this.#sentences[at] ?? 0) + (isEnd ? 1 : 0);
    });
  }

  /** The words from one (inclusive) to another (exclusive), with a space between them. */
  text(from: number, to: number): string {
    return to > from ? this.whole.slice(this.#places[from], (this.#places[to] ?? 0) - 1) : "";
  }

  /** Whether a word begins as a cell does: with a capital, a figure or an amount. */
  opens(at: number): boolean {
    return this.#is(at, OPENS);
  }

  beginsSmall(at: number): boolean {
    return this.#is(at, BEGINS_SMALL);
  }

  /** Whether a word may be one of a name: it has a capital or joins two that have. */
  mayName(at: number): boolean {
    return this.#is(at, NAMES);
  }

  endsSentence(at: number): boolean {
    return this.#is(at, ENDS_SENTENCE);
  }

  endsWithSign(at: number): boolean {
    return this.#is(at, ENDS_WITH_SIGN);
  }

  /** Whether a name continues after a word: "Police/". */
  endsWithJoin(at: number): boolean {
    return this.#is(at, ENDS_WITH_JOIN);
  }

  isUnfinished(at: number): boolean {
    return this.#is(at, UNFINISHED);
  }

  startsLine(at: number): boolean {
    return this.#is(at, STARTS_LINE);
  }

  /** Whether a line ends before a word. */
  endsLine(at: number): boolean {
    return at === this.count || this.startsLine(at);
  }

  /** Ends of sentences before the last of the words from one place to another. */
  sentencesWithin(from: number, to: number): number {
    return (this.#sentences[Math.max(from, to - 1)] ?? 0) - (this.#sentences[from] ?? 0);
  }

  /** Whether words may tell that a status became another. */
  tellsMove(from: number, to: number): boolean {
    return (this.#moves[from] ?? 0) < (this.#moves[to] ?? 0);
  }

  /** Whether a word passes a test, which is asked for each cell that it may begin. */
  passes(at: number, test: (word: string) => boolean): boolean {
    let results = this.#tests.get(test);
    if (results === undefined) {
      results = Uint8Array.from(this.words, ({ text }) => (test(text) ? 1 : 0));
      this.#tests.set(test, results);
    }
    return results[at] === 1;
  }

  #is(at: number, bit: number): boolean {
    return ((this.#bits[at] ?? 0) & bit) !== 0;
  }
}

const KNOWN = new WeakMap<readonly RowWord[], RowWords>();

/** The facts of a row's words: the same ones each time that the row is aligned. */
export function factsOf(words: readonly RowWord[]): RowWords {
  let facts = KNOWN.get(words);
  if (facts === undefined) {
    facts = new RowWords(words);
    KNOWN.set(words, facts);
  }
  return facts;
}
