/**
 * Items from table rows: each row by its table's columns. Lines between the rows are text, or the headings of groups of
 * rows. In: the blocks of a report's rows. Out: items, in printed order.
 */

import { isGroupLine } from "../language/group-lines.js";
import { labelOf } from "../language/labels.js";
import { rowLabelOf } from "../language/row-labels.js";
import { onOneLine } from "../language/spaces.js";
import type { Block, LineBlock, RowBlock } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { Context } from "./context.js";
import type { Item } from "./item.js";
import { textOf } from "./ledger.js";
import { acrossRow, isAcross, onlyCell } from "./rows/across-row.js";
import type { FoundRow } from "./rows/best-rows.js";
import { fitsColumns } from "./rows/fits-columns.js";
import { gridRow, repairedRow } from "./rows/grid-row.js";
import { isGroupHeading } from "./rows/group-heading.js";
import { looseText } from "./rows/loose-text.js";
import { isTotal } from "./rows/no-deliverable.js";
import type { TableProfile } from "./rows/table-profile.js";
import { type TableSection, tableSections } from "./rows/table-sections.js";

/** How far the rows are read. */
interface Reading {
  readonly context: Context;
  readonly section: TableSection;
  /** Whether another table's headings follow the section. */
  readonly isFollowed: boolean;
  /** The last row of all tables. */
  readonly lastRow: number;
  /** Whether lines are no row's: its text is in its own cell above them. */
  isOutside: boolean;
  /** The heading of the group that the rows are in. */
  group: string | null;
}

export function itemsInTables(context: Context, from: number, to: number, skip: ReadonlySet<number>): Item[] {
  const sections = tableSections(context, from, to, skip);
  const all = sections.flatMap(({ indices }) => indices);
  const lastRow = all.findLast((index) => context.blocks[index]?.kind === "row") ?? -1;
  let group: string | null = null;
  return sections.flatMap((section, at) => {
    const isFollowed = at < sections.length - 1;
    const reading: Reading = { context, section, isFollowed, lastRow, isOutside: false, group };
    const items = itemsOf(reading);
    group = reading.group;
    return items;
  });
}

function itemsOf(reading: Reading): Item[] {
  const { indices, rows, isHeaded } = reading.section;
  const items: Item[] = [];
  for (let at = 0; at < indices.length; at += 1) {
    const found = rows.get(indices[at] ?? -1);
    const isRepaired = found !== undefined && !(found.isWhole && isHeaded);
    const produced = isRepaired
      ? repairedItems(reading, found, indices.slice(at, at + found.length))
      : itemsOfBlock(reading, at);
    for (const item of produced) if (item.kind === "head") item.head.group = reading.group;
    items.push(...produced);
    if (isRepaired) at += found.length - 1;
  }
  return items;
}

/** A row whose cells were given to their columns. */
function repairedItems(reading: Reading, { row, from }: FoundRow, indices: readonly number[]): Item[] {
  const { context, section } = reading;
  const blocks = indices.flatMap((index) => context.blocks[index] ?? []);
  const [first] = blocks;
  if (first === undefined) return [];
  reading.isOutside = false;
  const { place, gapBefore, pageStart } = first;
  const cells = row.cells.map((text) => ({ text }));
  const repaired: RowBlock = { kind: "row", borders: "loose", place, gapBefore, pageStart, cells };
  // Every word is in the cell of some column, in its field or beside it, or in a repair.
  indices.forEach((index, at) => {
    const block = blocks[at];
    if (block !== undefined) context.ledger.take(index, textOf(block));
  });
  const all = blocks.map((block) => block.place).reduce(coverPlaces);
  const items = repairedRow(
    context,
    row.isDoubtful ? { ...repaired, isDoubtful: true } : repaired,
    from,
    section.table,
    row,
  );
  return items.map((item) => (item.kind === "head" ? { ...item, place: all } : item));
}

function itemsOfBlock(reading: Reading, at: number): Item[] {
  const { context, section } = reading;
  const index = section.indices[at] ?? 0;
  const block = context.blocks[index];
  if (block === undefined) return [];
  if (block.kind === "row") reading.isOutside = false;
  const opens = opensSection(reading, index);
  reading.isOutside = reading.isOutside || opens;
  const heading = groupHeading(reading, block, at, opens);
  const total = heading === null && section.isHeaded && block.kind === "row" ? totalIn(block) : null;
  if (heading !== null) reading.group = onOneLine(heading).trim();
  const apart = heading ?? total;
  if (apart !== null) {
    context.ledger.setAside(index, apart, heading === null ? "total-row" : "group");
    return [];
  }
  return block.kind === "line" ? lineItems(reading, block, index) : rowItems(reading, block, index);
}

/** The text of a line or a row that heads a group of rows; null where it does not. */
function groupHeading(reading: Reading, block: Block, at: number, opens: boolean): string | null {
  const { context, section } = reading;
  if (!section.isHeaded) return null;
  const own = block.kind === "line" ? lineAlone(block) : cellAcross(block);
  if (own === null) return null;
  const around = {
    rowFollows: rowFollows(reading, at) || (opens && isName(own)),
    hasUpdateColumn: section.table.hasRole("update"),
  };
  return isGroupHeading(context, onOneLine(own), around) ? own : null;
}

