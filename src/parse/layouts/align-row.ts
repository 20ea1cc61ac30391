/**
 * The words of one row given to its columns, in their order. In: the row's words, with the edges between them, and what each
 * column holds. Out: for each column the span of words that fit it best, and a score for the whole row. A cell ends at a
 * line's end at no cost, and within a line only where the words on both sides fit their columns well.
 */

import { isUnfinished } from "../../language/sentences.js";
import { isWholeDate } from "../../language/whole-date.js";

export type CellKind = "label" | "title" | "organisation" | "status" | "update" | "date" | "figure" | "free";

export interface RowWord {
  readonly text: string;
  /** Index of its line among the row's lines. */
  readonly line: number;
  readonly startsLine: boolean;
  /** Whether white space separates its line from the one above. */
  readonly afterGap: boolean;
}

export interface RowGrammar {
  readonly isLabel: (text: string) => boolean;
  /** 0 for no status, 1 for a word that the key or profile has without a colour, 2 for a status. */
  readonly statusFit: (text: string) => 0 | 1 | 2;
  /** 0 for no organisation, 1 for what is written like one, 2 for codes, 3 for one that occurs elsewhere. */
  readonly organisationFit: (text: string) => 0 | 1 | 2 | 3;
  readonly startsUpdate: (text: string) => boolean;
  /** Whether a column's other rows hold this text too. */
  readonly isKnownCell: (column: number, text: string) => boolean;
}

export interface AlignedRow {
  /** For each column its words, from (inclusive) and to (exclusive); both the same where it is empty. */
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly score: number;
  /** Whether an edge between two cells is within a line, and nothing on either side of it could not be the other one's. */
  readonly isDoubtful: boolean;
}

/** Words of a cell at most; a title or a text may have more. */
const LONGEST: Record<CellKind, number> = {
  label: 4,
  title: 48,
  organisation: 8,
  status: 4,
  update: Number.POSITIVE_INFINITY,
  date: 5,
  figure: 2,
  free: 16,
};
/** What an empty cell costs. */
const EMPTY: Record<CellKind, number> = {
  label: 20,
  title: 8,
  organisation: 2.5,
  status: 2.5,
  update: 1,
  date: 1,
  figure: 1.5,
  free: 0.6,
};
/** What each word of a cell without a kind costs: it is short. */
const FREE_WORD = 0.25;
/** What a cell's edge within a line costs, and a line break or gap within a cell. */
const EDGE_IN_LINE = 0.6;
const BREAK_IN_CELL = 0.05;
const GAP_IN_CELL = 1.5;
const FIGURE = /^[£$€+–-]{0,2}\d[\d.,]*\s?(?:%|k|m|bn)?$/iu;
const OPENING = /^["“'‘(•*–-]?[\p{Lu}\d£$€]/u;
const SENTENCE_END = /[.!?]["”’)]?$/u;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
/** Words of a row at most: longer ones are no row of a table whose edges are lost. */
const MOST_WORDS = 4000;
/** Words that an update's heading takes at most. */
const HEADING_WORDS = 9;

export function alignRow(
  words: readonly RowWord[],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
): AlignedRow | null {
  if (words.length > MOST_WORDS) return null;
  const count = words.length;
  const textOf = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
  const joins = joinCosts(words);
  /** What a cell of the words from `start` to before `end` fits its column. */
  const cellFit = (column: number, start: number, end: number): number => {
    const kind = kinds[column] ?? "free";
    if (end === start) return -EMPTY[kind];
    const edge = start === 0 || words[start]?.startsLine === true ? 0 : EDGE_IN_LINE;
    const breaks = (joins[end - 1] ?? 0) - (joins[start] ?? 0);
    return fitOf(kind, column, words, start, end, textOf, grammar) - edge - breaks;
  };
  // The best score of the first columns on the first words, for each number of words; and where each column begins.
  let best = new Float64Array(count + 1).fill(IMPOSSIBLE);
  best[0] = 0;
  const froms: Int32Array[] = [];
  kinds.forEach((kind, column) => {
    const step = addColumn(best, LONGEST[kind], column === kinds.length - 1, (start, end) =>
      cellFit(column, start, end),
    );
    froms.push(step.from);
    best = step.best;
  });
  const score = best[count] ?? IMPOSSIBLE;
  const spans = score === IMPOSSIBLE ? null : spansOf(froms, count);
  return spans === null ? null : { spans, score, isDoubtful: isDoubtful(words, kinds, spans, textOf, grammar) };
}

/** The best scores with one more column; the last column takes all words that are left. */
function addColumn(
  before: Float64Array,
  longest: number,
  isLast: boolean,
  scoreOf: (start: number, end: number) => number,
): { best: Float64Array<ArrayBuffer>; from: Int32Array } {
  const count = before.length - 1;
  const best = new Float64Array(count + 1).fill(IMPOSSIBLE);
  const from = new Int32Array(count + 1).fill(-1);
  before.forEach((own, start) => {
    if (own === IMPOSSIBLE) return;
    const last = Math.min(count, start + longest);
    for (let end = isLast ? count : start; end <= last; end += 1) {
      const score = own + scoreOf(start, end);
      if (score <= (best[end] ?? IMPOSSIBLE)) continue;
      best[end] = score;
      from[end] = start;
    }
  });
  return { best, from };
}

/** The words of each column, from where each begins. */
function spansOf(froms: readonly Int32Array[], count: number): AlignedRow["spans"] | null {
  const spans: (readonly [number, number])[] = [];
  let end = count;
  for (const from of [...froms].reverse()) {
    const start = from[end] ?? -1;
    if (start < 0) return null;
    spans.unshift([start, end]);
    end = start;
  }
  return spans;
}

/** An edge within a line is sure only beside a cell of a kind that its neighbour cannot be. */
function isDoubtful(
  words: readonly RowWord[],
  kinds: readonly CellKind[],
  spans: AlignedRow["spans"],
  textOf: (from: number, to: number) => string,
  grammar: RowGrammar,
): boolean {
  const filled = spans.flatMap(([from, to], column) =>
    to > from ? [{ from, to, kind: kinds[column] ?? "free", column }] : [],
  );
  const isSure = ({ from, to, kind, column }: (typeof filled)[number]): boolean => {
    const text = textOf(from, to);
    if (kind === "label" || kind === "figure") return true;
    if (kind === "status") return grammar.statusFit(text) === 2;
    if (kind === "organisation") return grammar.organisationFit(text) >= 2;
    if (kind === "date") return isWholeDate(text);
    if (kind === "update") return grammar.startsUpdate(textOf(from, Math.min(to, from + HEADING_WORDS)));
    return kind === "free" && grammar.isKnownCell(column, text);
  };
  return filled.slice(1).some((cell, at) => {
    const before = filled[at];
    return before !== undefined && words[cell.from]?.startsLine !== true && !isSure(cell) && !isSure(before);
  });
}

/** The cost of all line breaks up to a word, so that a cell's is a difference. */
function joinCosts(words: readonly RowWord[]): Float64Array {
  const costs = new Float64Array(words.length);
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at];
    const own = word?.startsLine === true ? (word.afterGap ? GAP_IN_CELL : BREAK_IN_CELL) : 0;
    costs[at] = (costs[at - 1] ?? 0) + own;
  }
  return costs;
}

