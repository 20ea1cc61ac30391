/**
 * The printed edges of a row's cells, which may be wrong: cells fused, cut in two, or lost. In: the row's cells as printed. Out: what
 * it costs to join cells or to split one, and what it is worth to find a cell in its own place. Ruled edges are kept.
 */
import { type CellKind, IMPOSSIBLE } from "./cell-fit.js";
import { factsOf, type RowWord } from "./row-words.js";

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
/** What it costs to take a cell from a column that may hold anything: a status there may be of another time. */
const MOVED = 6;
/** Words of a cell in its place that nobody knows: a status or a name. */
const UNKNOWN_WORDS = 6;
/** Words of a cell before a short cell that is in the middle of it, between two others. */
const WORDS_BEFORE = 5;
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

/** Cells as they are printed. */
export interface PrintedCells {
  readonly cells: readonly string[];
  readonly words: readonly RowWord[];
  readonly kinds: readonly CellKind[];
  /** Whether every column has a printed cell. */
  readonly isComplete: boolean;
  readonly isRuled: boolean;
  /** Index of the word that is the row's label again, which begins no other cell; null where none is. */
  readonly repeat: number | null;
}

/** Words from one place to another, by the printed cells that they are in. */
interface Extent {
  readonly part: () => CellPart;
  /** Words of its first cell that come before it. */
  readonly wordsBefore: number;
  readonly splits: number;
  readonly joins: number;
  /** Index of the one printed cell that they fill; null where they fill none, or more. */
  readonly cell: number | null;
}

export function cellEdges(printed: PrintedCells, mayBePart: MayBePart): CellEdges {
  const { cells, kinds, isRuled, isComplete, repeat } = printed;
  const extentOf = extents(printed);
  const mayBeUnknown = (column: number, count: number): boolean =>
    (isComplete && count <= UNKNOWN_WORDS) || isDash(cells[column] ?? "");
  return {
    emptyFit: (column, kind) => {
      if (cells[column] === "") return 0;
      return kind === "label" ? -NO_LABEL : undefined;
    },
    cellFit(column, kind, start, end, ownFit) {
      if (start === repeat && kind !== "label") return IMPOSSIBLE;
      const extent = extentOf(start, end);
      const { splits, joins, cell } = extent;
      if (cell === null && isRuled) return IMPOSSIBLE;
      const fit = ownFit();
      // Most words fit nothing by themselves: then what is beside them in their cell is of no weight.
      if (cell === null && (fit === IMPOSSIBLE || !isPart(kind, extent, mayBePart))) return IMPOSSIBLE;
      const edges = placeFit(kinds, cell, column) - SPLIT * splits - JOIN * joins;
      if (fit !== IMPOSSIBLE || cell !== column || kind === "label") return fit + edges;
      return mayBeUnknown(column, end - start) ? UNKNOWN + edges : IMPOSSIBLE;
    },
  };
}

/** What a printed cell is worth in a column: most in its own. */
function placeFit(kinds: readonly CellKind[], cell: number | null, column: number): number {
  if (cell === column) return IN_PLACE;
  return cell !== null && kinds[cell] === "free" ? -MOVED : 0;
}

function isPart(kind: CellKind, { splits, wordsBefore, part }: Extent, mayBePart: MayBePart): boolean {
  const isDeepInside = splits === 2 && wordsBefore > WORDS_BEFORE && kind !== "title" && kind !== "update";
  return splits === 0 || (!isDeepInside && mayBePart(kind, part));
}

function extents({ cells, words }: PrintedCells): (start: number, end: number) => Extent {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  words.forEach(({ cell = 0 }, at) => {
    if (!first.has(cell)) first.set(cell, at);
    last.set(cell, at + 1);
  });
  // For each cell how many before it are filled.
  const filled = new Int32Array(cells.length + 1);
  cells.forEach((text, at) => {
    filled[at + 1] = (filled[at] ?? 0) + (text === "" ? 0 : 1);
  });
  const row = factsOf(words);
  return (start, end) => {
    const [from, to] = [words[start]?.cell ?? 0, words[end - 1]?.cell ?? 0];
    const [opens, closes] = [first.get(from) ?? start, last.get(to) ?? end];
    const splits = Number(opens < start) + Number(closes > end);
    const joins = (filled[to + 1] ?? 0) - (filled[from + 1] ?? 0);
    const part = () => ({ before: row.text(opens, start), text: row.text(start, end), after: row.text(end, closes) });
    return { splits, joins, part, wordsBefore: start - opens, cell: splits + joins === 0 ? from : null };
  };
}

/** Whether a cell says that nothing belongs there. */
export const isDash = (text: string): boolean => /^[-–—.]+$/.test(text);