/** Words of the heading above a table and its introduction, at most: a paragraph's first line is longer. */
const NAME_WORDS = 10;

const isName = (text: string): boolean => text.trim().split(/\s+/).length <= NAME_WORDS && !/\p{L}[.!?]\s/u.test(text);

/** Lines between a section's heading and its table, at most. */
const INTRODUCTION = 14;

/** Whether a line below a table whose rows have their updates in cells begins what is above the table's headings of its next print. */
function opensSection(reading: Reading, index: number): boolean {
  const { blocks, headings } = reading.context;
  if (updateAbove(reading, index) === null) return false;
  let next = index;
  while (next - index < INTRODUCTION && blocks[next]?.kind === "line") next += 1;
  return headings.has(next);
}

/** An indented line may be a row's text, but for one that names its group. */
const lineAlone = ({ indent, text }: LineBlock): string | null => (indent === 0 || isGroupLine(text) ? text : null);
const cellAcross = (block: RowBlock): string | null =>
  block.borders !== "loose" && isAcross(block) ? onlyCell(block) : null;

/** The text of a row with one filled cell that is a total; null where it is none. */
function totalIn(block: RowBlock): string | null {
  if (block.borders !== "loose") {
    const only = onlyCell(block);
    return only !== null && isTotal(only) ? only : null;
  }
  // Where cells may be lost, the row's first word and all of it must be those of a total.
  const [first = "", ...others] = block.cells.map(({ text }) => text).filter((text) => text !== "");
  const whole = [first, ...others].join(" ");
  return others.length > 0 && isTotal(first) && isTotal(whole) ? whole : null;
}

function lineItems(reading: Reading, block: LineBlock, index: number): Item[] {
  const { context, lastRow } = reading;
  const apart = reasonApart(reading, block);
  if (apart !== null) {
    context.ledger.setBlockAside(index, apart);
    return [];
  }
  reading.isOutside = reading.isOutside || standsOutside(reading, index);
  if (!reading.isOutside) return [lineItem(block, index)];
  context.ledger.setBlockAside(index, index > lastRow ? "closing" : "unassigned");
  return [];
}

function rowItems({ context, section }: Reading, block: RowBlock, index: number): Item[] {
  const { table, isHeaded, rows } = section;
  const isLoose = block.borders === "loose";
  const only = isLoose ? null : onlyCell(block);
  const isAligned = !isLoose && block.cells.length === table.columns.length;
  if (only !== null && labelOf(only) === null) return acrossRow(context, block, only, index, isAligned ? table : null);
  const isGrid =
    isHeaded && (isAligned || rows.has(index) || (!table.isNumbered && fitsColumns(context, block, table.columns)));
  return isGrid ? gridRow(context, block, index, table) : looseText(context, block, index, table.columns);
}

/** Why a line is no row's text, as its words or its layout show: a total, or what may be several rows'. */
function reasonApart({ section }: Reading, { text, isUnassigned }: LineBlock): "total-row" | "unassigned" | null {
  if (isUnassigned === true) return "unassigned";
  return section.isHeaded && isTotal(text) ? "total-row" : null;
}

/** Whether the next row that is no heading begins a deliverable. */
function rowFollows({ context, section, isFollowed }: Reading, at: number): boolean {
  const next = section.indices[at + 1];
  if (next === undefined) return isFollowed;
  const block = context.blocks[next];
  return block?.kind === "row" && beginsRow(block, section.table);
}

function beginsRow({ cells }: RowBlock, { columns }: TableProfile): boolean {
  if (cells.length > columns.length) return false;
  const [number, title] = (["number", "title"] as const).map((role) => {
    const column = columns.find((each) => each.role === role);
    return column === undefined ? null : (cells[column.index]?.text ?? "");
  });
  return number === null || number === undefined ? (title ?? "") !== "" : rowLabelOf(number) !== null;
}

/**
 * Whether a line is no text of the row above it: that one's update has a cell of its own, and the line is below a ruled
 * table on its page, or below cells that a file's markup closes.
 */
function standsOutside(reading: Reading, index: number): boolean {
  const { context, section } = reading;
  const [line, above] = [context.blocks[index], context.blocks[index - 1]];
  if (line?.kind !== "line" || above?.kind !== "row" || above.borders !== "sure") return false;
  if (line.place.page === null) {
    const hasUpdates = section.table.hasRole("update");
    return (context.update.read(line.text)?.dateRaw ?? null) === null && (hasUpdates || line.gapBefore);
  }
  return line.place.page === above.place.page && updateAbove(reading, index) !== null;
}

/** The update in its own cell of the ruled row above a line of a page, where white space separates them; null without one. */
function updateAbove({ context: { blocks }, section }: Reading, index: number): string | null {
  const [line, above] = [blocks[index], blocks[index - 1]];
  if (line?.kind !== "line" || line.place.page === null || !line.gapBefore) return null;
  if (above?.kind !== "row" || above.borders !== "sure") return null;
  const update = section.table.columns.find(({ role }) => role === "update");
  return (update === undefined ? "" : above.cells[update.index]?.text) || null;
}

function lineItem(block: LineBlock, index: number): Item {
  return {
    kind: "text",
    text: block.text.replace(/ {2,}/g, " "),
    block: index,
    apart: block.gapBefore,
    cells: null,
    wrapped: true,
  };
}
