/**
 * How well words of a row fit a column as its cell. In: the words from one place to another, and what the column holds. Out: a
 * score; none where they cannot be its cell.
 */

import type { ColumnRole } from "../../schema/profile.js";
import type { CellWords } from "./cell-words.js";
import type { RowWords } from "./row-words.js";

export type CellKind = "label" | "title" | "organisation" | "status" | "update" | "date" | "figure" | "free";

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
export const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** What a cell of a status fits by how well its text is one. */
const STATUS_FIT = [IMPOSSIBLE, 2.5, 4] as const;

/**
 * A line of a few words right before a dated update may be a status that nothing explains: hardly better than none, so that the
 * row is in doubt.
 */
const UNKNOWN_STATUS = -2.4;
const STATUS_WORDS = 3;
const PLAIN_WORDS = /^\p{Lu}[\p{L} -]{1,30}$/u;

function statusCellFit(cells: CellWords, start: number, end: number): number {
  const { row } = cells;
  const fit = cells.statusFit(start, end);
  const mayBeUnknown = fit === 0 && end - start <= STATUS_WORDS && isWholeLine(row, start, end);
  if (!mayBeUnknown || !PLAIN_WORDS.test(row.text(start, end))) return STATUS_FIT[fit];
  return cells.startsUpdate(end, row.count) ? UNKNOWN_STATUS : STATUS_FIT[fit];
}

/** A name that is only written like one is likelier the shorter it is, and where it has a line of its own. */
function nameFit(fit: 0 | 1 | 2 | 3, row: RowWords, start: number, end: number): number {
  if (fit === 1) return 1 - 0.1 * (end - start) + (isNameOnLine(row, start, end) ? NAME_ON_LINE : 0);
  return fit === 0 ? IMPOSSIBLE : fit + 0.5;
}

/** A column of dates may hold a few other words: "Ongoing", "Summer 2024". */
const looseDateFit = (row: RowWords, start: number, end: number): number =>
  end - start <= 3 && row.opens(start) ? -0.5 : IMPOSSIBLE;

export function fitOf(kind: CellKind, column: number, cells: CellWords, start: number, end: number): number {
  const { row } = cells;
  switch (kind) {
    case "label":
      return cells.isLabel(start, end) ? 5 : IMPOSSIBLE;
    case "status":
      return isWithinSentence(row, start, end) ? IMPOSSIBLE : statusCellFit(cells, start, end);
    case "organisation":
      if (row.endsWithJoin(start - 1) || !cells.mayBeginName(start)) return IMPOSSIBLE;
      return nameFit(cells.organisationFit(start, end), row, start, end);
    case "date":
      return cells.isDate(start, end) ? 3 : looseDateFit(row, start, end);
    case "figure":
      return FIGURE.test(row.text(start, end)) ? 3 : IMPOSSIBLE;
    case "free":
      return (cells.isKnown(column, start, end) ? 2.5 : 0) + openFit(row, start, end) - FREE_WORD * (end - start);
    case "title":
      return titleFit(row, start, end);
    case "update":
      return updateFit(cells, start, end);
  }
}

/** Whether a cell of a kind may begin with a word: where not, it has no fit, however many words it takes. */
export function mayBegin(kind: CellKind, cells: CellWords, start: number): boolean {
  const { row } = cells;
  if (kind === "organisation") return !row.endsWithJoin(start - 1) && cells.mayBeginName(start);
  if (kind === "status")
    return row.startsLine(start) || (!row.beginsSmall(start) && cells.mayBeginStatus(start, start + STATUS_WORDS + 1));
  return kind !== "date" || row.opens(start) || cells.mayBeginDate(start);
}

/** A line that is a name and nothing else is one cell, though its first word alone is a name too. */
const NAME_ON_LINE = 2.5;
const NAME_WORDS = 4;

function isNameOnLine(row: RowWords, start: number, end: number): boolean {
  if (end - start > NAME_WORDS || !isWholeLine(row, start, end)) return false;
  for (let at = start; at < end; at += 1) if (!row.mayName(at)) return false;
  return true;
}

const isWholeLine = (row: RowWords, start: number, end: number): boolean =>
  row.startsLine(start) && row.words[start]?.line === row.words[end - 1]?.line && row.endsLine(end);

/** Words of one letter, which may begin a sentence. */
const ONE_LETTER_WORD = /^[AI]$/;

/** Whether words are a sentence's own: cells within a line begin with a capital and end without a sign, and "A review" is none. */
const isWithinSentence = (row: RowWords, start: number, end: number): boolean =>
  (!row.startsLine(start) && (row.beginsSmall(start) || row.endsWithSign(end - 1))) ||
  (!row.endsLine(end) && row.beginsSmall(end) && ONE_LETTER_WORD.test(row.text(start, end)));

/** Whether a cell begins and ends as cells do: with a capital, and at a line's end. */
const openFit = (row: RowWords, start: number, end: number): number =>
  (row.opens(start) ? 0.4 : -0.6) + (row.endsLine(end) ? 0.4 : -0.2);

/** What a title costs that begins small in the middle of a line. */
const CUT_TITLE = 2;

function titleFit(row: RowWords, start: number, end: number): number {
  const inner = row.sentencesWithin(start, end);
  const unfinished = row.isUnfinished(end - 1) ? 2 : 0;
  const isCut = !row.startsLine(start) && row.beginsSmall(start) ? CUT_TITLE : 0;
  return 2 * openFit(row, start, end) + (end - start < 2 ? -1.5 : 1) - inner - unfinished - isCut;
}

function updateFit(cells: CellWords, start: number, end: number): number {
  const { row } = cells;
  const dated = cells.startsUpdate(start, end) ? 3 : 0;
  const sentence = row.endsSentence(end - 1) ? 0.8 : 0;
  return dated + sentence + openFit(row, start, end) + (end - start > 6 ? 0.6 : 0);
}
