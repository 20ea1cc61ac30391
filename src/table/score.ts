/**
 * How well a grid explains its region. In: a grid with its words, and the page's words and lines. Out: a score for each row: how like
 * the other rows it is, how whole the texts of its cells are, and how few of its words cross borders; less where the grid's columns are
 * mixed, or where it leaves words or lines of its region unexplained.
 */
import { nearestIndex } from "../geometry/cluster.js";
import { linesOfWords } from "../geometry/text-lines.js";
import type { TableStrategy } from "../model/page.js";
import { chunksOfLine, isFigure } from "./aligned/chunks.js";
import { type Candidate, type Proposal, wordsOfGrid } from "./candidate.js";
import { isSwatch } from "./filled/swatches.js";
import { boxOfGrid, type Grid, type GridCell } from "./grid.js";
import type { Edge, Edges } from "./ruled/edges.js";
import type { WordsByHeight } from "./words-by-height.js";

/** How much each fault costs where it is complete. */
const COSTS = { unlike: 0.5, broken: 0.5, crossing: 0.5, mixed: 0.2, unexplained: 0.2, undrawn: 0.15 };
/** Share by which drawn borders show that rows which are filled differently are rows of one table. */
const DRAWN_ROWS: Record<TableStrategy, number> = {
  rulings: 0.8,
  "rulings-and-fills": 0.8,
  fills: 0.8,
  "row-of-fills": 0,
  "between-rules": 0.4,
  "between-fills": 0.4,
  "full-width-text": 0,
  continued: 0,
  headings: 0,
  alignment: 0,
};
/** A column counts as typically filled from this share of the rows. */
const TYPICAL = 0.5;
/** Most rows of headings above the first typical row, and how like it they are at least: headings may span columns. */
const MOST_HEADINGS = 2;
const HEADING_ALIKE = 0.7;
/** How like a row of cells a single text over all columns is. */
const TEXT_ROW = 0.5;
/** How far a word may extend past its cell, in points. */
const PAST_EDGE_PT = 1.5;
/** Height of a strip without words that separates rows, as a multiple of the type size: more than lines of one text leave. */
const STRIP = 0.55;
/** Share of a row's cells that have words on both sides of such a strip where the row is two rows. */
const BOTH_SIDES = 0.6;
/** Largest distance between a line and the border that it draws, in points. */
const SAME_PLACE_PT = 3;

export interface Surroundings {
  readonly words: WordsByHeight;
  readonly edges: Edges;
}

interface RowScore {
  /** 0 to 1. */
  readonly score: number;
  readonly words: number;
}

/** With a lower score, lines of text explain words better than a row does. */
const LEAST_SCORE = 0.7;
/** Worth of each word of a table that is doubtful, but that no other table disputes. */
const LEAST_WORTH = 0.001;

/** A proposal with its score. */
export function candidateOf(proposal: Proposal, around: Surroundings): Candidate {
  const rows = rowScores(proposal, around);
  const words = wordsOfGrid(proposal.grid);
  const worth = rows.reduce((sum, row) => sum + row.words * (row.score - LEAST_SCORE), 0);
  return {
    ...proposal,
    score: rows.reduce((sum, row) => sum + row.score, 0) / Math.max(1, rows.length),
    worth: Math.max(worth, LEAST_WORTH * words.size),
    words,
  };
}

function rowScores({ grid, strategy }: Proposal, { words, edges }: Surroundings): RowScore[] {
  const rows = filledRows(grid);
  const alike = alikeness(rows, grid.xs.length - 1);
  const held = grid.cells.reduce((sum, cell) => sum + cell.words.length, 0);
  const shared =
    COSTS.mixed * (1 - purity(grid)) +
    COSTS.unexplained * (1 - Math.min(1, held / Math.max(1, words.countIn(boxOfGrid(grid))))) +
    COSTS.undrawn * (1 - drawnShare(grid, edges));
  const headings = Math.min(MOST_HEADINGS, Math.max(0, alike.indexOf(1)));
  return rows.map((row, at) => {
    const expected = at < headings && row.some(({ columnSpan }) => columnSpan > 1) ? HEADING_ALIKE : 0;
    const own =
      COSTS.unlike * (1 - Math.max(expected, alike[at] ?? 0)) * (1 - DRAWN_ROWS[strategy]) +
      COSTS.broken * (1 - wholeness(row)) +
      COSTS.crossing * (1 - insideShare(row, grid.xs));
    return { score: Math.max(0, 1 - shared - own), words: row.reduce((sum, cell) => sum + cell.words.length, 0) };
  });
}

/** The cells with words of each row; those over several rows count in the first. */
function filledRows(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: Math.max(0, grid.ys.length - 1) }, () => []);
  for (const cell of grid.cells) if (cell.words.length > 0) rows[cell.row]?.push(cell);
  return rows.filter((row) => row.length > 0);
}

/**
 * Share of cells in which each row is like the typical row: those in the same columns that most rows have. A single cell over all
 * columns is text between rows.
 */
