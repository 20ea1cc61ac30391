/**
 * Tables written one cell a line: each cell ends with a bar, and a bar alone precedes each row. In: lines, and the
 * index of a line that is a bar alone. Out: the rows, and the index of the first line after them; null where there is no such table. The
 * first row says how many cells the others have, so that a bar alone may also be an empty cell.
 */
import type { CellsLine, MarkedLine, TextLine } from "./lines.js";

/** Fewest cells of a row, and fewest rows. */
const FEWEST_CELLS = 2;
const FEWEST_ROWS = 2;
/** Most lines of one cell: an end that is missing must not take in the rest of a file. */
const MOST_LINES = 60;

export interface BarredTable {
  readonly rows: readonly CellsLine[];
  readonly to: number;
}

export const isBarAlone = (text: string): boolean => text.length < 8 && text.trim() === "|";

export function readBarredCells(lines: readonly MarkedLine[], from: number): BarredTable | null {
  const rows: CellsLine[] = [];
  let [at, count] = [from, 0];
  for (;;) {
    const row = readRow(lines, at, count);
    if (row === null) break;
    rows.push(row.row);
    at = row.to;
    count = row.row.cells.length;
  }
  return rows.length >= FEWEST_ROWS ? { rows, to: at } : null;
}

/** @param count how many cells the row has; 0 where the next bar alone ends it */
function readRow(
  lines: readonly MarkedLine[],
  from: number,
  count: number,
): { readonly row: CellsLine; readonly to: number } | null {
  const bar = lines[from];
  if (bar?.kind !== "text" || !isBarAlone(bar.text)) return null;
  const texts: string[] = [];
  let [at, last] = [from + 1, bar.line];
  while (count === 0 || texts.length < count) {
    const next = lines[at];
    if (count === 0 && next?.kind === "text" && isBarAlone(next.text)) break;
    const cell = readCell(lines, at);
    if (cell === null) return null;
    texts.push(cell.text);
    [at, last] = [cell.to, cell.last];
  }
  if (texts.length < FEWEST_CELLS) return null;
  const { line, gapBefore, pageStart } = bar;
  const cells = texts.map((text) => ({ text }));
  return { row: { kind: "cells", cells, line, lineLast: last, gapBefore, pageStart }, to: at };
}

function readCell(
  lines: readonly MarkedLine[],
  from: number,
): { readonly text: string; readonly last: number; readonly to: number } | null {
  const parts: TextLine[] = [];
  for (let at = from; at < from + MOST_LINES; at += 1) {
    const line = lines[at];
    if (line?.kind !== "text") return null;
    parts.push(line);
    if (!line.text.endsWith("|")) continue;
    const text = parts
      .map((part) => part.text.trim())
      .join("\n")
      .slice(0, -1)
      .trimEnd();
    return { text, last: line.line, to: at + 1 };
  }
  return null;
}
