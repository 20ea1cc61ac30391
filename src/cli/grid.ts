/**
 * Draws a table with characters. In: its cells. Out: lines with borders around cells, none inside a spanning cell, and text
 * wrapped in its cell. Pure; widths are in columns of a terminal.
 */
import type { PdfCell } from "../internal.js";
import { printable, wrap } from "./render.js";

/** Columns are not made narrower than this to fit the grid. */
const MIN_COLUMN_WIDTH = 5;

/** Border characters by the sum of the lines that meet: up 1, down 2, left 4, right 8. */
const JOINTS = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

export function sizeOf(cells: readonly PdfCell[]): GridSize {
  return {
    rowCount: Math.max(0, ...cells.map((cell) => cell.row + cell.row_span)),
    columnCount: Math.max(0, ...cells.map((cell) => cell.column + cell.column_span)),
  };
}

/** Lines of a table with borders, at most `width` wide if its columns can be made narrow enough. */
export function renderGrid(cells: readonly PdfCell[], width: number): string[] {
  const { rowCount, columnCount } = sizeOf(cells);
  const widths = columnWidths(cells, columnCount, width);
  const spanned = (cell: PdfCell): number =>
    sum(widths.slice(cell.column, cell.column + cell.column_span)) + 3 * (cell.column_span - 1);
  const texts = new Map(cells.map((cell) => [cell, cell.text === "" ? [] : fitted(cell.text, spanned(cell))]));
  const heights = rowHeights(cells, texts, rowCount);
  const [xs, ys] = [starts(widths.map((one) => one + 3)), starts(heights.map((one) => one + 1))];
  const canvas = new Canvas((xs[columnCount] ?? 0) + 1, (ys[rowCount] ?? 0) + 1);
  drawBorders(canvas, cells, xs, ys);
  for (const [cell, lines] of texts)
    for (const [index, line] of lines.entries())
      canvas.put((ys[cell.row] ?? 0) + 1 + index, (xs[cell.column] ?? 0) + 2, line);
  return canvas.lines();
}

/** A rectangle of characters, at first spaces. */
class Canvas {
  readonly #rows: string[][];

  constructor(width: number, height: number) {
    this.#rows = Array.from({ length: height }, () => Array.from({ length: width }, () => " "));
  }

  put(y: number, x: number, text: string): void {
    const row = this.#rows[y];
    if (row === undefined) return;
    for (const [index, character] of [...text].entries()) row[x + index] = character;
  }

  /** Puts one character below the other. */
  putDown(y: number, x: number, text: string): void {
    for (const [index, character] of [...text].entries()) this.put(y + index, x, character);
  }

  lines(): string[] {
    return this.#rows.map((row) => row.join("").trimEnd());
  }
}

/** Draws a border wherever neighbouring places belong to different cells. `xs` and `ys` are the borders' positions. */
function drawBorders(canvas: Canvas, cells: readonly PdfCell[], xs: readonly number[], ys: readonly number[]): void {
  const cellAt = cellFinder(cells);
  for (const [row, y] of ys.entries())
    for (const [column, x] of xs.entries()) {
      const [upLeft, upRight] = [cellAt(row - 1, column - 1), cellAt(row - 1, column)];
      const [downLeft, downRight] = [cellAt(row, column - 1), cellAt(row, column)];
      const [up, down] = [upLeft !== upRight, downLeft !== downRight];
      const [left, right] = [upLeft !== downLeft, upRight !== downRight];
      canvas.put(y, x, JOINTS[Number(up) + 2 * Number(down) + 4 * Number(left) + 8 * Number(right)] ?? " ");
      if (right) canvas.put(y, x + 1, "─".repeat((xs[column + 1] ?? x + 1) - x - 1));
      if (down) canvas.putDown(y + 1, x, "│".repeat(Math.max(0, (ys[row + 1] ?? 0) - y - 1)));
    }
}

/** Finds the cell at a row and a column; null outside the table and where no cell is. */
function cellFinder(cells: readonly PdfCell[]): (row: number, column: number) => PdfCell | null {
  // Reversed, so that the first of two overlapping cells is found.
  const places = [...cells].reverse().flatMap((cell) => placesOf(cell).map((place) => [place, cell] as const));
  const byPlace = new Map(places);
  return (row, column) => byPlace.get(`${row} ${column}`) ?? null;
}

function placesOf({ row, column, row_span, column_span }: PdfCell): string[] {
  return Array.from({ length: row_span * column_span }, (_, index) => {
    const [down, right] = [Math.floor(index / column_span), index % column_span];
    return `${row + down} ${column + right}`;
  });
}

/** As wide as the longest line; the widest columns are narrowed if the grid would be too wide. */
function columnWidths(cells: readonly PdfCell[], columnCount: number, width: number): number[] {
  const widths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(1, ...cells.filter((cell) => cell.column === column && cell.column_span === 1).map(longestLine)),
  );
  const room = width - 3 * columnCount - 1;
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN_WIDTH) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A cell over several rows makes the last of them higher if its text needs more lines. */
function rowHeights(
  cells: readonly PdfCell[],
  texts: ReadonlyMap<PdfCell, readonly string[]>,
  rowCount: number,
): number[] {
  const heights = Array.from({ length: rowCount }, () => 1);
  for (const cell of [...cells].sort((a, b) => a.row_span - b.row_span)) {
    const last = cell.row + cell.row_span - 1;
    const lacking = (texts.get(cell)?.length ?? 0) - sum(heights.slice(cell.row, last + 1)) - (cell.row_span - 1);
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}

const linesOf = (text: string): string[] => text.split("\n").map(printable);
const longestLine = (cell: PdfCell): number => Math.max(...linesOf(cell.text).map((line) => [...line].length));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The position of each of consecutive lengths, and the end of the last. */
function starts(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length);
  return all;
}

/** The text's own lines if they all fit; otherwise its words wrapped anew, with too long words broken. */
function fitted(text: string, width: number): string[] {
  const lines = linesOf(text);
  if (lines.every((line) => [...line].length <= width)) return lines;
  return wrap(printable(text), width).flatMap((line) => {
    const characters = [...line];
    const pieces: string[] = [];
    for (let from = 0; from < characters.length; from += width)
      pieces.push(characters.slice(from, from + width).join(""));
    return pieces;
  });
}
