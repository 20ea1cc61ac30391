/**
 * The definitions that a status key prints: "A = Achieved; P = Partly", "Closed (blue) - action finished", a row with a label
 * and its meaning. In: blocks. Out: labels with their meanings, as printed and in printed order; a key has several.
 */
import { ragOfColour } from "../../language/colours.js";
import { onOneLine } from "../../language/spaces.js";
import type { Block, Cell } from "../../model/block.js";
import type { Rag } from "../../schema/values.js";

export interface Definition {
  /** As printed: a letter, a word, a glyph or a number. */
  readonly label: string;
  readonly meaning: string;
  /** The status of the label's painted colour, where one is painted. */
  readonly painted: Rag | null;
}

/** Characters of a line of a key, of a label, and of a meaning that is looked at. */
const LONGEST_LINE = 600;
const LONGEST_LABEL = 24;
const LABEL_WORDS = 3;
const LONGEST_MEANING = 160;
/** One definition alone may be a sentence. */
const FEWEST = 2;

const KEY =
  /^(?:(?:status|rag|brag|r\/a\/g|rating|colour|progress|risk)\s+)*(?:key|legend|ratings?|status(?:es)?|scale|definitions?)\s*(?:is as follows|are as follows|to (?:status|ratings?|colours?))?\s*[:=–—-]\s*/iu;
/** A label and what it means: the sign between them, and up to the next sign that ends a definition. */
const EQUATED = /^(.{1,24}?)\s*(?:=|:|\s[–—-])\s*(.+)$/su;
/** "Closed (blue) - action finished", "on track (green)."; the last one of a line keeps its full stop. */
const COLOURED = /^(.{2,24}?)\s*\((\p{L}+)\)\.?\s*(?:[:=–—-]\s*(.*))?$/su;
const COUNTED = /^[\d\s/%().,]*$/;

export function definitionsIn(blocks: readonly Block[]): Definition[] {
  const rows = tablesOf(blocks).flatMap((cells) => inTable(cells));
  const lines = blocks.flatMap((block) =>
    block.kind === "line" ? inLine(block.text) : block.cells.flatMap(({ text }) => (isLong(text) ? inLine(text) : [])),
  );
  return [...rows, ...lines, ...inSingleLines(blocks)];
}

/** Definitions that have a line each: one alone may be anything, lines that follow one another are a key. */
function inSingleLines(blocks: readonly Block[]): Definition[] {
  const out: Definition[] = [];
  let run: Definition[] = [];
  const close = (): void => {
    if (run.length >= FEWEST) out.push(...run);
    run = [];
  };
  for (const block of blocks) {
    const [only, second] = block.kind === "line" ? definitionsOf(block.text).found : [];
    if (only === undefined || second !== undefined) close();
    else run.push(only);
  }
  close();
  return out;
}

const isLong = (text: string): boolean => text.length > LONGEST_LABEL && text.includes("=");

/** Rows of one key: those that follow one another. */
function tablesOf(blocks: readonly Block[]): (readonly Cell[])[][] {
  const tables: (readonly Cell[])[][] = [];
  let open: (readonly Cell[])[] | null = null;
  for (const block of blocks) {
    const cells = block.kind === "row" ? block.cells : cellsOfLine(block.text);
    if (cells === null) open = null;
    else if (open !== null) open.push(cells);
    else {
      open = [cells];
      tables.push(open);
    }
  }
  return tables;
}

/** A line that wide gaps cut into a label and its meaning. */
function cellsOfLine(text: string): Cell[] | null {
  const parts = text.trim().split(/\s{3,}/);
  return parts.length < 2 || parts.length > 4 ? null : parts.map((part) => ({ text: part }));
}

/** A table whose first filled column has a label a row, and the next one its meaning. */
function inTable(rows: readonly (readonly Cell[])[]): Definition[] {
  const found = rows.flatMap((cells): Definition[] => {
    const filled = cells.filter(({ text, fill }) => text.trim() !== "" || (fill ?? null) !== null);
    const [label, meaning] = [filled[0], filled[1]];
    if (label === undefined || meaning === undefined || COUNTED.test(meaning.text)) return [];
    const text = onOneLine(label.text).trim();
    const painted = label.fill === undefined || label.fill === null ? null : ragOfColour(label.fill);
    return isLabel(text) || (text === "" && painted !== null)
      ? [{ label: text, meaning: onOneLine(meaning.text).trim().slice(0, LONGEST_MEANING), painted }]
      : [];
  });
  return found.length >= FEWEST ? found : [];
}

const isLabel = (text: string): boolean =>
  text !== "" && text.length <= LONGEST_LABEL && text.split(/\s+/).length <= LABEL_WORDS;

/** All that a line defines, be it one definition. */
export const definitionsInLine = (printed: string): readonly Definition[] => definitionsOf(printed).found;

/** The definitions of one line: several of them, or one after the word that announces a key. */
function inLine(printed: string): readonly Definition[] {
  const { found, isAnnounced } = definitionsOf(printed);
  return found.length >= FEWEST || (isAnnounced && found.length > 0) ? found : [];
}

/** What a line defines, and whether a word before it announces a key. */
function definitionsOf(printed: string): { readonly found: readonly Definition[]; readonly isAnnounced: boolean } {
  const text = onOneLine(printed).trim();
  if (text.length > LONGEST_LINE || !/[=():]|\s[–—-]\s/.test(text)) return { found: [], isAnnounced: false };
  const body = text.replace(KEY, "");
  const found = piecesOf(body).flatMap((piece): Definition[] => {
    const coloured = COLOURED.exec(piece);
    if (coloured?.[1] !== undefined && coloured[2] !== undefined && isLabel(coloured[1]) && !COUNTED.test(coloured[1]))
      return [{ label: coloured[1].trim(), meaning: coloured[2], painted: null }];
    const equated = EQUATED.exec(piece);
    if (equated?.[1] === undefined || equated[2] === undefined) return [];
    const meaning = equated[2].trim().replace(/[.;,]$/, "");
    return isLabel(equated[1]) && /\p{L}/u.test(meaning) && !/^\d/.test(meaning)
      ? [{ label: equated[1].trim(), meaning: meaning.slice(0, LONGEST_MEANING), painted: null }]
      : [];
  });
  return { found, isAnnounced: body !== text };
}

/** A line cut where one definition ends and another begins. */
function piecesOf(text: string): string[] {
  if (text.includes(";")) return text.split(/\s*;\s*/);
  if ((text.match(/=/g) ?? []).length >= FEWEST)
    return text.split(/\s*(?:[,.|]\s*|\s+)(?=(?:\S{1,3}|\p{L}[\p{L}/ -]{1,20}?)\s*=)/u);
  if (/\(\p{L}+\)/u.test(text)) return text.split(/(?<=[.)])[.\s]+(?=\p{Lu})/u);
  return text.split(/\s*[,|]\s*|\.\s+/);
}
