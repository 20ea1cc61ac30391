/**
 * How well a grid explains its region. In: a grid with its words, and the page's words and lines. Out: a score for each row: how like
 * the other rows it is, how whole the texts of its cells are, and how few of its words cross borders; less where the grid's columns are
 * mixed, or where it leaves words or lines of its region unexplained.
 */
import type { TableStrategy } from "../../model/page.js";
import { type Candidate, type Proposal, wordsOfGrid } from "../candidate.js";
import { boxOfGrid, type GridCell } from "../grid.js";
import type { Edges } from "../ruled/edges.js";
import type { WordsByHeight } from "../words-by-height.js";
import { beyondShare, drawnShare, leftShare, purity, textBelowLines } from "./grid-faults.js";
import {
  alikeness,
  columnStarts,
  cutShare,
  filledRows,
  hasLooseCell,
  insideShare,
  linesAboveHeadings,
  wholeness,
} from "./row-faults.js";

/** How much each fault costs where it is complete. */
const COSTS = {
  unlike: 0.5,
  broken: 0.5,
  crossing: 0.5,
  cut: 0.3,
  mixed: 0.2,
  unexplained: 0.2,
  left: 0.2,
  undrawn: 0.15,
  beyond: 0.4,
};
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
/** Most rows of headings above the first typical row, and how like it they are at least: headings may span columns. */
const MOST_HEADINGS = 2;
const HEADING_ALIKE = 0.7;
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
    COSTS.left * leftShare(grid, words) * (1 - DRAWN_ROWS[strategy]) +
    COSTS.undrawn * (1 - drawnShare(grid, edges)) +
    COSTS.beyond * beyondShare(grid, edges);
  const starts = columnStarts(rows);
  const headings = Math.min(MOST_HEADINGS, Math.max(0, alike.indexOf(1)));
  const above = linesAboveHeadings(rows);
  const likeness = (row: readonly GridCell[], at: number): number => {
    if (at < above) return 0;
    const expected = at < headings && row.some(({ columnSpan }) => columnSpan > 1) ? HEADING_ALIKE : 0;
    return Math.max(expected, alike[at] ?? 0);
  };
  const end = strategy === "alignment" ? textBelowLines(grid, edges) : Number.POSITIVE_INFINITY;
  return rows.map((row, at) => {
    const own =
      ((row[0]?.row ?? 0) >= end ? 1 : 0) +
      COSTS.unlike * (1 - likeness(row, at)) * (1 - DRAWN_ROWS[strategy]) +
      COSTS.broken * (at === 0 && hasLooseCell(row) ? 1 : 1 - wholeness(row)) +
      COSTS.crossing * (1 - insideShare(row, grid.xs)) +
      COSTS.cut * cutShare(row, starts) * (1 - DRAWN_ROWS[strategy]);
    return { score: Math.max(0, 1 - shared - own), words: row.reduce((sum, cell) => sum + cell.words.length, 0) };
  });
}
