/**
 * How well words of a row fit a column as its cell. In: the words from one place to another, and what the column holds. Out: a
 * score; none where they cannot be its cell.
 */

import { isUnfinished } from "../../language/sentences.js";
import { isWholeDate } from "../../language/whole-date.js";
import type { ColumnRole } from "../../schema/profile.js";

export type CellKind = "label" | "title" | "organisation" | "status" | "update" | "date" | "figure" | "free";

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

const KINDS = {
  number: "label",
  title: "title",
  organisation: "organisation",
  status: "status",
  update: "update",
  date: "date",
  other: "free",
} as const satisfies { readonly [role in ColumnRole]: CellKind };
const DATE_HEADING = /\b(?:date|due|deadline|when|timescale|by when|start|end|finish|completion)\b/i;
const FIGURE_HEADING = /%|\b(?:percent|cost|budget|£)\b/i;

/** What the cells of a column are like: those of one without a role as its heading says. */
export function cellKind(role: ColumnRole, heading: string): CellKind {
  if (role !== "other") return KINDS[role];
  if (DATE_HEADING.test(heading)) return "date";
  return FIGURE_HEADING.test(heading) ? "figure" : "free";
}

/** What each word of a cell without a kind costs: it is short. */
const FREE_WORD = 0.25;
const FIGURE = /^[£$€+–-]{0,2}\d[\d.,]*\s?(?:%|k|m|bn)?$/iu;
const OPENING = /^["“'‘(•*–-]?[\p{Lu}\d£$€]/u;
const SENTENCE_END = /[.!?]["”’)]?$/u;
const CAPITAL = /^[\p{Lu}(]/u;
const JOINS = /^(?:and|of|for|the|&|\/|\+)$/u;
const SMALL = /^\p{Ll}/u;
const SIGN_AT_END = /[.,;:]$/u;
export const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
/** Words that an update's heading takes at most. */
export const HEADING_WORDS = 9;

/** What a cell of a status fits by how well its text is one. */
const STATUS_FIT = [IMPOSSIBLE, 2.5, 4] as const;

/**
 * A line of a few words right before a dated update may be a status that nothing explains: hardly better than none, so that the
 * row is in doubt.
 */
const UNKNOWN_STATUS = -2.4;
const STATUS_WORDS = 3;
const PLAIN_WORDS = /^\p{Lu}[\p{L} -]{1,30}$/u;
/** A name continues after it. */
const JOIN_AT_END = /[\p{L}\p{N}][/&+]$/u;

function statusCellFit(
  words: readonly RowWord[],
  start: number,
  end: number,
  textOf: (from: number, to: number) => string,
  grammar: RowGrammar,
): number {
  const text = textOf(start, end);
  const fit = grammar.statusFit(text);
  const mayBeUnknown =
    fit === 0 && end - start <= STATUS_WORDS && isWholeLine(words, start, end) && PLAIN_WORDS.test(text);
  if (!mayBeUnknown || !grammar.startsUpdate(textOf(end, Math.min(words.length, end + HEADING_WORDS))))
    return STATUS_FIT[fit];
  return UNKNOWN_STATUS;
}

/** A name that is only written like one is likelier the shorter it is, and where it has a line of its own. */
function nameFit(fit: 0 | 1 | 2 | 3, words: readonly RowWord[], start: number, end: number): number {
  if (fit === 1) return 1 - 0.1 * (end - start) + (isNameOnLine(words, start, end) ? NAME_ON_LINE : 0);
  return fit === 0 ? IMPOSSIBLE : fit + 0.5;
}

/** A column of dates may hold a few other words: "Ongoing", "Summer 2024". */
const looseDateFit = (first: string, words: number): number => (words <= 3 && OPENING.test(first) ? -0.5 : IMPOSSIBLE);

export function fitOf(
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
      return isWithinSentence(words, start, end) ? IMPOSSIBLE : statusCellFit(words, start, end, textOf, grammar);
    case "organisation":
      if (JOIN_AT_END.test(words[start - 1]?.text ?? "")) return IMPOSSIBLE;
      return nameFit(grammar.organisationFit(textOf(start, end)), words, start, end);
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

/** A line that is a name and nothing else is one cell, though its first word alone is a name too. */
const NAME_ON_LINE = 2.5;
const NAME_WORDS = 4;
const isNameOnLine = (words: readonly RowWord[], start: number, end: number): boolean =>
  end - start <= NAME_WORDS &&
  isWholeLine(words, start, end) &&
  words.slice(start, end).every(({ text }) => CAPITAL.test(text) || JOINS.test(text));

const isWholeLine = (words: readonly RowWord[], start: number, end: number): boolean =>
  words[start]?.startsLine === true &&
  words[start]?.line === words[end - 1]?.line &&
  (end === words.length || words[end]?.startsLine === true);

/** Whether words are a sentence's own within a line: cells begin with a capital and end without a sign. */
const isWithinSentence = (words: readonly RowWord[], start: number, end: number): boolean =>
  words[start]?.startsLine !== true &&
  (SMALL.test(words[start]?.text ?? "") || SIGN_AT_END.test(words[end - 1]?.text ?? ""));

/** Whether a cell begins and ends as cells do: with a capital, and at a line's end. */
function openFit(words: readonly RowWord[], start: number, end: number): number {
  const opens = OPENING.test(words[start]?.text ?? "") ? 0.4 : -0.6;
  const endsLine = end === words.length || words[end]?.startsLine === true;
  return opens + (endsLine ? 0.4 : -0.2);
}

/** What a title costs that begins small in the middle of a line. */
const CUT_TITLE = 2;

const ENDS = new WeakMap<readonly RowWord[], Int32Array>();

/** For each word how many before it end a sentence that another follows, so that those within a cell are a difference. */
function sentenceEnds(words: readonly RowWord[]): Int32Array {
  let ends = ENDS.get(words);
  if (ends === undefined) {
    ends = new Int32Array(words.length + 1);
    for (let at = 0; at < words.length; at += 1) {
      const isEnd = SENTENCE_END.test(words[at]?.text ?? "") && OPENING.test(words[at + 1]?.text ?? "");
      ends[at + 1] = (ends[at] ?? 0) + (isEnd ? 1 : 0);
    }
    ENDS.set(words, ends);
  }
  return ends;
}

function titleFit(words: readonly RowWord[], start: number, end: number): number {
  const last = words[end - 1]?.text ?? "";
  const ends = sentenceEnds(words);
  const inner = (ends[Math.max(start, end - 1)] ?? 0) - (ends[start] ?? 0);
  const unfinished = isUnfinished(last) ? 2 : 0;
  const isCut = words[start]?.startsLine !== true && SMALL.test(words[start]?.text ?? "") ? CUT_TITLE : 0;
  return 2 * openFit(words, start, end) + (end - start < 2 ? -1.5 : 1) - inner - unfinished - isCut;
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