/** What a cell of a status fits by how well its text is one. */
const STATUS_FIT = [IMPOSSIBLE, 2.5, 4] as const;

/** A name that is only written like one is likelier the shorter it is. */
function organisationFit(fit: 0 | 1 | 2 | 3, words: number): number {
  if (fit === 1) return 1 - 0.1 * words;
  return fit === 0 ? IMPOSSIBLE : fit + 0.5;
}

/** A column of dates may hold a few other words: "Ongoing", "Summer 2024". */
const looseDateFit = (first: string, words: number): number => (words <= 3 && OPENING.test(first) ? -0.5 : IMPOSSIBLE);

function fitOf(
  kind: CellKind,
  column: number,
  words: readonly RowWord[],
  start: number,
  end: number,
  textOf: (from: number, to: number) => string,
  grammar: RowGrammar,
): number {
  const first = words[start]?.text ?? "";
  switch (kind) {
    case "label":
      return grammar.isLabel(textOf(start, end)) ? 5 : IMPOSSIBLE;
    case "status":
      return STATUS_FIT[grammar.statusFit(textOf(start, end))];
    case "organisation":
      return organisationFit(grammar.organisationFit(textOf(start, end)), end - start);
    case "date":
      return isWholeDate(textOf(start, end)) ? 3 : looseDateFit(first, end - start);
    case "figure":
      return FIGURE.test(textOf(start, end)) ? 3 : IMPOSSIBLE;
    case "free":
      return (
        (grammar.isKnownCell(column, textOf(start, end)) ? 2.5 : 0) +
        openFit(words, start, end) -
        FREE_WORD * (end - start)
      );
    case "title":
      return titleFit(words, start, end);
    case "update":
      return updateFit(words, start, end, textOf, grammar);
  }
}

/** Whether a cell begins and ends as cells do: with a capital, and at a line's end. */
function openFit(words: readonly RowWord[], start: number, end: number): number {
  const opens = OPENING.test(words[start]?.text ?? "") ? 0.4 : -0.6;
  const endsLine = end === words.length || words[end]?.startsLine === true;
  return opens + (endsLine ? 0.4 : -0.2);
}

function titleFit(words: readonly RowWord[], start: number, end: number): number {
  const last = words[end - 1]?.text ?? "";
  let inner = 0;
  for (let at = start; at < end - 1; at += 1)
    if (SENTENCE_END.test(words[at]?.text ?? "") && OPENING.test(words[at + 1]?.text ?? "")) inner += 1;
  const unfinished = isUnfinished(last) ? 2 : 0;
  return 2 * openFit(words, start, end) + (end - start < 2 ? -1.5 : 1) - inner - unfinished;
}

function updateFit(
  words: readonly RowWord[],
  start: number,
  end: number,
  textOf: (from: number, to: number) => string,
  grammar: RowGrammar,
): number {
  const dated = grammar.startsUpdate(textOf(start, Math.min(end, start + HEADING_WORDS))) ? 3 : 0;
  const sentence = SENTENCE_END.test(words[end - 1]?.text ?? "") ? 0.8 : 0;
  return dated + sentence + openFit(words, start, end) + (end - start > 6 ? 0.6 : 0);
}
