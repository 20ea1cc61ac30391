/**
 * A row's status and the cells of all its table's status columns. In: the row's cells and the table's choice of column. Out:
 * the fields of the head; a row whose possible columns all say the same has a status though no column could be chosen.
 */
import { ragOfColour } from "../../language/colours.js";
import { onOneLine } from "../../language/spaces.js";
import type { Cell, RowBlock } from "../../model/block.js";
import type { Rag } from "../../schema/values.js";
import type { Column } from "../columns/column.js";
import { statusColumnOf } from "../columns/status-column.js";
import type { Context } from "../context.js";
import { readStatusCell, type StatusValue } from "../fields/status-cell.js";
import type { RowHead, StatusCell } from "../item.js";
import { joinBrokenWords } from "./broken-words.js";
import type { RowCells } from "./row-cells.js";
import { shadeOf } from "./row-shade.js";

export interface RowStatus {
  /** As printed; null where nothing is, or nothing says which of several cells is meant. */
  readonly raw: string | null;
  readonly value: StatusValue | null;
  /** The text with a word joined that the cell breaks, where only that gives a status; else null. */
  readonly joined: string | null;
  /** What the painted colour stands for in this report. */
  readonly colour: Rag | null;
  /** The column that it was taken from. */
  readonly column: number | null;
  /** Whether a picture, or several lamps, stand for it. */
  readonly isPicture: boolean;
  /** Whether it was recognised from a picture, and not surely. */
  readonly isUnsure: boolean;
}

/** A status of which recognition is less sure than this gives way to the colour of its cell. */
const UNSURE = 0.7;

export function rowStatus(context: Context, cells: RowCells): RowStatus {
  const column = columnOf(context, cells);
  const cell = column === null ? undefined : cells.block.cells[column];
  const raw = cell === undefined ? "" : textOf(cell);
  const colour = column === null ? paintedRow(context, cells) : paintedCell(context, cells.block, column);
  const { value, joined } = valueIn(context, cell, raw, colour);
  const isUnsure = raw !== "" && isUnsureOf(cell);
  return {
    raw: raw === "" ? null : raw,
    value: isUnsure && colour !== null ? null : value,
    joined,
    colour,
    column,
    isPicture: raw === "" && cell?.picture === true,
    isUnsure,
  };
}

/** What a status cell says, if need be with a word joined that it breaks. */
function valueIn(
  context: Context,
  cell: Cell | undefined,
  raw: string,
  colour: Rag | null,
): Pick<RowStatus, "value" | "joined"> {
  const value = raw === "" ? null : readStatusCell(raw, context.status);
  const { joined, read } = value === null && cell !== undefined ? withoutBreaks(cell, context) : NOT_BROKEN;
  // A colour that says something else is surer than a word put together.
  const repaired = colour === null || colour === read?.rag ? read : null;
  return { value: value ?? repaired, joined: repaired === null ? null : joined };
}

const isUnsureOf = (cell: Cell | undefined): boolean => (cell?.confidence ?? 1) < UNSURE;

export function setStatus(context: Context, head: RowHead, cells: RowCells, status: RowStatus): void {
  head.status = status.value;
  head.statusRaw = status.raw;
  head.colour = status.colour;
  head.places.rag = cells.statusPlace(status.column);
  if (status.raw !== null && status.joined !== null)
    head.repairs.push({ field: "rag", raw: status.raw, value: status.joined });
  if (status.value?.hasNote === true) head.reasons.add("status-doubtful");
  if (status.isUnsure || cells.block.isStatusDoubtful === true) head.reasons.add("status-doubtful");
  if (status.isPicture) head.reasons.add("status-picture");
  const { borders, isDoubtful } = cells.block;
  if (status.raw === null && borders !== "sure" && isDoubtful !== true && cells.table.hasRole("status"))
    takeTrailing(context, head);
  const { all } = cells.table.status;
  if (all.length < 2) return;
  if (cells.table.status.isLatest && (status.value !== null || status.colour !== null))
    head.reasons.add("status-latest");
  head.statuses = all.map((column) => statusCell(context, cells, column, column.index === status.column));
  if (status.column === null && head.statuses.some(({ raw, rag }) => raw !== null || rag !== null))
    head.reasons.add("status-ambiguous");
}

