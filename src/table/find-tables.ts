/**
 * The tables of a page. In: its words, rulings and fills. Out: tables from top to bottom: drawn by rulings, by filled
 * cells, or detected by the alignment of their words. Each word is in one cell at most.
 */
import { heightOf, shareInside, widthOf } from "../geometry/boxes.js";
import { readingRegions } from "../geometry/reading-regions.js";
import { isUpright } from "../geometry/text-lines.js";
import type { Page, Table, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import type { OpenTable } from "./aligned/continued-tables.js";
import { gridsByAlignment, type PageBefore } from "./aligned/find-aligned.js";
import type { FullWidthTextShape } from "./aligned/rows-with-full-width-text.js";
import { withBandEdges } from "./filled/band-edges.js";
import { type FillLookup, fillLookup, isWhite } from "./filled/cell-fill.js";
import { joinHeadingBands } from "./filled/heading-band.js";
import { stripesOf } from "./filled/stripes.js";
import { isSwatch, swatches } from "./filled/swatches.js";
import type { FoundGrid } from "./found-grid.js";
import { boxOfCell, fillGrid, type Grid } from "./grid.js";
import { gridsBetweenRules } from "./ruled/between-rules.js";
import { connectedEdges, type Edge, type Edges, edgesOfRulings, mergeEdges } from "./ruled/edges.js";
import { gridOfEdges } from "./ruled/lattice.js";
import { nestedTables } from "./ruled/nested.js";
import { splitUnderRuledGrid } from "./ruled/split-under-ruled.js";
import { boxOfGrid, tableOf } from "./table-of-grid.js";

/** A fill that covers this share of a page is its background, not a cell. */
const BACKGROUND = 0.6;
/** Smallest share of a drawn grid's cells that contain words: with fewer it is a chart. */
const FILLED = 0.15;

/** The tables of each page. Rows that continue over a page's end are recognised by where their cells start. */
export function findTablesOfPages(pages: readonly Page[]): Table[][] {
  let before = NO_PAGE;
  return pages.map((page) => {
    const found = findTablesOnPage(page, before);
    before = { fullWidthText: found.fullWidthText ?? before.fullWidthText, openTable: found.openTable };
    return found.tables;
  });
}

const NO_PAGE: PageBefore = { fullWidthText: null, openTable: null };

export const findTables = (page: Page): Table[] => findTablesOnPage(page, NO_PAGE).tables;

interface TablesOnPage extends PageBefore {
  readonly tables: Table[];
}

function findTablesOnPage(page: Page, before: PageBefore): TablesOnPage {
  const colourOf = fillLookup(page.fills);
  const edges = edgesOfRulings(page.rulings);
  let tables: FoundGrid[] = [];
  let words: readonly Word[] = page.words;
  let fullWidthText: FullWidthTextShape | null = null;
  let openTable: OpenTable | null = null;
  const take = (grid: Grid, found: Table["found"]): void => {
    tables.push({ grid, found });
    const taken = new Set(grid.cells.flatMap((cell) => cell.words));
    words = words.filter((word) => !taken.has(word));
  };
  const rules: Edge[] = [];
  const painted = page.fills
    .filter(
      (fill) =>
        !isWhite(fill.colour) && widthOf(fill.bbox) * heightOf(fill.bbox) < BACKGROUND * page.widthPt * page.heightPt,
    )
    .map((fill) => fill.bbox);
  const groups = bySize(connectedEdges(edges).map((group) => withBandEdges(group, painted, words)));
  for (const { group, grid } of groups) {
    const filled = grid === null ? null : fillGrid(grid, words);
    if (filled !== null && isDrawnTable(filled, colourOf)) take(splitUnderRuledGrid(filled), "ruled");
    else rules.push(...group.horizontal);
  }
  const boxes = painted.filter((box) => !tables.some(({ grid }) => shareInside(box, boxOfGrid(grid)) > 0.5));
  const single: Grid[] = [];
  const drawnByBoxes = bySize(connectedEdges(edgesOfBoxes(boxes))).flatMap(({ grid }) => (grid === null ? [] : [grid]));
  const stripes = stripesOf(drawnByBoxes, words);
  for (const grid of drawnByBoxes) {
    const filled = fillGrid(grid, words);
    if (filled.ys.length === 2) single.push(grid);
    else if (stripes.has(grid)) continue;
    else if (isDrawnTable(filled, colourOf)) take(splitUnderRuledGrid(filled), "filled");
  }
  const sides = edgesOfBoxes(boxes).horizontal;
  const align = (among: readonly Word[], since: PageBefore) =>
    readingRegions(among.filter(isUpright)).flatMap((region) => gridsByAlignment(region, [...rules, ...sides], since));
  // A table that continues from the page before is not nested in a cell of this page.
  const inCells = new Set(nestedTables(tables, words, (among) => align(among, { ...before, openTable: null })));
  tables = tables.filter((table) => !inCells.has(table));
  words = [...words, ...[...inCells].flatMap(({ grid }) => grid.cells.flatMap((cell) => cell.words))];
  const drawn = tables.map(({ grid }) => boxOfGrid(grid));
  words = [...words, ...swatches(words, page.fills, page.widthPt, drawn)];
  for (const [lines, by] of [
    [rules, "ruled"],
    [sides, "filled"],
  ] as const)
    for (const each of gridsBetweenRules(words.filter(isUpright), lines, by)) take(each.grid, each.found);
  for (const each of align(words, before)) {
    take(each.grid, each.found);
    fullWidthText = each.fullWidthText ?? fullWidthText;
    openTable = each.openTable ?? openTable;
  }
  // A single row of boxes may be the headings of an aligned table; else it is a row above text over the full width.
  for (const grid of single) {
    const filled = fillGrid(
      grid,
      words.filter((word) => !isSwatch(word)),
    );
    if (isFullRow(filled)) take(filled, "filled");
  }
  const inOrder = joinHeadingBands(tables)
    .map(({ grid, found }) => tableOf(page.number, grid, found, colourOf))
    .sort((a, b) => a.bbox[1] - b.bbox[1] || a.bbox[0] - b.bbox[0]);
  return { tables: inOrder, fullWidthText, openTable };
}

/** Groups with their grids, the smallest first: a table inside a frame takes its words before the frame does. */
function bySize(groups: readonly Edges[]): { group: Edges; grid: Grid | null }[] {
  const area = (grid: Grid | null): number => {
    if (grid === null) return 0;
    const box = boxOfGrid(grid);
    return widthOf(box) * heightOf(box);
  };
  return groups.map((group) => ({ group, grid: gridOfEdges(group) })).sort((a, b) => area(a.grid) - area(b.grid));
}

/**
 * Whether a single row of filled cells is a table row, as above text over the full width: at most one of three or more
 * cells is empty.
 */
function isFullRow(grid: Grid): boolean {
  const empty = grid.cells.filter((cell) => cell.words.length === 0).length;
  return grid.cells.length >= 3 && empty <= 1;
}

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

function edgesOfBoxes(boxes: readonly Bbox[]): Edges {
  const horizontal = boxes.flatMap(([x0, top, x1, bottom]) => [
    { at: top, from: x0, to: x1 },
    { at: bottom, from: x0, to: x1 },
  ]);
  const vertical = boxes.flatMap(([x0, top, x1, bottom]) => [
    { at: x0, from: top, to: bottom },
    { at: x1, from: top, to: bottom },
  ]);
  return { horizontal: mergeEdges(horizontal), vertical: mergeEdges(vertical) };
}
