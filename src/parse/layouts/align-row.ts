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
  const joins = joinCosts(words);
  const textOf = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
  // best[c][w]: the best score with the first c columns on the first w words; from[c][w]: where column c - 1 begins.
  let best = new Float64Array(count + 1).fill(IMPOSSIBLE);
  best[0] = 0;
  const froms: Int32Array[] = [];
  kinds.forEach((kind, column) => {
    const next = new Float64Array(count + 1).fill(IMPOSSIBLE);
    const from = new Int32Array(count + 1).fill(-1);
    const isLast = column === kinds.length - 1;
    for (let start = 0; start <= count; start += 1) {
      const before = best[start] ?? IMPOSSIBLE;
      if (before === IMPOSSIBLE) continue;
      const edge = start === 0 || start === count || words[start]?.startsLine === true ? 0 : EDGE_IN_LINE;
      const first = isLast ? count : start;
      const last = isLast ? count : Math.min(count, start + LONGEST[kind]);
      for (let end = first; end <= last; end += 1) {
        if (end - start > LONGEST[kind]) break;
        const fit =
          end === start
            ? -EMPTY[kind]
            : fitOf(kind, column, words, start, end, textOf, grammar) -
              edge -
              ((joins[end - 1] ?? 0) - (joins[start] ?? 0));
        const score = before + fit;
        if (score > (next[end] ?? IMPOSSIBLE)) {
          next[end] = score;
          from[end] = start;
        }
      }
    }
    froms.push(from);
    best = next;
  });
  const score = best[count] ?? IMPOSSIBLE;
  if (score === IMPOSSIBLE) return null;
  const spans: (readonly [number, number])[] = [];
  let end = count;
  for (let column = kinds.length - 1; column >= 0; column -= 1) {
    const start = froms[column]?.[end] ?? -1;
    if (start < 0) return null;
    spans.unshift([start, end]);
    end = start;
  }
  return { spans, score, isDoubtful: isDoubtful(words, kinds, spans, textOf, grammar) };
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
    case "status": {
      const fit = grammar.statusFit(textOf(start, end));
      return fit === 2 ? 4 : fit === 1 ? 2.5 : IMPOSSIBLE;
    }
    case "organisation": {
      const fit = grammar.organisationFit(textOf(start, end));
      return fit === 3 ? 3.5 : fit === 2 ? 2.5 : fit === 1 ? 1 - 0.1 * (end - start) : IMPOSSIBLE;
    }
    case "date":
      return isWholeDate(textOf(start, end)) ? 3 : end - start <= 3 && OPENING.test(first) ? -0.5 : IMPOSSIBLE;
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
