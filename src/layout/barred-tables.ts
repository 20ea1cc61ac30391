/**
 * Tables whose cells bars separate. In: lines. Out: the same lines, with the rows of such tables in place of theirs: a row a
 * line, as in Markdown, or a cell a line. The very array where there are none.
 */
import { isBarAlone, readBarredCells } from "./barred-cells.js";
import { readBoxedTable } from "./boxed-tables.js";
import { beginsFrame, readFramedTable } from "./framed-tables.js";
import type { CellsLine, MarkedLine } from "./lines.js";
import { isPipeRule, pipeCells } from "./markdown.js";

/** Fewest bars that make cells of a line: a single one may separate a page number from a title. */
const FEWEST_BARS = 2;

/** A corner that begins a drawn frame. */
const FRAME = /^\s*[┌╔]/u;

interface Rows {
  readonly rows: readonly CellsLine[];
  /** Index of the first line after them. */
  readonly to: number;
}

export function readBarredTables(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  if (!lines.some((line) => line.kind === "text" && (line.text.includes("|") || FRAME.test(line.text)))) return lines;
  const out: MarkedLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const table = tableAt(lines, index);
    const line = lines[index];
    if (table !== null) out.push(...table.rows);
    else if (line !== undefined) out.push(line);
    index = table?.to ?? index + 1;
  }
  return out;
}

function tableAt(lines: readonly MarkedLine[], index: number): Rows | null {
  const line = lines[index];
  if (beginsFrame(line)) return readFramedTable(lines, index);
  if (line?.kind === "text" && line.text.trimStart().startsWith("+")) return readBoxedTable(lines, index);
  if (line?.kind !== "text" || !line.text.includes("|")) return null;
  const cells = isBarAlone(line.text) ? readBarredCells(lines, index) : null;
  return cells ?? (isPipeTable(lines, index) ? readPipeTable(lines, index) : null);
}

function isPipeTable(lines: readonly MarkedLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (next?.kind !== "text" || line?.kind !== "text") return false;
  // Where there is no rule below the headings, the next line must have as many bars.
  const bars = line.text.split("|").length - 1;
  return isPipeRule(next.text) || (bars >= FEWEST_BARS && !next.gapBefore && next.text.split("|").length - 1 === bars);
}

function readPipeTable(lines: readonly MarkedLine[], from: number): Rows {
  const rows: CellsLine[] = [];
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== "text" || !line.text.includes("|") || (index > from && line.gapBefore)) break;
    if (isPipeRule(line.text)) continue;
    const cells = pipeCells(line.text).map((text) => ({ text }));
    const { line: first, lineLast, gapBefore, pageStart, asides } = line;
    rows.push({
      kind: "cells",
      cells,
      line: first,
      lineLast: lineLast ?? first,
      gapBefore,
      pageStart,
      ...(asides === undefined ? {} : { asides }),
    });
  }
  return { rows, to: index };
}
