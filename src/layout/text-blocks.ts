/**
 * Text to blocks. Each line is told by its own shape, so that one file may mix all kinds: marked-up rows, pipe tables,
 * cells parted by tabs or commas, columns laid out by spaces, and plain lines.
 */
import { type HeadingReader, headingReader } from "../language/headings.js";
import { isPageNumberOrMarking } from "../language/page-numbers.js";
import type { Block, LineBlock, Place, RowBlock } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { readDelimited } from "./delimited.js";
import { indentOf, splitLines, type TextLine } from "./lines.js";
import { isPipeRule, pipeCells, plainMarkdown } from "./markdown.js";
import { type LineOrCells, unwrapHtml } from "./markup.js";
import { readSpaceColumns } from "./space-columns.js";

const place = (first: number, last: number): Place => ({ page: null, lineFirst: first, lineLast: last, bbox: null });

/** Where a block stands, and what parts it from the one before. */
type Position = Pick<TextLine, "line" | "gapBefore" | "pageStart">;

// Every block is made here: objects with their keys in one order are read faster, by every stage.
const lineBlock = (text: string, indent: number, { line, gapBefore, pageStart }: Position): LineBlock => ({
  kind: "line",
  place: place(line, line),
  gapBefore,
  pageStart,
  text,
  indent,
});
const rowBlock = (
  cells: readonly string[],
  borders: RowBlock["borders"],
  { line, gapBefore, pageStart }: Position,
  lineLast: number,
): RowBlock => ({
  kind: "row",
  place: place(line, lineLast),
  gapBefore,
  pageStart,
  cells: cells.map((text) => ({ text })),
  borders,
});

/** Reads a decoded text into blocks, in order; every non-blank line is in exactly one of them, tags excepted. */
export function blocksOfText(text: string, profile: Profile): Block[] {
  const role = headingReader(profile);
  const lines = splitLines(text);
  const parted = readDelimited(lines, role);
  const marked = parted === lines ? unwrapHtml(lines) : parted;
  const blocks: Block[] = [];
  let run: TextLine[] = [];

  const flush = (): void => {
    if (run.length > 0) pushLines(blocks, run, role, (line) => isPageNumberOrMarking(line, profile));
    run = [];
  };
  for (let index = 0; index < marked.length; index += 1) {
    const line = marked[index];
    if (line === undefined) break;
    if (line.kind === "cells") {
      flush();
      blocks.push(rowBlock(line.cells, "sure", line, line.lineLast));
    } else if (line.text.includes("|") && inPipeTable(marked, index)) {
      flush();
      index = pushPipeTable(blocks, marked, index);
    } else if (line.text.includes("\t")) {
      flush();
      pushTabbed(blocks, line);
    } else run.push(line);
  }
  flush();
  return blocks;
}

function inPipeTable(lines: readonly LineOrCells[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (next?.kind !== "text" || line?.kind !== "text") return false;
  // Without a rule under its head, a table has as many bars on the next line.
  const bars = line.text.split("|").length - 1;
  return isPipeRule(next.text) || (bars >= FEWEST_BARS && !next.gapBefore && next.text.split("|").length - 1 === bars);
}

/** Bars within a line that make cells of it: one may part a page's number from its title. */
const FEWEST_BARS = 2;

function pushPipeTable(blocks: Block[], lines: readonly LineOrCells[], from: number): number {
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== "text" || !line.text.includes("|") || (index > from && line.gapBefore)) break;
    if (isPipeRule(line.text)) continue;
    blocks.push(rowBlock(pipeCells(line.text), "sure", line, line.line));
  }
  return index - 1;
}

/** A row with one filled cell is a line: tabs behind it are debris of a wider table. */
function pushTabbed(blocks: Block[], line: TextLine): void {
  const cells = line.text.split("\t").map((cell) => cell.trim());
  while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 1) blocks.push(lineBlock(filled[0] ?? "", cells[0] === "" ? 1 : 0, line));
  else if (filled.length > 1) blocks.push(rowBlock(cells, "loose", line, line.line));
}

/** Markdown's marks go, but for a table's column of numbers that is headed "#". */
function withoutMarkdown(text: string, role: HeadingReader): string {
  const headed = text.startsWith("#") ? /^#\s+(\S+)/.exec(text)?.[1] : undefined;
  return headed !== undefined && role("#") === "number" && role(headed) !== null ? text : plainMarkdown(text);
}

function pushLines(
  blocks: Block[],
  run: readonly TextLine[],
  role: HeadingReader,
  isPageNumberOrMarking: (text: string) => boolean,
): void {
  for (const item of readSpaceColumns(run, role, isPageNumberOrMarking)) {
    if ("row" in item) blocks.push(rowBlock(item.row.cells, "spaced", item.row, item.row.lineLast));
    else blocks.push(lineBlock(withoutMarkdown(item.line.text.trim(), role), indentOf(item.line.text), item.line));
  }
}
