/** Text layout for the terminal: tables, wrapped sentences, numbers and shortened lists. Pure; widths are in columns. */
import { stripVTControlCharacters } from "node:util";

export type Alignment = "left" | "right";

export interface TableLayout {
  /** Width of the table; its last column wraps. */
  readonly width: number;
  readonly indent?: number;
  /** Alignment by column; left by default. */
  readonly align?: readonly Alignment[];
}

const GAP = "  ";
/** A last column narrower than this is not worth wrapping into. */
const MIN_LAST_WIDTH = 24;

/** Lines of a table whose columns are as wide as their widest cell; the last one wraps. */
export function renderTable(rows: readonly (readonly string[])[], layout: TableLayout): string[] {
  const { width, indent = 0, align = [] } = layout;
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columnCount }, (_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))));
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + GAP.length, indent);
  const lastWidth = Math.max(width - before, MIN_LAST_WIDTH);
  return rows.flatMap((row) => {
    const cells = row.slice(0, columnCount - 1).map((cell, i) => pad(cell, widths[i] ?? 0, align[i] ?? "left"));
    const last = row.length < columnCount ? "" : (row.at(-1) ?? "");
    const lastAlign = align[columnCount - 1] ?? "left";
    const lines = lastAlign === "right" ? [pad(last, widths.at(-1) ?? 0, "right")] : wrap(last, lastWidth);
    return lines.map((line, i) => {
      const start = i === 0 ? " ".repeat(indent) + cells.map((cell) => cell + GAP).join("") : " ".repeat(before);
      return (start + line).trimEnd();
    });
  });
}

/** Breaks text between words. A word longer than the width is not broken. Returns at least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pad(text: string, width: number, align: Alignment): string {
  const blank = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? blank + text : text + blank;
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** "1 report", "2 reports", "1,234 reports". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${figure(number)} ${number === 1 ? singular : plural}`;
}

/** A number with commas between thousands. */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * Makes text from a file safe for a terminal: control characters, which could move the cursor or change colours, become
 * `�`, and line breaks become spaces.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/\s+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** The same for text of several lines, whose spaces stay. */
export function printableLines(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** Text as a shell takes it for one word. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A path as a shell takes it for one word, and a command not for an option. */
export const shellPath = (path: string): string => shellWord(path.startsWith("-") ? `./${path}` : path);

/** How many items a shortened list leaves out. @param where the file that lists them all; null if there is none */
export function moreLine(restCount: number, what: string, where: string | null): string[] {
  if (restCount === 0) return [];
  return [`  … and ${count(restCount, what)}${where === null ? "" : `; see ${where}`}`];
}