const NOT_BROKEN = { joined: null, read: null } as const;

/** The text with its broken words joined, and the status that it then gives. Lines that are one status only together are one word. */
function withoutBreaks(cell: Cell, { status }: Context): { joined: string | null; read: StatusValue | null } {
  const broken = joinBrokenWords(cell);
  const read = broken === null ? null : readStatusCell(broken, status);
  const hasRoom = cell.lineEnds?.includes("free") === true;
  if (read !== null || hasRoom || !/\p{L}\n\p{Ll}/u.test(cell.text)) return { joined: broken, read };
  const joined = onOneLine(cell.text.replace(/(\p{L})\n(?=\p{Ll}{1,3}(?:\s|$))/gu, "$1")).trim();
  const whole = status.read(joined);
  return whole === null ? { joined: broken, read } : { joined, read: { ...whole, hasNote: false } };
}

/** A cell's own text, or that of the cell above which spans over the row. */
const textOf = (cell: Cell): string => onOneLine(cell.text.trim() !== "" ? cell.text : (cell.above ?? "")).trim();

/** The table's status column; where several are possible, the first of them if they say the same of this row. */
function columnOf(context: Context, cells: RowCells): number | null {
  const { index, possible } = cells.table.status;
  if (index !== null) return statusColumnOf(cells.table.status, cells.block.cells);
  const [first, ...others] = possible.map((column) => ragOf(context, cells, column));
  return first !== undefined && first !== null && others.every((rag) => rag === first)
    ? (possible[0]?.index ?? null)
    : null;
}

function ragOf(context: Context, cells: RowCells, column: Column): Rag | null {
  const cell = cells.cell(column);
  return cell === null ? null : (readStatusCell(textOf(cell), context.status)?.rag ?? colourOf(context, cell));
}

function statusCell(context: Context, cells: RowCells, column: Column, chosen: boolean): StatusCell {
  const raw = cells.text(column);
  return {
    heading: column.heading,
    period: column.period?.label ?? null,
    raw: raw === "" ? null : onOneLine(raw),
    rag: ragOf(context, cells, column),
    chosen,
  };
}

const colourOf = ({ meaningOfFill }: Context, { fill }: Cell): Rag | null =>
  fill === undefined || fill === null ? null : meaningOfFill(fill);

/** A status letter after a title whose own cell is empty, where cells may have fused. */
function takeTrailing({ status }: Context, head: RowHead): void {
  const trailing = head.title === null ? null : status.readTrailing(head.title);
  if (trailing === null || head.title === null) return;
  head.repairs.push({ field: "rag", raw: head.title, value: trailing.letter });
  head.places.rag = head.places.title;
  [head.status, head.statusRaw, head.title] = [trailing.status, trailing.letter, trailing.title];
}

/**
 * The status that the status cell's own colour stands for: its background, or its words' colour. A background that the
 * row's other cells have too is the table's pattern and says nothing.
 */
function paintedCell({ meaningOfFill }: Context, block: RowBlock, column: number): Rag | null {
  const cell = block.cells[column];
  if (cell === undefined) return null;
  const others = block.cells.filter((other, at) => at !== column && (other.text !== "" || other.bbox !== undefined));
  const background = cell.fill ?? null;
  const isShared = others.length > 0 && others.every((other) => (other.fill ?? null) === background);
  // A background with a hue decides also where the key gives it no status.
  if (background !== null && !isShared && ragOfColour(background) !== null) return meaningOfFill(background);
  return cell.colour === undefined || cell.colour === null ? null : meaningOfFill(cell.colour);
}

/** The status that a row's own shade stands for, in a table whose rows are shaded by status. */
function paintedRow({ meaningOfFill }: Context, { block, table }: RowCells): Rag | null {
  const shade = table.paintsRows ? shadeOf(block) : null;
  return shade === null ? null : meaningOfFill(shade);
}
