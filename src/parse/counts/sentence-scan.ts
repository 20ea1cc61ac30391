/**
 * Reads one sentence as numbers that statuses follow: "9 (60%) are rated Green and six (40%) Amber". In: the matches of
 * the sentence's numbers, percentages and statuses, in order. Out: a count for each status. Refuses the sentence where it is
 * not clear which number a status has.
 */
import type { PrintedStatement } from "../../model/printed.js";
import type { Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";
import { NUMBER_WORDS } from "./count.js";

export interface SentenceCount extends Omit<PrintedStatement, "place"> {
  /** Its first character in the paragraph, where its total may be, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

export interface SentenceFigure {
  readonly value: number;
  /** Index of its first character. */
  readonly at: number;
}

/** A negation right before a status. */
const NEGATED = /\b(?:not|never|neither|nor|without|or)\s*$/i;

/** Number, total and percentage since the status before. */
interface Clause {
  readonly numbers: SentenceFigure[];
  readonly percents: SentenceFigure[];
  total: number | null;
}

const emptyClause = (): Clause => ({ numbers: [], percents: [], total: null });

export class SentenceScan {
  readonly #counts: SentenceCount[] = [];
  readonly #printed: string;
  readonly #text: string;
  readonly #from: number;
  readonly #status: StatusReader;
  #total: SentenceFigure | null;
  #clause = emptyClause();

  /**
   * @param text the sentence with its dates and quarters blanked out; as long as `printed`
   * @param from the sentence's first character in its paragraph
   * @param total the total that an earlier sentence names, by its place in the paragraph
   */
  constructor(printed: string, text: string, from: number, total: SentenceFigure | null, status: StatusReader) {
    this.#printed = printed;
    this.#text = text;
    this.#from = from;
    this.#total = total;
    this.#status = status;
  }

  /** Adds the next match; false where the sentence is refused. */
  add(match: RegExpExecArray): boolean {
    const { total, outOf, percent, digits, word, status } = match.groups ?? {};
    const at = match.index;
    if (total !== undefined) this.#total = { value: Number(total), at: this.#from + at };
    else if (outOf !== undefined) this.#clause.total = Number(outOf);
    else if (percent !== undefined) this.#clause.percents.push({ value: Number.parseFloat(percent), at });
    else if (digits !== undefined) this.#clause.numbers.push({ value: Number(digits), at });
    else if (word !== undefined)
      this.#clause.numbers.push({ value: Math.max(0, NUMBER_WORDS.indexOf(word.toLowerCase())), at });
    else if (status !== undefined) return this.#addStatus(at, match[0].length, status);
    return true;
  }

  #addStatus(at: number, length: number, printed: string): boolean {
    const rag = this.#status.readLabel(printed)?.rag ?? null;
    if (rag === null) return false;
    const { numbers, percents } = this.#clause;
    // "On Track (Green)": a second word for the same status.
    if (numbers.length === 0 && percents.length === 0 && this.#counts.at(-1)?.rag === rag) return true;
    const [number, anotherNumber] = numbers;
    if (number === undefined || anotherNumber !== undefined || percents.length > 1) return false;
    if (NEGATED.test(this.#text.slice(number.at, at))) return false;
    this.#counts.push(this.#countOf(rag, number, percents[0], at, at + length));
    this.#clause = emptyClause();
    return true;
  }

  #countOf(
    rag: Rag,
    number: SentenceFigure,
    percent: SentenceFigure | undefined,
    statusStart: number,
    end: number,
  ): SentenceCount {
    const start = Math.min(number.at, percent?.at ?? number.at);
    const base = this.#clause.total === null ? this.#total : null;
    return {
      rag,
      label: this.#printed.slice(statusStart, end),
      raw: this.#printed.slice(start, end),
      count: number.value,
      total: this.#clause.total ?? base?.value ?? null,
      percent: percent?.value ?? null,
      from: Math.min(this.#from + start, base?.at ?? this.#from + start),
      to: this.#from + end,
    };
  }

  /** The counts; none where a number is left that no status follows. */
  counts(): SentenceCount[] {
    const { numbers, percents } = this.#clause;
    return numbers.length > 0 || percents.length > 0 ? [] : this.#counts;
  }
}
