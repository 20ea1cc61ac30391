/**
 * Text to blocks. Each line is told by its own shape, so that one file may mix all kinds: marked-up rows, pipe tables,
 * cells parted by tabs, columns laid out by spaces, and plain lines.
 */
import { type HeadingReader, headingReader } from "../language/headings.js";
import { isPageMark } from "../language/page-marks.js";
import type { Block, Place } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { indentOf, splitLines, type TextLine } from "./lines.js";
import { isPipeRule, pipeCells, plainMarkdown } from "./markdown.js";
import { type MarkedLine, unwrapHtml } from "./markup.js";
import { joinSpaceColumns } from "./space-columns.js";

const place = (first: number, last: number): Place => ({ page: null, lineFirst: first, lineLast: last, bbox: null });

/** Reads a decoded text into blocks, in order; every non-blank line is in exactly one of them, tags excepted. */
export function blocksOfText(text: string, profile: Profile): Block[] {
  const role = headingReader(profile);
  const marked = unwrapHtml(splitLines(text));
  const blocks: Block[] = [];
  let run: TextLine[] = [];

  const flush = (): void => {
    if (run.length > 0) pushLines(blocks, run, role, (line) => isPageMark(line, profile));
    run = [];
  };
  for (let index = 0; index < marked.length; index += 1) {
    const line = marked[index];
    if (line === undefined) break;
    if (line.kind === "cells") {
      flush();
      blocks.push({
        kind: "row",
        cells: line.cells.map((cell) => ({ text: cell })),
        borders: "sure",
        place: place(line.line, line.lineLast),
        gapBefore: line.gapBefore,
        pageStart: line.pageStart,
      });
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

function inPipeTable(lines: readonly MarkedLine[], index: number): boolean {
  const next = lines[index + 1];
  return next?.kind === "text" && isPipeRule(next.text);
}

function pushPipeTable(blocks: Block[], lines: readonly MarkedLine[], from: number): number {
  let index = from;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== "text" || !line.text.includes("|") || (index > from && line.gapBefore)) break;
    if (isPipeRule(line.text)) continue;
    blocks.push({
      kind: "row",
      cells: pipeCells(line.text).map((text) => ({ text })),
      borders: "sure",
      place: place(line.line, line.line),
      gapBefore: line.gapBefore,
      pageStart: line.pageStart,
    });
  }
  return index - 1;
}

/** A row with one filled cell is a line: tabs behind it are debris of a wider table. */
function pushTabbed(blocks: Block[], line: TextLine): void {
  const cells = line.text.split("\t").map((cell) => cell.trim());
  while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
  const at = place(line.line, line.line);
  const filled = cells.filter((cell) => cell !== "");
  const base = { place: at, gapBefore: line.gapBefore, pageStart: line.pageStart };
  if (filled.length === 1)
    blocks.push({ kind: "line", text: filled[0] ?? "", indent: cells[0] === "" ? 1 : 0, ...base });
  else if (filled.length > 1)
    blocks.push({ kind: "row", cells: cells.map((text) => ({ text })), borders: "loose", ...base });
}

/** Markdown's marks go, but for a table's column of numbers that is headed "#". */
function withoutMarks(text: string, role: HeadingReader): string {
  const headed = text.startsWith("#") ? /^#\s+(\S+)/.exec(text)?.[1] : undefined;
  return headed !== undefined && role("#") === "number" && role(headed) !== null ? text : plainMarkdown(text);
}

function pushLines(
  blocks: Block[],
  run: readonly TextLine[],
  role: HeadingReader,
  isMark: (text: string) => boolean,
): void {
  for (const item of joinSpaceColumns(run, role, isMark)) {
    if ("row" in item) {
      const { cells, line, lineLast, gapBefore, pageStart } = item.row;
      blocks.push({
        kind: "row",
        cells: cells.map((text) => ({ text })),
        borders: "spaced",
        place: place(line, lineLast),
        gapBefore,
        pageStart,
      });
    } else {
      const { text, line, gapBefore, pageStart } = item.line;
      blocks.push({
        kind: "line",
        text: withoutMarks(text.trim(), role),
        indent: indentOf(text),
        place: place(line, line),
        gapBefore,
        pageStart,
      });
    }
  }
}
