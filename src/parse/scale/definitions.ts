/**
 * The definitions that a status key prints, in a line, in lines that follow one another, or in a table with a label and its meaning
 * a row. In: blocks. Out: labels with their meanings, as printed and in printed order; a key has several.
 */
import { ragOfColour } from "../../language/colours.js";
import { onOneLine } from "../../language/spaces.js";
import type { Block, Cell, LineBlock, Place, RowBlock } from "../../model/block.js";
import { RAGS, type Rag, STATUSES } from "../../schema/statuses.js";
import {
  type DefinitionLine,
  definitionLine,
  FEWEST_DEFINITIONS as FEWEST,
  isCount,
  isLabel,
  type LabelMeaning,
  LONGEST_LABEL,
  LONGEST_MEANING,
} from "./definition-line.js";

export interface Definition extends LabelMeaning {
  /** The status of the label's painted colour, where one is painted. */
  readonly painted: Rag | null;
  /** That colour, "#rrggbb". */
  readonly fill: string | null;
  /** Whether a word such as "Key" announces it. */
  readonly isAnnounced: boolean;
  readonly place: Place;
  /** Equal for what one line, run of lines or table defines. */
  readonly group: number;
}

type Ungrouped = Omit<Definition, "group">;

const UNPAINTED = { painted: null, fill: null } as const;
const COLOUR_NAMES = RAGS.flatMap((rag) => STATUSES[rag].colourNames);
const COLOURS: ReadonlySet<string> = new Set(COLOUR_NAMES);

/** What heads the columns of a key. */
const COLUMN_HEADING =
  /^(?:meanings?|definitions?|descriptions?|explanations?|criteria|colours?|status(?:es)?|ratings?|what (?:it|this) means)$/iu;
/** A line above a key, in characters. */
const LONGEST_HEADING = 60;
const KEY_HEADING =
  /^(?:(?:status|rag|brag|rating|colour|progress|risk)\s+)*(?:key|legend|definitions?)(?:\s+(?:to|of|for)\s.{1,30})?\s*:?$/iu;
/** Cells of a row that define a colour each, at most: a scale has no more points. */
const MOST_IN_ROW = 8;
/** A cell beside label and meaning that may name the colour, in characters. */
const LONGEST_COLOUR = 16;

export function definitionsIn(blocks: readonly Block[]): Definition[] {
  const rows = tablesOf(blocks).map(inTable);
  const wrapped = wrappedLines(blocks);
  const lines = blocks.flatMap((block): Ungrouped[][] => {
    if (block.kind === "line") return [inLine(wrapped.get(block) ?? definitionsOf(block), block.place)];
    const texts = block.cells.flatMap(({ text }) => (text.length > LONGEST_LABEL && text.includes("=") ? [text] : []));
    return [inCells(block), ...texts.map((text) => inLine(definitionLine(text), block.place))];
  });
  return [...rows, ...lines, ...inSingleLines(blocks)].flatMap((found, group) =>
    found.map((each) => ({ ...each, group })),
  );
}

/** All that a line defines, be it one definition. */
export const definitionsInLine = (printed: string): readonly LabelMeaning[] => definitionLine(printed).found;

/** What each line defines: a key is looked for in several parts of a document. */
const known = new WeakMap<LineBlock, DefinitionLine>();

function definitionsOf(line: LineBlock): DefinitionLine {
  const found = known.get(line) ?? definitionLine(line.text);
  known.set(line, found);
  return found;
}

/** The definitions of one line: several of them, or one after the word that announces a key. */
function inLine({ found, isAnnounced }: DefinitionLine, place: Place): Ungrouped[] {
  return found.length >= FEWEST || isAnnounced
    ? found.map((each) => ({ ...each, ...UNPAINTED, isAnnounced, place }))
    : [];
}

const NOTHING: DefinitionLine = { found: [], isAnnounced: false };
/** Lines of one paragraph that are read as one. */
const MOST_WRAPPED = 6;

/** Lines of definitions of which one is broken at the line's end, by their first line; the others define nothing by themselves. */
function wrappedLines(blocks: readonly Block[]): ReadonlyMap<Block, DefinitionLine> {
  const read = new Map<Block, DefinitionLine>();
  for (const [at, first] of blocks.entries()) {
    if (first.kind !== "line" || read.has(first) || definitionsOf(first).found.length < FEWEST) continue;
    const rest = linesBelow(blocks, at);
    if (rest.length === 0) continue;
    read.set(first, definitionLine([first, ...rest].map(({ text }) => text.trim()).join(" ")));
    for (const line of rest) read.set(line, NOTHING);
  }
  return read;
}

/** The lines that continue the one above them in lower case. */
function linesBelow(blocks: readonly Block[], at: number): LineBlock[] {
  const below: LineBlock[] = [];
  for (const block of blocks.slice(at + 1, at + MOST_WRAPPED)) {
    if (block.kind !== "line" || block.gapBefore || !/^\p{Ll}/u.test(block.text.trim())) break;
    below.push(block);
  }
  return below;
}

