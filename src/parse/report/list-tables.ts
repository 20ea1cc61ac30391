/**
 * Whether a table lists things to be done with how each stands: tests, orders and goods have a column of statuses and one of
 * phrases too. In: a table's headings and the rows under them. Out: yes or no. Read without a report's header, which decides
 * where there is one.
 */
import { hasDigit } from "../../language/characters.js";
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import { RAGS, STATUSES } from "../../schema/statuses.js";
import { type ColumnFacts, columnFacts } from "../columns/cell-facts.js";
import type { Column } from "../columns/column.js";
import { headingEvidence } from "../columns/heading-evidence.js";
import type { Context } from "../context.js";
import { readStatusCell } from "../fields/status-cell.js";
import { areShaded } from "../rows/table-profile.js";
import type { StatusReader } from "../status.js";
import type { FoundHeading } from "../table-heading.js";
import { isTableOfFigures } from "./registers.js";

/** Rows that are looked at. */
const ROWS = 40;
/** Share of the filled cells of a status column that must be statuses: other scales are of other things. */
const KNOWN_STATUSES = 0.6;
/** What joins the two statuses of a point between them. */
const BETWEEN = /\s?[/–-]\s?/;
/** Weight from which on a heading is known. */
const KNOWN = 1.9;
/** Words that a thing to be done has at least, on average. */
const FEWEST_WORDS = 3;
/** Share of figures from which on a column holds amounts: goods have a price. */
const FIGURES = 0.75;
/** Columns and different words that make a comparison: "yes", "no" and "partly" for each of two platforms. */
const COMPARED = 2;
const MOST_ANSWERS = 3;
/** Share of a column's cells that may be dates where it answers a question. */
const MOST_DATES = 0.5;
const FEWEST_ANSWERS = 6;

/** Words of a status in a scale of a table's own, and how often each of its statuses comes on average. */
const SCALE_WORDS = 4;
const REPEATED = 1.5;
/** Rows that show a scale. */
const SCALE_ROWS = 3;

/**
 * The statuses, in plain form, of tables whose headings leave no doubt: who does what, how it stands, and an update. Their cells are few
 * short phrases that come again and again, whatever these are.
 */
export function ownScales(context: Context, from: number, to: number): ReadonlySet<string> {
  const scales = new Set<string>();
  for (const [index, heading] of context.headings) {
    if (index < from || index >= to) continue;
    for (const each of scaleOf(context, index, to, heading)) scales.add(each);
  }
  return scales;
}

/** What headings name in a table that has its own scale. */
const NAMED = ["title", "organisation", "status", "update"] as const;

function scaleOf({ blocks, headings, profile }: Context, index: number, to: number, heading: FoundHeading): string[] {
  const ofHeading = headingEvidence(profile);
  const named = heading.columns.filter((each) => (ofHeading(each.heading)[each.role] ?? 0) >= KNOWN);
  if (!NAMED.every((role) => named.some((each) => each.role === role))) return [];
  const rows = rowsUnder({ blocks, headings }, index + heading.length, to, heading.columns);
  return named.flatMap(({ role, index: column }) => {
    const texts = rows.map((cells) => plainForm(cells[column]?.text ?? "")).filter((text) => text !== "");
    const scale = new Set(texts);
    const isScale = texts.length >= SCALE_ROWS && texts.length >= scale.size * REPEATED;
    const areShort = texts.every((text) => text.split(" ").length <= SCALE_WORDS && !hasDigit(text));
    return role === "status" && isScale && areShort ? [...scale] : [];
  });
}

/** Whether column headings or labels announce statuses of things to be done. */
export function listsThingsToDo(context: Context, from: number, to: number): boolean {
  const seen = new Set<readonly Column[]>();
  for (const [index, heading] of context.headings) {
    if (index < from || index >= to) continue;
    // The headings of each page are those of one table.
    if (seen.has(heading.columns)) continue;
    seen.add(heading.columns);
    if (isList(context, index, to, heading)) return true;
  }
  return false;
}

function isList(context: Context, index: number, to: number, heading: FoundHeading): boolean {
  if (isTableOfFigures(context, index, heading)) return false;
  const { columns } = heading;
  const rows = rowsUnder(context, index + heading.length, to, columns);
  const facts = columns.map((column) =>
    columnFacts(
      rows.map((cells) => cells[column.index] ?? { text: "" }),
      context.status,
      context.update,
    ),
  );
  if (!heading.roles.includes("status"))
    return (
      areShaded(
        rows.map((cells) => ({ cells })),
        false,
      ) && isSupported(context, columns, facts, rows)
    );
  const isRated = hasKnownStatuses(context, columns, facts, rows) || scaleOf(context, index, to, heading).length > 0;
  if (!isRated || isComparison(context, columns, facts, rows)) return false;
  return isOfLabels(context, index, columns) || isSupported(context, columns, facts, rows);
}

