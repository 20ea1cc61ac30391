/**
 * Where rows begin that no label begins, in text that has lost its cells. In: lines, what the columns hold, and the grammar of
 * their words. Out: the lines that rows begin with, where each row is one line, or where each cell is whole lines; lines that
 * are no row's are left out.
 */
import type { LineBlock } from "../../model/block.js";
import { EMPTY } from "./align-row.js";
import { type CellKind, fitOf, IMPOSSIBLE } from "./cell-fit.js";
import { cellWordsOf, type RowGrammar } from "./cell-words.js";
import type { RowWord } from "./row-words.js";

/** Lines that a cell may take. */
const LINES: Record<CellKind, number> = {
  label: 1,
  title: 4,
  organisation: 3,
  status: 2,
  update: 40,
  date: 2,
  figure: 1,
  free: 3,
};
/** What a line costs that is in no row, and each further line of a cell that is mostly one. */
const SKIPPED = 3;
const FURTHER_LINE = 1;
const FURTHER_LINE_OF_TEXT = 0.05;
/** A row whose first cells fit no better than this is none. */
const WORST = -6;

export function startsByCells(
  lines: readonly LineBlock[],
  words: readonly RowWord[],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
): number[] {
  const firsts = firstWords(words, lines.length);
  const cells = cellWordsOf(words, grammar);
  const cellFit = (column: number, from: number, to: number): number => {
    const kind = kinds[column] ?? "free";
    if (from === to) return -EMPTY[kind];
    const further = (to - from - 1) * (kind === "update" ? FURTHER_LINE_OF_TEXT : FURTHER_LINE);
    return fitOf(kind, column, cells, firsts[from] ?? 0, firsts[to] ?? words.length) - further;
  };
  // The best score of whole rows up to each line, and the line that the last of them begins with, or none where it is skipped.
  const best = new Float64Array(lines.length + 1).fill(IMPOSSIBLE);
  const before = new Int32Array(lines.length + 1).fill(-1);
  const isRow = new Uint8Array(lines.length + 1);
  best[0] = 0;
  const reach = (to: number, score: number, from: number, row: 0 | 1): void => {
    if (score <= (best[to] ?? IMPOSSIBLE)) return;
    best[to] = score;
    before[to] = from;
    isRow[to] = row;
  };
  for (let from = 0; from < lines.length; from += 1) {
    const own = best[from] ?? IMPOSSIBLE;
    reach(from + 1, own - SKIPPED, from, 0);
    for (const [to, score] of rowEnds(from, lines.length, kinds, cellFit)) reach(to, own + score, from, 1);
  }
  const starts: number[] = [];
  for (let at = lines.length; at > 0; at = before[at] ?? 0) if (isRow[at] === 1) starts.unshift(before[at] ?? 0);
  return starts;
}

/** The lines after which a row may end that begins with a line, each with the row's best score. */
function rowEnds(
  from: number,
  count: number,
  kinds: readonly CellKind[],
  cellFit: (column: number, from: number, to: number) => number,
): Map<number, number> {
  let ends = new Map([[from, 0]]);
  kinds.forEach((kind, column) => {
    const next = new Map<number, number>();
    for (const [start, own] of ends)
      for (let end = start; end <= Math.min(count, start + LINES[kind]); end += 1) {
        const score = own + cellFit(column, start, end);
        if (score > (next.get(end) ?? WORST)) next.set(end, score);
      }
    ends = next;
  });
  ends.delete(from);
  return ends;
}

/** The index of each line's first word. */
function firstWords(words: readonly RowWord[], lines: number): Int32Array {
  const firsts = new Int32Array(lines + 1).fill(words.length);
  words.forEach(({ startsLine, line }, at) => {
    if (startsLine) firsts[line] = at;
  });
  return firsts;
}
