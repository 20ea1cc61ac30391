/**
 * The columns of the table that a row heads. In: a document's blocks, and the place of a row. Out: its columns and how many
 * rows the headings take; null where the row heads no list of things to be done. Headings and cells decide together, so that
 * a heading nobody knows is no obstacle where the cells leave no doubt, and a known one is not believed against its cells.
 */

import { hasDigit } from "../../language/characters.js";
import { headingReader } from "../../language/headings.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import { isWholeDate } from "../../language/whole-date.js";
import { plainForm } from "../../language/words.js";
import type { Block, Cell, RowBlock } from "../../model/block.js";
import { headingVariants } from "../table-heading.js";
import { type ColumnsReading, type Grammars, readColumns } from "./assign-roles.js";
import type { Column } from "./column.js";
import { headingEvidence } from "./heading-evidence.js";
import { periodOfHeading } from "./heading-period.js";
import { FEWEST_ROWS, KNOWN, mayBeNamed, maySupport } from "./may-head.js";
import { CELLS_UNSURE, HEADING } from "./weights.js";

export interface TableColumns {
  readonly columns: readonly Column[];
  /** Blocks that the headings take. */
  readonly length: number;
  /** Whether no heading of the table says what its titles are. */
  readonly isUnnamed: boolean;
  /** Whether most cells of a status column are statuses. */
  readonly hasStatuses: boolean;
}

/** Rows looked at under a heading, and blocks within which they are looked for. */
const ROWS = 40;
const REACH = 240;
/** Lines in a row that end a table: a page's foot, head and a group's heading are fewer. */
const MOST_LINES = 12;
/** Characters of a heading, what it explains in brackets aside. */
const LONGEST_HEADING = 120;
/** A count, a share or an amount: a cell of a key, or of a table's body. */
const COUNTED = /\d\s*(?:%|\/\s*\d)|^[£$€]?\d[\d.,]*$/;
/** The financial year that a heading is about, and what it explains in brackets: their figures count nothing. */
/** Words of a cell with a count; a longer heading may have a figure in it. */
const FIGURE_WORDS = 8;
const EXPLAINED = /\b(?:19|20)\d{2}\s?\/\s?\d{2,4}\b|\([^()]*\p{L}{3}[^()]*\)/gu;
/** Roles that known headings must name, where no cell supports them. */
const FEWEST_NAMED = 3;
export function tableColumnsAt(blocks: readonly Block[], index: number, grammars: Grammars): TableColumns | null {
  const block = blocks[index];
  if (block?.kind !== "row" || !(block.isHeading === true || mayBeHeadings(block, grammars))) return null;
  const single = read(blocks, index, [block], grammars);
  const next = blocks[index + 1];
  const double =
    next?.kind === "row" && isSecondTier(block, next, grammars) ? read(blocks, index, [block, next], grammars) : null;
  if (double !== null && (single === null || double.score > single.score)) return double;
  return single;
}

function read(
  blocks: readonly Block[],
  index: number,
  tiers: readonly RowBlock[],
  grammars: Grammars,
): (TableColumns & { score: number }) | null {
  const found = headingVariants(joinTiers(tiers), headingReader(grammars.profile)).map((headings) =>
    readUnder(blocks, index, headings, tiers.length, grammars),
  );
  return found.reduce(
    (best, each) => (each !== null && (best === null || each.score > best.score) ? each : best),
    null,
  );
}

function readUnder(
  blocks: readonly Block[],
  index: number,
  headings: readonly string[],
  length: number,
  grammars: Grammars,
): (TableColumns & { score: number }) | null {
  const block = blocks[index];
  if (block?.kind !== "row") return null;
  const { borders, isHeading: isMade = false } = block;
  const evidence = headings.map(headingEvidence(grammars.profile));
  const heads = isMade || (isFirst(blocks, index) && headings.filter((each) => each !== "").length >= 2);
  const isNameable = mayBeNamed(evidence, isMade);
  if (!isNameable && !heads) return null;
  const rows = rowsUnder(blocks, index + length, headings, grammars);
  if (!isNameable && !maySupport(rows, grammars.status)) return null;
  const reading = readColumns(headings, rows, grammars, {
    trust: borders === "loose" ? CELLS_UNSURE : 1,
    isMade,
    seen: block.cells.map(({ role }) => role),
    isExport: index === 0 && borders === "sure" && !isMade && block.place.page === null,
  });
  if (!reading.columns.some(({ role }) => role === "title")) return null;
  const named = namedRoles(reading.columns, evidence);
  const isSupported = heads && rows.length >= FEWEST_ROWS && hasStatuses(reading);
  if (!isNamed(named, isMade) && !isSupported) return null;
  const title = reading.columns.find(({ role }) => role === "title");
  return {
    columns: reading.columns,
    length,
    hasStatuses: hasStatuses(reading),
    isUnnamed: (evidence[title?.index ?? 0]?.title ?? 0) < KNOWN,
    score: reading.score,
  };
}

/** Whether known headings say enough; those that a layout made of labels stand over a list's entries in any case. */
function isNamed(roles: ReadonlySet<string>, isMade: boolean): boolean {
  if (roles.size >= FEWEST_NAMED || (isMade && roles.has("status"))) return true;
  return roles.size === 2 && roles.has("title") && (roles.has("status") || roles.has("number"));
}

/** Roles other than `other` that a column has and its heading names. */
function namedRoles(columns: readonly Column[], evidence: readonly ReturnType<ReturnType<typeof headingEvidence>>[]) {
  const roles = columns.filter(({ role, index }) => role !== "other" && (evidence[index]?.[role] ?? 0) >= KNOWN);
  return new Set(roles.map(({ role }) => role));
}

