/**
 * Pages and their tables to blocks, in reading order: a block for each row of a table, and for each line outside
 * tables. Furniture is flagged, not left out. Empty rows without a colour are left out.
 */
import { boundsOf, centreY, overlap } from "../geometry/boxes.js";
import { marginNumbers } from "../geometry/margin-numbers.js";
import { isInText } from "../geometry/text-lines.js";
import type { Aside } from "../model/aside.js";
import type { Block, Cell, LineBlock, Place, RowBlock } from "../model/block.js";
import type { Page, Table, TableCell, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import { pageFurniture } from "./page-furniture.js";
import { linesOfPage, type PageLine } from "./page-lines.js";
import { hueOnly } from "./text-colour.js";
import type { Watermark } from "./watermarks.js";

/** A line, and whether it is known to be no row's. */
type PrintedLine = PageLine & { readonly isUnassigned?: true };

/**
 * Converts pages to blocks; `allTables[n]` are those of `pages[n]`. Every upright word is in exactly one block. The rows of a table
 * with a single column are lines.
 * @param watermarks of each page: they come last, as furniture
 */
export function blocksOfPages(
  pages: readonly Page[],
  allTables: readonly (readonly Table[])[],
  watermarks: readonly (readonly Watermark[])[] = [],
): Block[] {
  const tables = allTables.map((found) => found.filter(({ columnCount }) => columnCount > 1));
  const lineNumbers = pages.map((page) => [...marginNumbers(page.words)]);
  const lines = pages.map((page, at) => {
    const taken = new Set((tables[at] ?? []).flatMap((table) => table.cells.flatMap((cell) => cell.words)));
    for (const word of lineNumbers[at] ?? []) taken.add(word);
    return linesOfPage(page.words.filter((word) => !taken.has(word)));
  });
  const furniture = pageFurniture(pages, lines);
  return pages.flatMap((page, at) => {
    const printed = inOrder(lines[at] ?? [], tables[at] ?? []).flatMap((item): Block[] =>
      "cells" in item ? rowBlocks(item) : [lineBlock(item, page.number, furniture.has(item))],
    );
    const numbers = lineNumbers[at] ?? [];
    const marks = (watermarks[at] ?? []).map((mark) => lineBlock({ ...mark, ...APART }, page.number, true));
    const blocks = [...printed, ...(numbers.length > 0 ? [numbersBlock(numbers, page.number)] : []), ...marks];
    return blocks.map((block, index) => (index === 0 ? { ...block, pageStart: true } : block));
  });
}

/**
 * Lines and tables in reading order: each table before the first line below it in a text column that it overlaps. What is beside a
 * drawn table, in a box of its own, comes after it and is no row's text.
 */
function inOrder(all: readonly PageLine[], tables: readonly Table[]): (PrintedLine | Table)[] {
  const beside = new Map<PageLine, Table>();
  let last: PageLine | null = null;
  for (const line of all) {
    const above = last === null ? undefined : beside.get(last);
    const table =
      tables.find((each) => each.found !== "aligned" && isBeside(line, each)) ??
      (above !== undefined && isAside(line, above) && Math.abs(line.bbox[0] - (last?.bbox[0] ?? 0)) <= SAME_START_PT
        ? above
        : undefined);
    if (table === undefined) continue;
    beside.set(line, table);
    last = line;
  }
  const lines = all.filter((line) => !beside.has(line));
  const before = new Map<number, (PrintedLine | Table)[]>();
  for (const table of tables) {
    const [, top, , bottom] = table.bbox;
    const index = lines.findIndex((line) => centreY(line.bbox) > (top + bottom) / 2 && sharesColumn(line, table));
    const at = index < 0 ? lines.length : index;
    const next = all
      .filter((line) => beside.get(line) === table)
      .map((line) => ({ ...line, isUnassigned: true as const }));
    before.set(at, [...(before.get(at) ?? []), table, ...next]);
  }
  return [...lines, null].flatMap((line, at) => [...(before.get(at) ?? []), ...(line === null ? [] : [line])]);
}

const sharesColumn = ({ region }: PageLine, { bbox }: Table): boolean =>
  overlap(bbox[0], bbox[2], region[0], region[1]) > 0;

/** Largest difference between the starts of lines in one box, in points. */
const SAME_START_PT = 2;

const isAside = ({ bbox }: PageLine, table: Table): boolean => bbox[0] >= table.bbox[2] || bbox[2] <= table.bbox[0];

/** Whether a line is at a table's side: in no column of text of its own, and over no part of the table. */
function isBeside(line: PageLine, table: Table): boolean {
  const [, top, , bottom] = table.bbox;
  const middle = centreY(line.bbox);
  return isAside(line, table) && middle > top && middle < bottom && sharesColumn(line, table);
}

const placeOf = (page: number, bbox: Bbox): Place => ({ page, lineFirst: null, lineLast: null, bbox });

/** A line that is no part of the text. */
const APART = { indent: 0, gapBefore: true, asides: [] } as const;

function lineBlock(line: Omit<PrintedLine, "region">, page: number, furniture: boolean): LineBlock {
  const { text, indent, gapBefore, bbox, asides, isUnassigned } = line;
  return {
    kind: "line",
    text,
    indent,
    gapBefore,
    pageStart: false,
    place: placeOf(page, bbox),
    ...(furniture ? { furniture } : {}),
    ...(isUnassigned ? { isUnassigned } : {}),
    ...(asides.length === 0 ? {} : { asides }),
  };
}

/** The line numbers in a page's margin, as one block of furniture. */
function numbersBlock(numbers: readonly Word[], page: number): LineBlock {
  const text = numbers.map((word) => word.text).join(" ");
  const bbox = boundsOf(numbers.map((word) => word.bbox)) ?? [0, 0, 0, 0];
  return lineBlock({ text, bbox, ...APART }, page, true);
}

function rowBlocks(table: Table): Block[] {
  const rows: TableCell[][] = Array.from({ length: table.rowCount }, () => []);
  const covering: TableCell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) {
    rows[cell.row]?.push(cell);
    for (let below = 1; below < cell.rowSpan && cell.text !== ""; below += 1) covering[cell.row + below]?.push(cell);
  }
  const blocks: Block[] = [];
  // What was struck out in a row without other text is kept with the row below, or with the last one.
  let pending: Aside[] = [];
  for (const [at, cells] of rows.entries()) {
    const asides = [...pending, ...cells.flatMap((cell) => cell.asides ?? [])];
    const isEmpty = cells.every((cell) => cell.text === "" && (cell.fill === null || asides.length > 0));
    pending = isEmpty ? asides : [];
    if (!isEmpty) blocks.push(rowBlock(table, at, { cells, covering: covering[at] ?? [] }, asides));
  }
  const last = blocks.pop();
  if (pending.length === 0) return last === undefined ? [] : [...blocks, last];
  return [...blocks, { ...(last ?? emptyLine(table)), asides: [...(last?.asides ?? []), ...pending] }];
}

