/**
 * Text to blocks. Each line is classified by its own form, so that one file may mix HTML rows, Markdown tables, cells
 * separated by tabs, columns laid out by spaces, and plain lines; only text separated by commas is recognised as a
 * complete table.
 */
import { type HeadingReader, headingReader } from "../language/headings.js";
import { isPageNumberOrMarking } from "../language/page-numbers.js";
import type { Block, Cell, LineBlock, Place, RowBlock } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { readBarredTables } from "./barred-tables.js";
import { readDelimited } from "./delimited.js";
import { unwrapHtml } from "./html/read-markup.js";
import { withoutPrefixes } from "./line-prefixes.js";
import { indentOf, splitLines, type TextLine } from "./lines.js";
import { plainMarkdown, withoutStruck } from "./markdown.js";
import { pagesOf, withNumberedFeet } from "./numbered-feet.js";
import { readSpaceColumns } from "./space-columns.js";
import { readWrappedTabs } from "./wrapped-tabs.js";

const place = (first: number, last: number): Place => ({ page: null, lineFirst: first, lineLast: last, bbox: null });

/** The line of a block, and what separates it from the block before. */
type Position = Pick<TextLine, "line" | "lineLast" | "gapBefore" | "pageStart" | "asides" | "fill" | "furniture">;

// All blocks are created here: objects whose keys have one order are read faster in every later stage.
const lineBlock = (text: string, indent: number, at: Position): LineBlock => ({
  kind: "line",
  place: place(at.line, at.lineLast ?? at.line),
  gapBefore: at.gapBefore,
  pageStart: at.pageStart,
  text,
  indent,
  ...(at.asides === undefined ? {} : { asides: at.asides }),
  ...(at.fill === undefined ? {} : { fill: at.fill }),
  ...(at.furniture === undefined ? {} : { furniture: at.furniture }),
});
const rowBlock = (cells: readonly Cell[], borders: RowBlock["borders"], at: Position): RowBlock => ({
  kind: "row",
  place: place(at.line, at.lineLast ?? at.line),
  gapBefore: at.gapBefore,
  pageStart: at.pageStart,
  cells,
  borders,
  ...(at.asides === undefined ? {} : { asides: at.asides }),
});

const textCells = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

/** Converts a decoded text to blocks, in order; every non-blank line is in exactly one of them, apart from its tags. */
export function blocksOfText(text: string, profile: Profile): Block[] {
  const role = headingReader(profile);
  const lines = withoutStruck(withoutPrefixes(withNumberedFeet(splitLines(text), pagesOf(text))));
  const delimited = readDelimited(lines, role);
  const marked = delimited === lines ? unwrapHtml(lines) : delimited;
  const blocks: Block[] = [];
  let run: TextLine[] = [];

  const feet = new Set(lines.flatMap((line) => (line.furniture ? [line.text.trim()] : [])));
  const flush = (): void => {
    if (run.length > 0)
      pushLines(blocks, run, role, (line) => feet.has(line.trim()) || isPageNumberOrMarking(line, profile));
    run = [];
  };
  for (const line of readWrappedTabs(readBarredTables(marked), role)) {
    if (line.kind === "text" && !line.text.includes("\t")) {
      run.push(line);
      continue;
    }
    flush();
    if (line.kind === "cells") blocks.push(rowBlock(line.cells, "sure", line));
    else pushTabbed(blocks, line);
  }
  flush();
  return blocks;
}

/** A row with one filled cell becomes a line: the tabs after it are remains of a wider table. */
function pushTabbed(blocks: Block[], line: TextLine): void {
  const cells = line.text.split("\t").map((cell) => cell.trim());
  while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 1) blocks.push(lineBlock(filled[0] ?? "", cells[0] === "" ? 1 : 0, line));
  else if (filled.length > 1) blocks.push(rowBlock(textCells(cells), "loose", line));
}

/** The text without Markdown syntax; the "#" of a line of column headings is no syntax, but heads the numbers. */
function withoutMarkdown(text: string, role: HeadingReader): string {
  const second = text.startsWith("#") ? /^#\s+(\S+)/.exec(text)?.[1] : undefined;
  return second !== undefined && role("#") === "number" && role(second) !== null ? text : plainMarkdown(text);
}

function pushLines(
  blocks: Block[],
  run: readonly TextLine[],
  role: HeadingReader,
  isPageNumberOrMarking: (text: string) => boolean,
): void {
  for (const item of readSpaceColumns(run, role, isPageNumberOrMarking)) {
    if ("row" in item) blocks.push(rowBlock(textCells(item.row.cells), "spaced", item.row));
    else blocks.push(lineBlock(withoutMarkdown(item.line.text.trim(), role), indentOf(item.line.text), item.line));
  }
}