/** A row whose cells define a colour each: "Red: Off course | Amber: On course". */
function inCells({ cells, place }: RowBlock): Ungrouped[] {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  if (filled.length < FEWEST || filled.length > MOST_IN_ROW) return [];
  if (!filled.every(({ text }) => mayNameColour(text))) return [];
  const found = filled.flatMap(({ text }) => {
    const [only, another] = definitionLine(text).found;
    return only !== undefined && another === undefined && definesColour(only) ? [only] : [];
  });
  return found.length === filled.length
    ? found.map((each) => ({ ...each, ...UNPAINTED, isAnnounced: false, place }))
    : [];
}

/** A quick test that most cells fail. */
function mayNameColour(text: string): boolean {
  if (text.length > LONGEST_LABEL + LONGEST_MEANING) return false;
  const lower = text.toLowerCase();
  return COLOUR_NAMES.some((name) => lower.includes(name));
}

const definesColour = ({ label, meaning }: LabelMeaning): boolean =>
  [label, meaning].some((text) => COLOURS.has(text.toLowerCase()));

/** Definitions that have a line each: one alone may be anything, lines that follow one another are a key. */
function inSingleLines(blocks: readonly Block[]): Ungrouped[][] {
  const out: Ungrouped[][] = [];
  let run: Ungrouped[] = [];
  let isAnnounced = false;
  const close = (): void => {
    if (run.length >= FEWEST) out.push(run);
    run = [];
  };
  for (const block of blocks) {
    const [only, second] = block.kind === "line" ? definitionsOf(block).found : [];
    if (only !== undefined && second === undefined)
      run.push({ ...only, ...UNPAINTED, isAnnounced, place: block.place });
    else if (!continuesMeaning(block, run.at(-1))) {
      close();
      isAnnounced = announcesKey(block);
    }
  }
  close();
  return out;
}

/** Whether a line is the rest of the definition above: it continues in lower case. */
const continuesMeaning = (block: Block, above: Ungrouped | undefined): boolean =>
  above !== undefined && block.kind === "line" && /^\p{Ll}/u.test(block.text.trim());

export const announcesKey = (block: Block): boolean =>
  block.kind === "line" && block.text.length <= LONGEST_HEADING && KEY_HEADING.test(block.text.trim());

interface KeyRow {
  readonly cells: readonly Cell[];
  readonly place: Place;
}

/** Rows of one key: those that follow one another. */
function tablesOf(blocks: readonly Block[]): KeyRow[][] {
  const tables: KeyRow[][] = [];
  let open: KeyRow[] | null = null;
  for (const block of blocks) {
    const cells = block.kind === "row" ? block.cells : cellsOfLine(block.text);
    if (cells === null) open = null;
    else if (open !== null) open.push({ cells, place: block.place });
    else {
      open = [{ cells, place: block.place }];
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
function inTable(rows: readonly KeyRow[]): Ungrouped[] {
  const found = rows.flatMap(({ cells, place }): Ungrouped[] => {
    const definition = definitionInRow(cells);
    return definition === null ? [] : [{ ...definition, isAnnounced: false, place }];
  });
  return found.length >= FEWEST ? found : [];
}

/** What a row of a key defines: a label, or a colour without one, and its meaning; null where it defines nothing. */
export function definitionInRow(
  cells: readonly Cell[],
): Pick<Definition, "label" | "meaning" | "painted" | "fill"> | null {
  const filled = cells.filter(({ text, fill }) => text.trim() !== "" || (fill ?? null) !== null);
  const [label, meaning, ...others] = filled;
  if (label === undefined || meaning === undefined || isCount(meaning.text)) return null;
  const text = onOneLine(label.text).trim();
  const fill = label.fill ?? null;
  const painted = fill === null ? null : ragOfColour(fill);
  if (isColumnHeading(meaning) || !(isLabel(text) || (text === "" && painted !== null))) return null;
  return { label: text, meaning: withColour(onOneLine(meaning.text).trim(), others), painted, fill };
}

const isColumnHeading = ({ text }: Cell): boolean => COLUMN_HEADING.test(onOneLine(text).trim());

/** Whether a row heads the columns of a key: "Colour | Meaning". */
export function isHeadingOfKey(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  return filled.length >= FEWEST && filled.every(isColumnHeading);
}

/** The meaning, with the short word of a further column in brackets: it may be the colour. */
function withColour(meaning: string, others: readonly Cell[]): string {
  const [word, another] = others.map(({ text }) => onOneLine(text).trim()).filter((text) => !isCount(text));
  const isShort = word !== undefined && another === undefined && word.length <= LONGEST_COLOUR;
  return (isShort ? `${meaning} (${word})` : meaning).slice(0, LONGEST_MEANING);
}
