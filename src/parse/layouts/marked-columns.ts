/**
 * Statuses that are a mark under one of several headings: "R", "A" and "G", a column each. In: blocks. Out: the same with one
 * column of statuses in place of these columns; the marks are set aside. Columns that hold anything else, as counts, are kept.
 */
import { boundsOf } from "../../geometry/boxes.js";
import { onOneLine } from "../../language/spaces.js";
import type { Aside } from "../../model/aside.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import type { Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";

/** What people put under a heading to choose it. */
const MARK = /^(?:[xX×✓✔✗✘☑☒●•■◆⬤*yY]|yes)$/u;
/** Fewest headings side by side, other filled headings beside them, and rows with one mark. */
const FEWEST_COLUMNS = 2;
const FEWEST_OTHERS = 2;
const FEWEST_MARKED = 2;
/** Longest heading of a status, in characters. */
const LONGEST = 24;

interface Run {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly labels: readonly string[];
}

export function withStatusOfMarks(blocks: readonly Block[], status: StatusReader): readonly Block[] {
  let changed: Block[] | null = null;
  for (let at = 0; at < blocks.length; at += 1) {
    const heading = blocks[at];
    const run = heading?.kind === "row" ? statusHeadings(heading, status) : null;
    if (heading?.kind !== "row" || run === null) continue;
    const end = endOfTable(blocks, at, heading.cells.length, run);
    const rows = blocks.slice(at + 1, end);
    if (!areMarked(rows, run)) continue;
    changed ??= [...blocks];
    changed[at] = withOneColumn(heading, run, run.labels);
    for (const [below, row] of rows.entries())
      if (row.kind === "row") changed[at + 1 + below] = withOneColumn(row, run, markedLabels(row, run));
    at = end - 1;
  }
  return changed ?? blocks;
}

const textOf = (cell: Cell | undefined): string => onOneLine(cell?.text ?? "").trim();
const isShort = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell.text !== "" && cell.text.length <= LONGEST;

/** The first headings side by side that name different statuses. */
function statusHeadings({ cells }: RowBlock, status: StatusReader): Run | null {
  const ragAt = (at: number): Rag | null => (isShort(cells[at]) ? (status.read(textOf(cells[at]))?.rag ?? null) : null);
  // Most rows have no two short cells side by side, and need no further look.
  const from = cells.findIndex((cell, at) => isShort(cell) && isShort(cells[at + 1]) && ragAt(at) !== null);
  if (from < 0) return null;
  const rags = new Set<Rag>();
  let to = from;
  for (let rag = ragAt(to); rag !== null && !rags.has(rag); rag = ragAt(to)) {
    rags.add(rag);
    to += 1;
  }
  const others = cells.filter((cell, at) => (at < from || at >= to) && textOf(cell) !== "").length;
  if (to - from < FEWEST_COLUMNS || others < FEWEST_OTHERS) return null;
  return { from, to, labels: cells.slice(from, to).map(textOf) };
}

/** Where the rows with as many cells as their heading end; a row that counts the marks is after them. */
function endOfTable(blocks: readonly Block[], heading: number, width: number, run: Run): number {
  let end = heading + 1;
  for (let at = end; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "row") continue;
    if (block.cells.length !== width || countsMarks(block, run)) break;
    end = at + 1;
  }
  return end;
}

const markedCells = ({ cells }: RowBlock, { from, to }: Run): Cell[] =>
  cells.slice(from, to).filter((cell) => textOf(cell) !== "");

const countsMarks = (row: RowBlock, run: Run): boolean => {
  const filled = markedCells(row, run);
  return filled.length > 0 && filled.every((cell) => /^\d{1,3}$/.test(textOf(cell)));
};

const repeatsHeadings = (cells: readonly Cell[], { labels }: Run): boolean =>
  cells.length === labels.length && cells.every((cell, at) => textOf(cell) === labels[at]);

function areMarked(blocks: readonly Block[], run: Run): boolean {
  let marked = 0;
  for (const block of blocks) {
    if (block.kind !== "row") continue;
    const filled = markedCells(block, run);
    if (repeatsHeadings(filled, run)) continue;
    if (!filled.every((cell) => MARK.test(textOf(cell)))) return false;
    if (filled.length === 1) marked += 1;
  }
  return marked >= FEWEST_MARKED;
}

/** The headings under which a row has marks; all of them where it repeats the headings. */
function markedLabels(row: RowBlock, run: Run): string[] {
  return run.labels.filter((_, at) => textOf(row.cells[run.from + at]) !== "");
}

function withOneColumn(row: RowBlock, run: Run, labels: readonly string[]): RowBlock {
  const own = row.cells.slice(run.from, run.to);
  const bbox = boundsOf(own.flatMap((cell) => (cell.bbox === undefined ? [] : [cell.bbox])));
  const marks = own.filter((cell) => MARK.test(textOf(cell)));
  const asides = [...(row.asides ?? []), ...marks.map(({ text }): Aside => ({ text: text.trim(), reason: "stray" }))];
  const cell: Cell = { text: labels.join(" / "), ...(bbox === null ? {} : { bbox }) };
  return {
    ...row,
    cells: [...row.cells.slice(0, run.from), cell, ...row.cells.slice(run.to)],
    ...(asides.length === 0 ? {} : { asides }),
  };
}
