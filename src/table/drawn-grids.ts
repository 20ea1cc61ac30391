/**
 * Tables that lines or painted boxes draw. In: what a page draws, and its words. Out: proposals with their words; a word belongs to the
 * innermost grid around it.
 */
import { shareInside } from "../geometry/boxes.js";
import type { Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import type { Proposal } from "./candidate.js";
import { bySize, type Drawing, sidesOf } from "./drawing.js";
import { withBandAbove } from "./filled/band-above.js";
import { withBandEdges } from "./filled/band-edges.js";
import type { FillLookup } from "./filled/cell-fill.js";
import { withoutHighlights } from "./filled/highlights.js";
import { stripesOf } from "./filled/stripes.js";
import { isSwatch } from "./filled/swatches.js";
import { boxOfCell, boxOfGrid, fillGrid, type Grid } from "./grid.js";
import { connectedEdges, type Edge, type Edges, SNAP_PT } from "./ruled/edges.js";
import { gridOfEdges } from "./ruled/lattice.js";
import { splitUnderRuledGrid } from "./ruled/split-under-ruled.js";
import type { WordsByHeight } from "./words-by-height.js";

/** Smallest share of a drawn grid's cells that contain words: with fewer it is a chart. */
const FILLED = 0.15;
/** Share of a box inside a table from which it is a cell of it. */
const MOSTLY_INSIDE = 0.5;

export interface RuledGrids {
  readonly proposals: readonly Proposal[];
  /** Horizontal lines that are not of a grid. */
  readonly rules: readonly Edge[];
}

/** Largest difference between the columns of a table and those of what continues it on the next page, in points. */
const SAME_COLUMNS_PT = 3;

/**
 * @param drawing its painted boxes: the edge of a band may separate rows where no line does
 * @param open where the columns begin and end of the table that the page before ends with: one cell may continue alone
 */
export function ruledGrids(
  { groups, boxes }: Drawing,
  words: WordsByHeight,
  colourOf: FillLookup,
  open: readonly number[],
): RuledGrids {
  const proposals: Proposal[] = [];
  const rules: Edge[] = [];
  const held = new Set<Word>();
  const cards = framesOfCards(groups);
  for (const { edges, grid } of groups) {
    const filled = grid === null ? null : gridWithWords(grid, words, held);
    if (filled === null || !(isDrawnTable(filled, colourOf) || continuesCell(filled, open))) {
      for (const edge of cards.has(edges) ? [] : edges.horizontal) rules.push(edge);
      continue;
    }
    const bands = withBands(filled, bandedGrid(edges, boxes, filled), boxes);
    proposals.push(...bands.map((each) => ({ ...each, grid: withBandAbove(each.grid, boxes, words) })));
    hold(filled, held);
  }
  return { proposals, rules };
}

/** A ruled grid, and the same with the edges of bands. A band on top of a table is its headings: a row is never more of them. */
function withBands(filled: Grid, banded: Grid | null, boxes: readonly Bbox[]): Proposal[] {
  const ruled: Proposal = { grid: splitUnderRuledGrid(filled, boxes), strategy: "rulings" };
  if (banded === null) return [ruled];
  const both: Proposal = { grid: splitUnderRuledGrid(banded, boxes), strategy: "rulings-and-fills" };
  return beginsWithBand(banded, filled) ? [both] : [ruled, both];
}

/** Closed frames of one width, one below the other: cards, whose sides separate no rows. */
function framesOfCards(groups: Drawing["groups"]): ReadonlySet<Edges> {
  const frames = groups.filter(
    ({ edges, grid }) => grid !== null && grid.xs.length === 2 && grid.ys.length === 2 && edges.vertical.length === 2,
  );
  const counts = new Map<string, Edges[]>();
  for (const { edges, grid } of frames) {
    const ends = grid?.xs.map(Math.round).join("-") ?? "";
    const same = counts.get(ends);
    if (same === undefined) counts.set(ends, [edges]);
    else same.push(edges);
  }
  return new Set([...counts.values()].filter((same) => same.length >= 2).flat());
}

/** The grid with the edges of bands as lines; null where they add none. */
function bandedGrid(edges: Edges, boxes: readonly Bbox[], filled: Grid): Grid | null {
  const words = filled.cells.flatMap((cell) => cell.words);
  const banded = withBandEdges(edges, boxes, words);
  const grid = banded === edges ? null : gridOfEdges(banded);
  return grid === null ? null : fillGrid(grid, words);
}

/** Whether a band's edge cuts the first row of a grid. */
const beginsWithBand = (banded: Grid, ruled: Grid): boolean => (banded.ys[1] ?? 0) < (ruled.ys[1] ?? 0) - SNAP_PT;

/** @param tables boxes of ruled tables: what is painted in them are their cells */
export function filledGrids(
  boxes: readonly Bbox[],
  words: WordsByHeight,
  colourOf: FillLookup,
  tables: readonly Bbox[],
): { readonly proposals: readonly Proposal[]; readonly sides: readonly Edge[] } {
  const outside = withoutHighlights(
    boxes.filter((box) => !tables.some((table) => shareInside(box, table) > MOSTLY_INSIDE)),
    words,
  );
  const proposals: Proposal[] = [];
  const edges = sidesOf(outside);
  const grids = bySize(connectedEdges(edges)).flatMap(({ grid }) => (grid === null ? [] : [grid]));
  const stripes = stripesOf(grids, words);
  const held = new Set<Word>();
  for (const grid of grids) {
    const filled = gridWithWords(grid, words, held);
    if (filled.ys.length === 2) {
      const single = isFullRow(filled) ? withoutSwatches(filled) : null;
      if (single !== null) proposals.push({ grid: single, strategy: "row-of-fills" });
    } else if (!stripes.has(grid) && isDrawnTable(filled, colourOf)) {
      proposals.push({ grid: splitUnderRuledGrid(filled, boxes), strategy: "fills" });
      hold(filled, held);
    }
  }
  return { proposals, sides: edges.horizontal };
}

/** @param held words of grids inside this one */
function gridWithWords(grid: Grid, words: WordsByHeight, held: ReadonlySet<Word>): Grid {
  const inside = words.within(boxOfGrid(grid));
  return fillGrid(grid, held.size === 0 ? inside : inside.filter((word) => !held.has(word)));
}

function hold(grid: Grid, held: Set<Word>): void {
  for (const cell of grid.cells) for (const word of cell.words) held.add(word);
}

const withoutSwatches = (grid: Grid): Grid => ({
  ...grid,
  cells: grid.cells.map((cell) => ({ ...cell, words: cell.words.filter((word) => !isSwatch(word)) })),
});

/**
 * Whether a single row of filled cells is a table row, as above text over the full width: at most one of three or more
 * cells is empty.
 */
function isFullRow(grid: Grid): boolean {
  const empty = grid.cells.filter((cell) => cell.words.length === 0).length;
  return grid.cells.length >= 3 && empty <= 1;
}

/** Whether a grid is one row with the columns of the table before, and text in one of them. */
const continuesCell = ({ xs, ys, cells }: Grid, open: readonly number[]): boolean =>
  ys.length === 2 &&
  xs.length > 2 &&
  xs.length === open.length &&
  xs.every((x, at) => Math.abs(x - (open[at] ?? 0)) <= SAME_COLUMNS_PT) &&
  cells.some(({ words }) => words.length > 0);

function isDrawnTable(grid: Grid, colourOf: FillLookup): boolean {
  if (grid.xs.length < 3) return false;
  const filled = grid.cells.filter((cell) => cell.words.length > 0);
  const columns = new Set(filled.map((cell) => cell.column));
  if (filled.length === 1 && grid.ys.length === 2 && grid.cells.length > 1) {
    // A single row, cut off by the page's end: its other cells may show a status by colour alone.
    return grid.cells.some((cell) => cell.words.length === 0 && colourOf(boxOfCell(grid, cell), []) !== null);
  }
  return filled.length >= 2 && columns.size >= 2 && filled.length >= FILLED * grid.cells.length;
}