const hasStatuses = ({ columns, facts }: ColumnsReading): boolean =>
  columns.some(({ role, index }) => {
    const found = facts[index];
    return role === "status" && found !== undefined && (found.statuses * found.filled >= 2 || found.painted > 0.3);
  });

/** A row of headings is short texts that are no values: no status, date, label or amount, and no sentence. */
function mayBeHeadings({ cells }: RowBlock, { status, profile }: Grammars): boolean {
  const evidence = headingEvidence(profile);
  const filled = cells.map(({ text }) => onOneLine(ownLines(text)).trim()).filter((text) => text !== "");
  if (filled.length < 2) return false;
  const areShort = filled.every((text) => {
    const short = withoutBrackets(text);
    if (short.length > LONGEST_HEADING || /[.!?]\s+\p{Lu}\p{Ll}+\s/u.test(short)) return false;
    if (periodOfHeading(text) !== null && text.length < 20) return true;
    // "Done?" asks for a status and is none.
    if (text.endsWith("?")) return true;
    if (text.split(" ").length <= FIGURE_WORDS && COUNTED.test(text.replace(EXPLAINED, " "))) return false;
    const isKnown = Object.values(evidence(text)).some((weight) => weight >= HEADING.exact / 2);
    return (
      isKnown || (status.read(text) === null && !isWholeDate(text) && !(rowLabelOf(text) !== null && hasDigit(text)))
    );
  });
  return areShort && new Set(filled.map(plainForm)).size >= 2;
}

const withoutBrackets = (text: string): string =>
  text.includes("(") ? text.replace(/\([^)]*\)|\([^)]*$/g, " ").trim() : text;

/** Whether a row heads a table: it is the first of its rows, or the rows before it have another number of cells. */
function isFirst(blocks: readonly Block[], index: number): boolean {
  const [before, row] = [blocks[index - 1], blocks[index]];
  if (before?.kind !== "row" || row?.kind !== "row") return true;
  return (
    row.gapBefore ||
    before.cells.length !== row.cells.length ||
    before.cells.filter(({ text }) => text !== "").length === 1
  );
}

/** A second row of headings is under spans and gaps of the first, and holds no value. */
function isSecondTier(first: RowBlock, second: RowBlock, grammars: Grammars): boolean {
  const spans = first.cells.some(({ span = 1, text }) => span > 1 || text === "");
  return spans && mayBeHeadings(second, grammars);
}

/** Headings of one or two rows: a heading over several columns heads each of them. */
function joinTiers(tiers: readonly RowBlock[]): string[] {
  const count = Math.max(...tiers.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, column) =>
    tiers
      .map(({ cells }, tier) =>
        tier < tiers.length - 1 ? coveringText(cells, column) : ownLines(cells[column]?.text ?? ""),
      )
      .filter((text) => text !== "")
      .join(" "),
  );
}

/** A heading without lines of a key that were drawn into its cell from above the table. */
function ownLines(text: string): string {
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => COUNTED.test(line));
  return last < 0 || last === lines.length - 1 ? text : lines.slice(last + 1).join("\n");
}

function coveringText(cells: readonly Cell[], column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const cell = cells[at];
    if (cell !== undefined && cell.text !== "") return at + (cell.span ?? 1) > column ? cell.text : "";
  }
  return "";
}

/** The rows under a heading: to the next table's headings, or to the end of the table. */
function rowsUnder(
  blocks: readonly Block[],
  from: number,
  headings: readonly string[],
  grammars: Grammars,
): (readonly Cell[])[] {
  const own = headings.map(plainForm);
  const rows: (readonly Cell[])[] = [];
  let lines = 0;
  for (let index = from; index < blocks.length && index < from + REACH && rows.length < ROWS; index += 1) {
    const block = blocks[index];
    if (block?.kind !== "row") {
      lines += 1;
      if (lines > MOST_LINES) break;
      continue;
    }
    lines = 0;
    const { cells } = block;
    const filled = cells.filter(({ text }) => text !== "").length;
    if (areHeadings(cells, own) || (filled > headings.length && isOfTable(block))) continue;
    if (beginsAnotherTable(block, filled, headings.length, grammars)) break;
    if (filled >= 2) rows.push(cells);
  }
  return rows;
}

/** Whether a row with more cells than its table has columns is one of the table all the same: in markup, where no space is before it. */
const isOfTable = ({ borders, gapBefore, place }: RowBlock): boolean =>
  borders === "sure" && !gapBefore && place.page === null;

/** Whether cells are headings in plain form, printed again. */
const areHeadings = (cells: readonly Cell[], own: readonly string[]): boolean =>
  cells.length === own.length && cells.every(({ text }, at) => plainForm(text) === own[at]);

const beginsAnotherTable = (block: RowBlock, filled: number, columns: number, grammars: Grammars): boolean =>
  filled > columns || (filled >= 3 && headsAnotherTable(block, grammars));

/** Whether a row is made of known headings alone. */
function headsAnotherTable(block: RowBlock, grammars: Grammars): boolean {
  const evidence = headingEvidence(grammars.profile);
  const filled = block.cells.filter(({ text }) => text !== "");
  const known = filled.filter(
    ({ text }) => text.length < 60 && Object.values(evidence(text)).some((weight) => weight >= KNOWN),
  );
  return known.length >= Math.max(3, filled.length - 1);
}
