/**
 * HTML fragments to plain lines and table rows. Only known tags are markup: "<5%" stays text.
 * Nothing is interpreted: scripts and styles are text like any other, attributes are dropped.
 */
import { decodeEntities } from "./entities.js";
import type { TextLine } from "./lines.js";

const TAG =
  /<(\/?)(p|br|div|span|b|i|u|em|strong|small|sup|sub|font|a|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|ul|ol|li|h[1-6]|hr|blockquote|section|article|header|footer|main|html|head|title|body|meta|link)\b[^<>]{0,2000}>/gi;
const INLINE = new Set(["span", "b", "i", "u", "em", "strong", "small", "sup", "sub", "font", "a"]);
/** Tags that part what stands before and behind them as a blank line does. */
const BLOCK_TAG = /^(?:p|div|ul|ol|li|h[1-6]|hr|blockquote|section|article|table)$/;

/** A line of text, or a table row whose cells were marked up. */
export type LineOrCells =
  | TextLine
  | {
      readonly kind: "cells";
      readonly cells: readonly string[];
      readonly line: number;
      readonly lineLast: number;
      readonly gapBefore: boolean;
      readonly pageStart: boolean;
    };

/** Longest table row, in lines, that is still taken for one: a `<tr>` without its end must not swallow a file. */
const LONGEST_ROW = 2000;

/** Takes the tags out of lines that have them; rows of HTML tables may go over many lines. */
export function unwrapHtml(lines: readonly TextLine[]): LineOrCells[] {
  const out: LineOrCells[] = [];
  let row: { cells: string[]; start: TextLine; last: number } | null = null;
  let cell = null as string | null;
  /** Whether a tag has parted the next line from the text before it. */
  let parted = false;

  const closeCell = (): void => {
    if (row !== null && cell !== null)
      row.cells.push(
        decodeEntities(cell)
          .replace(/[^\S\n]+/g, " ")
          .replace(/ *\n\s*/g, "\n")
          .trim(),
      );
    cell = null;
  };
  const closeRow = (): void => {
    closeCell();
    if (row?.cells.some((text) => text !== ""))
      out.push({
        kind: "cells",
        cells: row.cells,
        line: row.start.line,
        lineLast: row.last,
        gapBefore: row.start.gapBefore,
        pageStart: row.start.pageStart,
      });
    row = null;
  };

  for (const line of lines) {
    if (row !== null && line.line - row.start.line > LONGEST_ROW) closeRow();
    if (row === null && !line.text.includes("<")) {
      // Nearly every line is given on as it is, not copied.
      if (!parted && !line.text.includes("&")) out.push(line);
      else out.push({ ...line, text: decodeEntities(line.text), gapBefore: line.gapBefore || parted });
      parted = false;
      continue;
    }
    let text = "";
    let first = true;
    const flush = (): void => {
      if (text.trim() !== "") {
        out.push({
          kind: "text",
          text: decodeEntities(text).trimEnd(),
          line: line.line,
          gapBefore: (first && line.gapBefore) || parted,
          pageStart: first && line.pageStart,
        });
        first = false;
        parted = false;
      }
      text = "";
    };
    // A cell of a pipe table holds its line breaks: the row must stay one line.
    const piped = row === null && line.text.trimStart().startsWith("|");
    const add = (piece: string): void => {
      if (cell !== null) cell += piece;
      else text += piece;
    };
    let at = 0;
    if (row !== null) row.last = line.line;
    if (cell !== null) cell += "\n";
    for (const match of line.text.matchAll(TAG)) {
      add(line.text.slice(at, match.index));
      at = match.index + match[0].length;
      const closing = match[1] === "/";
      const name = (match[2] ?? "").toLowerCase();
      if (INLINE.has(name)) continue;
      if (name === "tr") {
        flush();
        closeRow();
        if (!closing) row = { cells: [], start: line, last: line.line };
      } else if (name === "td" || name === "th") {
        // Text outside cells must not fuse over a cell's border: its row was lost, or it strays between two cells.
        flush();
        closeCell();
        if (!closing && row !== null) cell = "";
      } else if (name === "table" || name === "tbody" || name === "thead") {
        flush();
        if (closing) closeRow();
      } else if (cell !== null) cell += "\n";
      else if (piped) text += "\n";
      else flush();
      if (cell === null && !piped && BLOCK_TAG.test(name)) parted = true;
    }
    add(line.text.slice(at));
    if (cell === null) flush();
  }
  closeRow();
  return out;
}