/** Bears the asides of a table that has no other text. */
const emptyLine = ({ page, bbox }: Table): LineBlock => ({
  kind: "line",
  text: "",
  indent: 0,
  gapBefore: true,
  pageStart: false,
  place: placeOf(page, bbox),
  furniture: true,
});

interface CellsOfRow {
  readonly cells: readonly TableCell[];
  /** Cells of rows above that reach over this one. */
  readonly covering: readonly TableCell[];
}

function rowBlock(table: Table, at: number, { cells, covering }: CellsOfRow, asides: readonly Aside[]): RowBlock {
  const row: Cell[] = Array.from({ length: table.columnCount }, () => ({ text: "" }));
  for (const cell of covering) row[cell.column] = { text: "", above: cell.text, aboveBbox: cell.bbox };
  for (const cell of cells) row[cell.column] = cellOf(cell);
  const top = Math.min(...cells.map((cell) => cell.bbox[1]));
  const bottom = Math.max(...cells.filter((cell) => cell.rowSpan === 1).map((cell) => cell.bbox[3]), top);
  return {
    kind: "row",
    cells: row,
    borders: table.found === "aligned" ? "spaced" : "sure",
    gapBefore: at === 0,
    pageStart: false,
    place: placeOf(table.page, [table.bbox[0], top, table.bbox[2], bottom]),
    ...(asides.length === 0 ? {} : { asides }),
  };
}

function cellOf(cell: TableCell): Cell {
  return {
    text: cell.text,
    fill: cell.fill,
    colour: textColourOf(cell.words),
    bbox: cell.bbox,
    ...(cell.picture === true ? { picture: true } : {}),
    ...confidenceOf(cell.words),
    ...(cell.lineEnds === undefined ? {} : { lineEnds: cell.lineEnds }),
    ...(cell.lineBoxes === undefined ? {} : { lineBoxes: cell.lineBoxes }),
    ...(cell.columnSpan > 1 ? { span: cell.columnSpan } : {}),
  };
}

function confidenceOf(words: readonly Word[]): { readonly confidence?: number } {
  const known = words.flatMap(({ confidence }) => (confidence === undefined ? [] : [confidence]));
  return known.length === 0 ? {} : { confidence: Math.min(...known) };
}

/** The colour of all words; null where they differ, or where it is black or grey. */
function textColourOf(words: readonly Word[]): string | null {
  const inText = words.filter(isInText);
  const colour = inText[0]?.colour;
  if (colour === undefined || inText.some((word) => word.colour !== colour)) return null;
  return hueOnly(colour);
}
