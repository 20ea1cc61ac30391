/**
 * What is wrong with a row of a grid. In: the cells with words of each row. Out: shares from 0 to 1: how like the typical row each is,
 * how many of its cells are whole texts, how many words are within their cells, and how many cells begin in the middle of a text.
 */
import { linesOfWords, type WordLine } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import { chunksOfLine } from "../aligned/chunks.js";
import { isSwatch } from "../filled/swatches.js";
import type { Grid, GridCell } from "../grid.js";

/** A column counts as typically filled from this share of the rows. */
const TYPICAL = 0.5;
/** Fewest headings of a table, and most rows above them. */
const FEWEST_HEADINGS = 3;
const MOST_ABOVE = 3;
/** How like a row of cells a single text over all columns is. */
const TEXT_ROW = 0.5;
/** How far a word may extend past its cell, in points. */
const PAST_EDGE_PT = 1.5;
/** Height of a strip without words that separates rows, as a multiple of the type size: more than lines of one text leave. */
const STRIP = 0.55;
/** Widest gap between lines of one heading, as a multiple of the type size, and fewest lines of a list drawn into one. */
const LOOSE = 1;
const FEWEST_LOOSE = 3;
/** Share of a row's cells that have words on both sides of such a strip where the row is two rows. */
const BOTH_SIDES = 0.6;
/** Fewest cells that begin at a column's start, and the words of a cell among which its first is. */
const FEWEST_STARTS = 3;
const FIRST_WORDS = 8;
/** Narrowest gap between texts side by side, as a multiple of the type size: that between figures. */
const WIDE_SPACE = 0.55;
/** Widest space between words of one text, as a multiple of the type size. */
const SPACE = 0.35;

/** The cells with words of each row; those over several rows count in the first. */
export function filledRows(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: Math.max(0, grid.ys.length - 1) }, () => []);
  for (const cell of grid.cells) if (cell.words.length > 0) rows[cell.row]?.push(cell);
  return rows.filter((row) => row.length > 0);
}

/** Number of rows above a table's bold headings that are not bold: a key or a note. */
export function linesAboveHeadings(rows: readonly (readonly GridCell[])[]): number {
  const isBold = (row: readonly GridCell[]): boolean => row.every(({ words }) => words.every(({ bold }) => bold));
  const at = rows.slice(0, MOST_ABOVE + 1).findIndex((row) => row.length >= FEWEST_HEADINGS && isBold(row));
  return at > 0 && !rows.slice(0, at).some(isBold) ? at : 0;
}

/**
 * Share of cells in which each row is like the typical row: those in the same columns that most rows have. A single cell over several
 * columns is text between rows.
 */
export function alikeness(rows: readonly (readonly GridCell[])[], columns: number): number[] {
  const isText = (row: readonly GridCell[]): boolean => row.length === 1 && (row[0]?.columnSpan ?? 0) > 1;
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

/** Share of a row's cells whose lines are one text each; 0 where the row is two rows. */
export function wholeness(row: readonly GridCell[]): number {
  if (isTwoRows(row)) return 0;
  return row.filter((cell) => !hasTextsSideBySide(cell)).length / row.length;
}

/** Whether a list is drawn into a cell of the headings: its lines are more than the others', and farther apart than theirs. */
export function hasLooseCell(row: readonly GridCell[]): boolean {
  const [loose, ...others] = row.filter((cell) => linesOf(cell).length >= FEWEST_LOOSE);
  return row.length > 2 && loose !== undefined && others.length === 0 && isLoose(loose);
}

const linesOf = (cell: GridCell): readonly WordLine[] => (isTall(cell) ? linesOfWords(cell.words) : []);

const isLoose = (cell: GridCell): boolean =>
  linesOf(cell).some(
    (line, at, lines) => line.bbox[1] - (lines[at - 1]?.bbox[3] ?? line.bbox[1]) > LOOSE * line.sizePt,
  );

/** Whether most cells of a row have words both above and below one strip without words. */
function isTwoRows(row: readonly GridCell[]): boolean {
  const tall = row.filter(isTall).length;
  if (tall < 2 || tall < BOTH_SIDES * row.length) return false;
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

/** Whether a cell may have several lines. */
function isTall({ words }: GridCell): boolean {
  const [first] = words;
  return first !== undefined && words.some(({ bbox }) => Math.abs(bbox[1] - first.bbox[1]) > first.sizePt);
}

/** Whether two neighbouring words of a cell are on one line, farther apart than words of a text are. */
const hasWideGap = ({ words }: Pick<GridCell, "words">): boolean =>
  words.some((word, at) => {
    const before = words[at - 1];
    if (before === undefined || Math.abs(word.bbox[3] - before.bbox[3]) > word.sizePt / 2) return false;
    return word.bbox[0] - before.bbox[2] > WIDE_SPACE * word.sizePt;
  });

const hasTextsSideBySide = ({ words }: GridCell): boolean =>
  hasWideGap({ words }) &&
  linesOfWords(words.filter((word) => !isSwatch(word))).some((line) => chunksOfLine(line).chunks.length > 1);

/** Share of a row's words that are within the sides of their cells. */
export function insideShare(row: readonly GridCell[], xs: readonly number[]): number {
  let [inside, all] = [0, 0];
  for (const { column, columnSpan, words } of row) {
    const [from, to] = [(xs[column] ?? 0) - PAST_EDGE_PT, (xs[column + columnSpan] ?? 0) + PAST_EDGE_PT];
    for (const { bbox } of words) if (bbox[0] >= from && bbox[2] <= to) inside += 1;
    all += words.length;
  }
  return inside / Math.max(1, all);
}

/** Where several cells of a column begin. */
export function columnStarts(rows: readonly (readonly GridCell[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { column, words } of rows.flat()) {
    const key = startKey(column, Math.min(...words.slice(0, FIRST_WORDS).map(({ bbox }) => bbox[0])));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count >= FEWEST_STARTS ? [key] : [])));
}

const startKey = (column: number, x: number): string => `${column} ${Math.round(x)}`;

/** Whether two cells are so close that words of one may be a space from those of the other. */
function isClose(left: GridCell | undefined, { words }: GridCell): boolean {
  if (left === undefined) return false;
  let [right, start, size] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (const { bbox } of left.words) right = Math.max(right, bbox[2]);
  for (const { bbox, sizePt } of words) [start, size] = [Math.min(start, bbox[0]), Math.max(size, sizePt)];
  return start - right < SPACE * size;
}

/** Whether two words are no farther apart than words of one text. */
function isSpaceBetween(left: Word, right: Word): boolean {
  const space = right.bbox[0] - left.bbox[2];
  return !isSwatch(left) && !isSwatch(right) && space >= 0 && space < SPACE * right.sizePt;
}

/**
 * Share of a row's cells after the first that begin within a space of the cell before, and not where others of their column do: one
 * text, cut in two.
 */
export function cutShare(row: readonly GridCell[], starts: ReadonlySet<string>): number {
  if (row.length < 2 || !row.some((cell, at) => isClose(row[at - 1], cell))) return 0;
  const cellOf = new Map(row.flatMap((cell) => cell.words.map((word) => [word, cell] as const)));
  const cut = new Set<GridCell>();
  for (const { words } of linesOfWords([...cellOf.keys()]))
    for (const [at, word] of words.entries()) {
      const [before, own] = [words[at - 1], cellOf.get(word)];
      if (before === undefined || own === undefined || own === cellOf.get(before)) continue;
      if (isSpaceBetween(before, word) && !starts.has(startKey(own.column, word.bbox[0]))) cut.add(own);
    }
  return cut.size / (row.length - 1);
}