function rowsUnder(
  context: Pick<Context, "blocks" | "headings">,
  from: number,
  to: number,
  columns: readonly Column[],
): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (let index = from; index < to && rows.length < ROWS; index += 1) {
    const [block, heading] = [context.blocks[index], context.headings.get(index)];
    if (heading !== undefined && heading.columns !== columns) break;
    if (heading === undefined && block?.kind === "row") rows.push(block.cells);
  }
  return rows;
}

function hasKnownStatuses(
  context: Context,
  columns: readonly Column[],
  facts: readonly ColumnFacts[],
  rows: readonly (readonly Cell[])[],
): boolean {
  return columns.some(({ role, index }) => {
    if (role !== "status") return false;
    const filled = rows.map((cells) => cells[index]?.text.trim() ?? "").filter((text) => text !== "");
    const known = filled.filter((text) => isKnownStatus(context.status, text)).length;
    return (known > 0 && known >= filled.length * KNOWN_STATUSES) || (facts[index]?.painted ?? 0) >= KNOWN_STATUSES;
  });
}

/** Whether a text is a status, with a colour or without one, or two of them as a point between: "Amber/Red". */
export function isKnownStatus(status: StatusReader, text: string): boolean {
  if (readStatusCell(text, status) !== null || status.isUncoloured(text)) return true;
  const parts = text.split(BETWEEN);
  return parts.length === 2 && parts.every((part) => status.read(part) !== null);
}

/**
 * Whether several columns answer the same question in a few words: that compares things, and neither a period nor a known heading,
 * such as "Priority" or "Target", heads them. A beginning and an end are dates, and answer no question.
 */
function isComparison(
  { profile }: Context,
  columns: readonly Column[],
  facts: readonly ColumnFacts[],
  rows: readonly (readonly Cell[])[],
): boolean {
  const ofHeading = headingEvidence(profile);
  const answers = columns.filter(({ role, index, period, heading }) => {
    const found = facts[index];
    if ((ofHeading(heading).other ?? 0) >= KNOWN) return false;
    if (found === undefined || found.dates > MOST_DATES) return false;
    return role === "other" && period === null && found.filled > 1 && found.words <= 2;
  });
  const texts = answers.flatMap(({ index }) => rows.map((cells) => plainForm(cells[index]?.text ?? "")));
  const filled = texts.filter((text) => text !== "");
  return answers.length >= COMPARED && filled.length >= FEWEST_ANSWERS && new Set(filled).size <= MOST_ANSWERS;
}

/** Whether a layout made the table of a list: its labels, which are known words, stand with every title. */
function isOfLabels({ blocks }: Context, index: number, columns: readonly Column[]): boolean {
  const block = blocks[index];
  const isMade = block?.kind === "row" && block.isHeading === true;
  return isMade && columns.some(({ role, heading }) => role === "title" && heading === "");
}

/** Whether more than one known word and one known heading speak for a list: who does it, by when, how it goes, in colours. */
function isSupported(
  context: Context,
  columns: readonly Column[],
  facts: readonly ColumnFacts[],
  rows: readonly (readonly Cell[])[],
): boolean {
  const ofHeading = headingEvidence(context.profile);
  const isNamed = ({ role, heading }: Column): boolean => (ofHeading(heading)[role] ?? 0) >= KNOWN;
  const title = columns.find(({ role }) => role === "title");
  const status = columns.filter(({ role }) => role === "status");
  if (title === undefined || !(isNamed(title) || status.some(isNamed))) return false;
  const hasMore = columns.some(
    (each) => (each.role === "organisation" || each.role === "update" || each.role === "date") && isNamed(each),
  );
  const isLong = (facts[title.index]?.words ?? 0) >= FEWEST_WORDS;
  if (isNamed(title)) return hasMore || isLong || status.some(({ index }) => isColoured(context, rows, index));
  const hasFigures = columns.some(({ role, index }) => role === "other" && (facts[index]?.figures ?? 0) >= FIGURES);
  return hasMore || (isLong && !hasFigures && status.some(({ index }) => isColoured(context, rows, index)));
}

/** Names of colours and the letters that stand for them; "G" is read as a letter of a status wherever it stands. */
const COLOURS = new Set(RAGS.flatMap((rag) => STATUSES[rag].colourNames));

/** Whether most statuses of a column are names of colours, letters, or painted. */
function isColoured({ status }: Context, rows: readonly (readonly Cell[])[], index: number): boolean {
  const cells = rows.flatMap((row) => row[index] ?? []).filter((cell) => cell.text !== "" || isPainted(cell));
  const coloured = cells.filter(
    (cell) => isPainted(cell) || COLOURS.has(plainForm(cell.text)) || status.read(cell.text)?.source === "letter",
  );
  return coloured.length >= cells.length * KNOWN_STATUSES;
}

const isPainted = ({ fill }: Cell): boolean => fill !== undefined && fill !== null;
