/**
 * The words of one row given to its columns, in their order. In: the row's words, with the edges between them, and what each
 * column holds. Out: for each column the span of words that fit it best, and a score for the whole row. A cell ends at a
 * line's end or at a printed edge at no cost, and within a line only where the words on both sides fit their columns well.
 */

import type { CellEdges } from "./cell-edges.js";
import { type CellKind, fitOf, IMPOSSIBLE, mayBegin } from "./cell-fit.js";
import { type CellWords, cellWordsOf, type RowGrammar } from "./cell-words.js";
import { marginOf } from "./row-margin.js";
import type { RowWord, RowWords } from "./row-words.js";

export interface AlignedRow {
  /** For each column its words, from (inclusive) and to (exclusive); both the same where it is empty. */
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly score: number;
  /** Whether an edge within a line has no sure cell on either side, or another place for an edge fits nearly as well. */
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
export const EMPTY: Record<CellKind, number> = {
  label: 20,
  title: 8,
  organisation: 2.5,
  status: 2.5,
  update: 1,
  date: 1,
  figure: 1.5,
  free: 0.6,
};
/** What a cell's edge within a line costs, and a line break or gap within a cell. */
const EDGE_IN_LINE = 0.6;
const BREAK_IN_CELL = 0.05;
const GAP_IN_CELL = 1.5;
/** A row whose second-best alignment is this much worse is certain. */
const CLEAR_MARGIN = 0.9;
/** Words of a row at most: longer ones are no row of a table whose edges are lost. */
const MOST_WORDS = 4000;

export function alignRow(
  words: readonly RowWord[],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
  edges?: CellEdges,
): AlignedRow | null {
  if (words.length > MOST_WORDS) return null;
  const count = words.length;
  const cells = cellWordsOf(words, grammar);
  const { row } = cells;
  const joins = joinCosts(words);
  /** What a cell of the words from `start` to before `end` fits its column. */
  const cellFit = (column: number, start: number, end: number): number => {
    const kind = kinds[column] ?? "free";
    if (end === start) return edges?.emptyFit(column, kind) ?? -EMPTY[kind];
    if (edges !== undefined)
      return edges.cellFit(column, kind, start, end, () => fitOf(kind, column, cells, start, end));
    const edge = start === 0 || row.startsLine(start) ? 0 : EDGE_IN_LINE;
    const breaks = (joins[end - 1] ?? 0) - (joins[start] ?? 0);
    return fitOf(kind, column, cells, start, end) - edge - breaks;
  };
  // The best score of the first columns on the first words, for each number of words; and where each column begins.
  let best = new Float64Array(count + 1).fill(IMPOSSIBLE);
  best[0] = 0;
  const froms: Int32Array[] = [];
  kinds.forEach((kind, column) => {
    const step = addColumn(best, {
      isLast: column === kinds.length - 1,
      // Printed cells may hold what nobody knows.
      longestFrom: (start) => (edges !== undefined || mayBegin(kind, cells, start) ? LONGEST[kind] : 0),
      scoreOf: (start, end) => cellFit(column, start, end),
    });
    froms.push(step.from);
    best = step.best;
  });
  const score = best[count] ?? IMPOSSIBLE;
  const spans = score === IMPOSSIBLE ? null : spansOf(froms, count);
  if (spans === null) return null;
  return {
    spans,
    score,
    get isDoubtful() {
      if (isDoubtful(cells, kinds, spans)) return true;
      // Where edges are printed, they say more than the words beside them.
      return edges === undefined && marginOf(spans, kinds, cellFit) < CLEAR_MARGIN;
    },
  };
}

/** What may be a column's cells. */
interface ColumnCells {
  /** Whether it takes all words that are left. */
  readonly isLast: boolean;
  /** Words that a cell may take which begins with a word; 0 where only an empty one can be before it. */
  readonly longestFrom: (start: number) => number;
  readonly scoreOf: (start: number, end: number) => number;
}

/** The best scores with one more column. */
function addColumn(
  before: Float64Array,
  { isLast, longestFrom, scoreOf }: ColumnCells,
): { best: Float64Array<ArrayBuffer>; from: Int32Array } {
  const count = before.length - 1;
  const best = new Float64Array(count + 1).fill(IMPOSSIBLE);
  const from = new Int32Array(count + 1).fill(-1);
  for (let start = 0; start <= count; start += 1) {
    const own = before[start] ?? IMPOSSIBLE;
    if (own === IMPOSSIBLE) continue;
    const last = start === count ? count : Math.min(count, start + longestFrom(start));
    for (let end = isLast ? count : start; end <= last; end += 1) {
      const score = own + scoreOf(start, end);
      if (score <= (best[end] ?? IMPOSSIBLE)) continue;
      best[end] = score;
      from[end] = start;
    }
  }
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
function isDoubtful(cells: CellWords, kinds: readonly CellKind[], spans: AlignedRow["spans"]): boolean {
  const filled = spans.flatMap(([from, to], column) =>
    to > from ? [{ from, to, kind: kinds[column] ?? "free", column }] : [],
  );
  const isSure = ({ from, to, kind, column }: (typeof filled)[number]): boolean => {
    const { row, grammar } = cells;
    if (kind === "label" || kind === "figure") return true;
    if (kind === "status") return grammar.statusFit(row.text(from, to)) === 2;
    if (kind === "organisation") return cells.organisationFit(from, to) >= 2;
    if (kind === "date") return cells.isDate(from, to);
    if (kind === "update") return cells.startsUpdate(from, to);
    return kind === "free" && cells.isKnown(column, from, to);
  };
  return filled.slice(1).some((cell, at) => {
    const before = filled[at];
    return before !== undefined && !startsCell(cells.row, cell.from) && !isSure(cell) && !isSure(before);
  });
}

/** Whether a word is the first of its line or of its printed cell. */
const startsCell = ({ words }: RowWords, at: number): boolean =>
  words[at]?.startsLine === true || words[at]?.cell !== words[at - 1]?.cell;

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
