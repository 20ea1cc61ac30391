/**
 * A table's cells to a grid of characters: borders between cells and none inside a spanning one, text wrapped in its
 * cell. Pure; widths are in columns of a terminal.
 */
import type { PdfCell } from "../internal.js";
import { printable, wrap } from "./render.js";

/** Narrowest that a column is made so that the grid fits. */
const NARROWEST = 5;

/** Border characters by the arms that meet: up 1, down 2, left 4, right 8. */
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

/** Lines of a table drawn with borders, as wide as `width` where its columns can be made so narrow. */
export function renderGrid(cells: readonly PdfCell[], width: number): string[] {
  const { rowCount, columnCount } = sizeOf(cells);
  const widths = columnWidths(cells, columnCount, width);
  const spanned = (cell: PdfCell): number =>
    sum(widths.slice(cell.column, cell.column + cell.column_span)) + 3 * (cell.column_span - 1);
  const texts = new Map(cells.map((cell) => [cell, cell.text === "" ? [] : fitted(cell.text, spanned(cell))]));
  const heights = rowHeights(cells, texts, rowCount);
  const [xs, ys] = [starts(widths.map((one) => one + 3)), starts(heights.map((one) => one + 1))];
  const owner = (row: number, column: number): PdfCell | null =>
    cells.find(
      (cell) =>
        row >= cell.row &&
        row < cell.row + cell.row_span &&
        column >= cell.column &&
        column < cell.column + cell.column_span,
    ) ?? null;
  const owners = Array.from({ length: rowCount + 2 }, (_, row) =>
    Array.from({ length: columnCount + 2 }, (_, column) => owner(row - 1, column - 1)),
  );
  const at = (row: number, column: number): PdfCell | null => owners[row]?.[column] ?? null;
  const canvas = Array.from({ length: (ys[rowCount] ?? 0) + 1 }, () =>
    Array.from({ length: (xs[columnCount] ?? 0) + 1 }, () => " "),
  );
  const put = (y: number, x: number, text: string): void => {
    [...text].forEach((character, index) => {
      const line = canvas[y];
      if (line !== undefined) line[x + index] = character;
    });
  };
  for (let row = 0; row <= rowCount; row += 1)
    for (let column = 0; column <= columnCount; column += 1) {
      const [upLeft, upRight] = [at(row, column), at(row, column + 1)];
      const [downLeft, downRight] = [at(row + 1, column), at(row + 1, column + 1)];
      const [up, down] = [upLeft !== upRight, downLeft !== downRight];
      const [left, right] = [upLeft !== downLeft, upRight !== downRight];
      const [x, y] = [xs[column] ?? 0, ys[row] ?? 0];
      put(y, x, JOINTS[Number(up) + 2 * Number(down) + 4 * Number(left) + 8 * Number(right)] ?? " ");
      if (right) put(y, x + 1, "─".repeat((xs[column + 1] ?? x + 1) - x - 1));
      if (down) for (let below = y + 1; below < (ys[row + 1] ?? 0); below += 1) put(below, x, "│");
    }
  for (const [cell, lines] of texts)
    lines.forEach((line, index) => {
      put((ys[cell.row] ?? 0) + 1 + index, (xs[cell.column] ?? 0) + 2, line);
    });
  return canvas.map((line) => line.join("").trimEnd());
}

/** As wide as their longest line; the widest give way where the grid would be too wide. */
function columnWidths(cells: readonly PdfCell[], columnCount: number, width: number): number[] {
  const widths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(1, ...cells.filter((cell) => cell.column === column && cell.column_span === 1).map(longestLine)),
  );
  const room = width - 3 * columnCount - 1;
  for (let excess = sum(widths) - room; excess > 0; excess -= 1) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A cell over several rows makes the last of them higher where its text asks for it. */
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

/** Where each begins when they stand one after another, and where the last ends. */
function starts(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length);
  return all;
}

/** The text's own lines where they all fit; else its words set anew, and broken within one that is too long. */
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
