/**
 * The printed edges of a row's cells, which may be wrong: cells fused, cut in two, or lost. In: the row's cells as printed. Out: what
 * it costs to join cells or to split one, and what it is worth to find a cell in its own place. Ruled edges are kept.
 */
import { type CellKind, IMPOSSIBLE, type RowWord } from "./cell-fit.js";

/** Words of a printed cell, and the others of it. */
export interface CellPart {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}
/** Whether words are a column's cell beside the others of their printed cell. */
export type MayBePart = (kind: CellKind, part: () => CellPart) => boolean;

export interface CellEdges {
  /** What an empty column costs; undefined where nothing is printed in its place. */
  readonly emptyFit: (column: number, kind: CellKind) => number | undefined;
  readonly cellFit: (column: number, kind: CellKind, start: number, end: number, ownFit: () => number) => number;
}

/** What it costs to split a cell, at either end of the words taken out, and to join one more cell. */
const SPLIT = 0.6;
const JOIN = 0.8;
/** What a cell is worth that fills its own place, and one there whose words fit nothing. */
const IN_PLACE = 1;
const UNKNOWN = 0;
/** Words of a cell in its place that nobody knows: a status or a name. */
const UNKNOWN_WORDS = 6;
/** What a label costs that is not printed: it may be lost with its cell. */
const NO_LABEL = 3;

/** The words of printed cells, each with its cell. */
export function wordsOfCells(cells: readonly string[]): RowWord[] {
  return cells.flatMap((text, cell) =>
    text
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word): RowWord => ({ text: word, line: 0, startsLine: false, afterGap: false, cell })),
  );
}

/** @param isComplete whether every column has a printed cell */
export function cellEdges(
  cells: readonly string[],
  words: readonly RowWord[],
  isComplete: boolean,
  isRuled: boolean,
  mayBePart: MayBePart,
): CellEdges {
  const first = new Map<number, number>();
  const end = new Map<number, number>();
  words.forEach(({ cell = 0 }, at) => {
    if (!first.has(cell)) first.set(cell, at);
    end.set(cell, at + 1);
  });
  const textOf = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ text }) => text)
      .join(" ");
  const cellAt = (word: number): number => words[word]?.cell ?? 0;
  return {
    emptyFit: (column, kind) => {
      if (cells[column] === "") return 0;
      return kind === "label" ? -NO_LABEL : undefined;
    },
    cellFit(column, kind, start, to, ownFit) {
      const [opens, closes] = [first.get(cellAt(start)) ?? start, end.get(cellAt(to - 1)) ?? to];
      const splits = Number(opens < start) + Number(closes > to);
      const joins = cellAt(to - 1) - cellAt(start) - emptyBetween(cells, cellAt(start), cellAt(to - 1));
      if (isRuled && splits + joins > 0) return IMPOSSIBLE;
      const part = () => ({ before: textOf(opens, start), text: textOf(start, to), after: textOf(to, closes) });
      if (splits > 0 && !mayBePart(kind, part)) return IMPOSSIBLE;
      const isOwn = splits + joins === 0 && cellAt(start) === column;
      const own = ownFit();
      const isKnown = own !== IMPOSSIBLE || !isOwn || kind === "label";
      const mayBeUnknown = (isComplete && to - start <= UNKNOWN_WORDS) || isDash(cells[column] ?? "");
      const found = isKnown || !mayBeUnknown ? own : UNKNOWN;
      return found + (isOwn ? IN_PLACE : 0) - SPLIT * splits - JOIN * joins;
    },
  };
}

const emptyBetween = (cells: readonly string[], from: number, to: number): number =>
  cells.slice(from + 1, to).filter((text) => text === "").length;

/** Whether a cell says that nothing belongs there. */
export const isDash = (text: string): boolean => /^[-–—.]+$/.test(text);