function alikeness(rows: readonly (readonly GridCell[])[], columns: number): number[] {
  const isText = (row: readonly GridCell[]): boolean => row.length === 1 && row[0]?.columnSpan === columns;
  const placeOf = ({ column, columnSpan }: GridCell): number => column * (columns + 1) + columnSpan;
  const cellRows = rows.filter((row) => !isText(row));
  const counts = new Map<number, number>();
  for (const row of cellRows) for (const cell of row) counts.set(placeOf(cell), (counts.get(placeOf(cell)) ?? 0) + 1);
  const typical = new Set([...counts].flatMap(([place, count]) => (count >= TYPICAL * cellRows.length ? [place] : [])));
  return rows.map((row) => {
    if (isText(row)) return TEXT_ROW;
    const both = row.filter((cell) => typical.has(placeOf(cell))).length;
    return both / Math.max(1, typical.size + row.length - both);
  });
}

/** Mean over the columns of the share of cells below the first row that are figures, or are not, whichever are more. */
function purity(grid: Grid): number {
  const figures = new Map<number, [figures: number, all: number]>();
  for (const { row, column, columnSpan, words } of grid.cells) {
    if (row === 0 || columnSpan > 1 || words.length === 0) continue;
    const [its, all] = figures.get(column) ?? [0, 0];
    figures.set(column, [its + (words.length <= 2 && words.every(({ text }) => isFigure(text)) ? 1 : 0), all + 1]);
  }
  let [sum, count] = [0, 0];
  for (const [its, all] of figures.values()) {
    sum += Math.max(its, all - its);
    count += all;
  }
  return count === 0 ? TYPICAL : sum / count;
}

/** Share of a row's cells whose lines are one text each; 0 where the row is two rows. */
function wholeness(row: readonly GridCell[]): number {
  if (isTwoRows(row)) return 0;
  return row.filter((cell) => !hasTextsSideBySide(cell)).length / row.length;
}

/** Whether most cells of a row have words both above and below one strip without words. */
function isTwoRows(row: readonly GridCell[]): boolean {
  if (row.length < 2) return false;
  const words = row.flatMap((cell) => cell.words.map((word) => ({ word, cell })));
  words.sort((a, b) => a.word.bbox[1] - b.word.bbox[1]);
  const last = new Map(words.map(({ word, cell }) => [cell, word.bbox[1]]));
  const above = new Set<GridCell>();
  let bottom = words[0]?.word.bbox[3] ?? 0;
  for (const { word, cell } of words) {
    if (word.bbox[1] - bottom > STRIP * word.sizePt) {
      const both = [...above].filter((each) => (last.get(each) ?? 0) >= word.bbox[1]).length;
      if (both >= 2 && both >= BOTH_SIDES * row.length) return true;
    }
    above.add(cell);
    bottom = Math.max(bottom, word.bbox[3]);
  }
  return false;
}

const hasTextsSideBySide = ({ words }: GridCell): boolean =>
  words.length > 1 &&
  linesOfWords(words.filter((word) => !isSwatch(word))).some((line) => chunksOfLine(line).chunks.length > 1);

/** Share of a row's words that are within the sides of their cells. */
function insideShare(row: readonly GridCell[], xs: readonly number[]): number {
  let [inside, all] = [0, 0];
  for (const { column, columnSpan, words } of row) {
    const [from, to] = [(xs[column] ?? 0) - PAST_EDGE_PT, (xs[column + columnSpan] ?? 0) + PAST_EDGE_PT];
    for (const { bbox } of words) if (bbox[0] >= from && bbox[2] <= to) inside += 1;
    all += words.length;
  }
  return inside / Math.max(1, all);
}

/** Share, by length, of the lines drawn inside the grid that are borders of its columns or rows; half where there are none. */
function drawnShare(grid: Grid, { horizontal, vertical }: Edges): number {
  const [x0, top, x1, bottom] = boxOfGrid(grid);
  const across = sharedLength(horizontal, [top, bottom], [x0, x1], grid.ys);
  const down = sharedLength(vertical, [x0, x1], [top, bottom], grid.xs);
  const all = across.all + down.all;
  return all === 0 ? TYPICAL : (across.same + down.same) / all;
}

/** @param edges sorted by their places */
function sharedLength(
  edges: readonly Edge[],
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  borders: readonly number[],
): { same: number; all: number } {
  let [same, all] = [0, 0];
  for (let at = firstFrom(edges, from - SAME_PLACE_PT); at < edges.length; at += 1) {
    const edge = edges[at];
    if (edge === undefined || edge.at > to + SAME_PLACE_PT) break;
    const length = Math.max(0, Math.min(edge.to, end) - Math.max(edge.from, start));
    const border = borders[nearestIndex(borders, edge.at)] ?? Number.POSITIVE_INFINITY;
    all += length;
    if (Math.abs(border - edge.at) <= SAME_PLACE_PT) same += length;
  }
  return { same, all };
}

/** Index of the first edge at a place or after it. */
function firstFrom(edges: readonly Edge[], place: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
