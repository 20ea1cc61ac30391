/**
 * HTML fragments in lines of text to plain lines and table rows. In: lines. Out: the same lines without tags, and the
 * cells of table rows. Only known tags are markup ("<5%" stays text); scripts and styles are text, and attributes are
 * dropped.
 */
import { decodeEntities } from "./entities.js";
import type { MarkedLine, TextLine } from "./lines.js";

const TAG =
  /<(\/?)(p|br|div|span|b|i|u|em|strong|small|sup|sub|font|a|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|ul|ol|li|h[1-6]|hr|blockquote|section|article|header|footer|main|html|head|title|body|meta|link)\b[^<>]{0,2000}>/gi;
const INLINE = new Set(["span", "b", "i", "u", "em", "strong", "small", "sup", "sub", "font", "a"]);
const CELL = new Set(["td", "th"]);
const TABLE = new Set(["table", "tbody", "thead"]);
/** Tags that separate the text before and after them as a blank line does. */
const BLOCK_TAG = /^(?:p|div|ul|ol|li|h[1-6]|hr|blockquote|section|article|table)$/;

/** Longest table row in lines: a `<tr>` that is never closed must not take in the rest of a file. */
const LONGEST_ROW = 2000;

interface OpenRow {
  readonly cells: string[];
  readonly start: TextLine;
  last: number;
}

/** Removes the tags from lines that have them; a row of an HTML table may take several lines. */
export function unwrapHtml(lines: readonly TextLine[]): MarkedLine[] {
  const reader = new TagReader();
  for (const line of lines) reader.read(line);
  return reader.end();
}

class TagReader {
  readonly #out: MarkedLine[] = [];
  #row: OpenRow | null = null;
  /** Text of the open cell so far; null outside cells. */
  #cell: string | null = null;
  /** Whether a tag separates the next text from the text before it. */
  #isSeparated = false;
  /** Text of the current line outside cells that is not in `out` yet. */
  #text = "";
  /** Whether nothing of the current line is in `out` yet. */
  #isLineStart = true;

  read(line: TextLine): void {
    if (this.#row !== null && line.line - this.#row.start.line > LONGEST_ROW) this.#closeRow();
    if (this.#row !== null || line.text.includes("<")) this.#readTags(line);
    else this.#copy(line);
  }

  end(): MarkedLine[] {
    this.#closeRow();
    return this.#out;
  }

  /** A line without tags; nearly every line is passed on as it is, not copied. */
  #copy(line: TextLine): void {
    if (!this.#isSeparated && !line.text.includes("&")) this.#out.push(line);
    else this.#out.push({ ...line, text: decodeEntities(line.text), gapBefore: line.gapBefore || this.#isSeparated });
    this.#isSeparated = false;
  }

  #readTags(line: TextLine): void {
    this.#isLineStart = true;
    // A row of a Markdown table must stay one line: its cells keep their breaks as line feeds.
    const isPiped = this.#row === null && line.text.trimStart().startsWith("|");
    if (this.#row !== null) this.#row.last = line.line;
    if (this.#cell !== null) this.#cell += "\n";
    let at = 0;
    for (const match of line.text.matchAll(TAG)) {
      this.#add(line.text.slice(at, match.index));
      at = match.index + match[0].length;
      this.#readTag((match[2] ?? "").toLowerCase(), match[1] === "/", line, isPiped);
    }
    this.#add(line.text.slice(at));
    if (this.#cell === null) this.#closeText(line);
  }

  #readTag(name: string, isClosing: boolean, line: TextLine, isPiped: boolean): void {
    if (INLINE.has(name)) return;
    if (name === "tr" || CELL.has(name) || TABLE.has(name)) this.#readTableTag(name, isClosing, line);
    else if (this.#cell !== null) this.#cell += "\n";
    else if (isPiped) this.#text += "\n";
    else this.#closeText(line);
    if (this.#cell === null && !isPiped && BLOCK_TAG.test(name)) this.#isSeparated = true;
  }

  #readTableTag(name: string, isClosing: boolean, line: TextLine): void {
    // Text outside cells, as of a row whose tag is missing, must not be joined over a cell's border.
    this.#closeText(line);
    if (CELL.has(name)) {
      this.#closeCell();
      if (!isClosing && this.#row !== null) this.#cell = "";
    } else if (name === "tr") {
      this.#closeRow();
      if (!isClosing) this.#row = { cells: [], start: line, last: line.line };
    } else if (isClosing) this.#closeRow();
  }

  #add(piece: string): void {
    if (this.#cell !== null) this.#cell += piece;
    else this.#text += piece;
  }

  #closeText({ line, gapBefore, pageStart }: TextLine): void {
    if (this.#text.trim() !== "") {
      this.#out.push({
        kind: "text",
        text: decodeEntities(this.#text).trimEnd(),
        line,
        gapBefore: (this.#isLineStart && gapBefore) || this.#isSeparated,
        pageStart: this.#isLineStart && pageStart,
      });
      this.#isLineStart = false;
      this.#isSeparated = false;
    }
    this.#text = "";
  }

  #closeCell(): void {
    if (this.#row !== null && this.#cell !== null)
      this.#row.cells.push(
        decodeEntities(this.#cell)
          .replace(/[^\S\n]+/g, " ")
          .replace(/ *\n\s*/g, "\n")
          .trim(),
      );
    this.#cell = null;
  }

  #closeRow(): void {
    this.#closeCell();
    if (this.#row?.cells.some((text) => text !== "")) {
      const { cells, start, last } = this.#row;
      const { line, gapBefore, pageStart } = start;
      this.#out.push({
        kind: "cells",
        cells: cells.map((text) => ({ text })),
        line,
        lineLast: last,
        gapBefore,
        pageStart,
      });
    }
    this.#row = null;
  }
}
