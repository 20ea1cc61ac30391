/**
 * One row of a table whose columns are known: a deliverable, more of the one above, a group's heading, a total, or text over the
 * table's width. In: the row's cells and the table's columns. Out: items. A column that has no field keeps its heading and
 * its text; a cell is never read as another column's.
 */
import { ragOfColour } from "../../language/colours.js";
import { labelOf } from "../../language/labels.js";
import { rowLabelOf, splitLabel } from "../../language/row-labels.js";
import { onOneLine } from "../../language/spaces.js";
import type { Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Rag } from "../../schema/values.js";
import { joinWrapped, updateItems } from "../aligned-row.js";
import type { Column } from "../columns/column.js";
import { statusColumnOf } from "../columns/status-column.js";
import type { Context } from "../context.js";
import { readStatusCell } from "../fields/status-cell.js";
import { emptyRowHead, type Item, type RowHead, type StatusCell } from "../item.js";
import { rowUpdates } from "./row-updates.js";
import type { TableProfile } from "./table-profile.js";

/** "3 (cont.)", "3 continued": more of row 3. */
const CONTINUED = /^(.*?)[\s(]*\b(?:cont(?:inued|'?d|\.)?|ctd)\b\.?\)?$/iu;
const TOTAL =
  /^(?:grand |sub-?\s?|overall )?(?:totals?|averages?|sums?)\b[^a-z]*(?:\b(?:of|for|all|actions?|deliverables?|number)\b.*)?$/iu;
const EXAMPLE = /^(?:e\.?g\.?|example|sample)\b/iu;

/** Whether a cell's line breaks are the page's: cells of marked-up text break where their author did. */
const isWrapped = (block: RowBlock): boolean => block.borders === "spaced" || block.place.page !== null;

export function gridRow(context: Context, block: RowBlock, index: number, table: TableProfile): Item[] {
  const { ledger } = context;
  const { cells } = block;
  const textOf = (column: Column): string => cells[column.index]?.text.trim() ?? "";
  const ofRole = (role: ColumnRole): Column[] => table.columns.filter((column) => column.role === role);
  const joined = (role: ColumnRole): string =>
    ofRole(role)
      .map(textOf)
      .filter((text) => text !== "")
      .join("\n");
  const number = joined("number");
  const titleCell = joined("title");
  const first = cells.find(({ text }) => text.trim() !== "")?.text.trim() ?? "";
  if (TOTAL.test(onOneLine(first)) && (number === "" || first === number)) {
    ledger.setBlockAside(index, "total-row");
    return [];
  }
  if (EXAMPLE.test(number) || (EXAMPLE.test(first) && first !== titleCell)) {
    ledger.setBlockAside(index, "example");
    return [];
  }
  const update = joined("update");
  const { cell: statusCell, raw: statusRaw } = statusOf(cells, table);
  const painted = paintedStatus(block, statusColumnOf(table.status, cells));
  const colour = painted === null ? null : context.meaningOfColour(painted);
  const continued = CONTINUED.exec(number)?.[1] ?? null;
  const label = continued !== null ? null : number === "" ? null : (rowLabelOf(number) ?? labelOf(number));
  const shared = number === "" ? coverOf(cells, ofRole("number")) : null;
  if (
    label !== null &&
    titleCell === "" &&
    update === "" &&
    cells.filter(({ text }) => text.trim() !== "").length === 1
  ) {
    if (colour === null) {
      ledger.setBlockAside(index, "template");
      return [];
    }
  }
  const startsRow =
    continued === null &&
    titleCell !== "" &&
    (label !== null ||
      shared !== null ||
      (table.labelsInTitles && splitLabel(joinWrapped(titleCell)) !== null) ||
      beginsUnnumbered(block, table, statusRaw !== null || colour !== null, joined("organisation") !== ""));
  if (!startsRow && !(label !== null && (update !== "" || statusRaw !== null))) {
    return [
      {
        kind: "more",
        title: titleCell || null,
        organisations: organisationOf(cells, table)?.text || null,
        status: statusRaw,
        colour,
        block: index,
      },
      ...(continued === null && number !== "" ? textOfCell(number, index, isWrapped(block)) : []),
      ...othersAsMore(context, cells, table, index),
      ...updateItems(update, index, isWrapped(block)),
    ];
  }
  const head = emptyRowHead();
  head.number = label ?? shared;
  if (label === null && shared !== null) head.reasons.add("number-shared");
  head.colour = colour;
  readOrganisation(context, head, cells, table);
  const value = statusCell === null ? null : readStatusCell(statusCell.text, context.status);
  head.status = value;
  head.statusRaw = statusRaw;
  if (value?.hasNote === true) head.reasons.add("status-doubtful");
  head.title = joinWrapped(titleCell) || null;
  if (table.labelsInTitles && head.title !== null) {
    const split = splitLabel(head.title);
    if (split !== null) [head.number, head.title] = [split.label, split.rest];
  }
  if (statusRaw === null && block.borders !== "sure" && table.hasRole("status")) takeTrailingStatus(context, head);
  setStatuses(context, head, cells, table);
  head.others = ofRole("other").flatMap((column) =>
    textOf(column) === "" ? [] : [{ heading: column.heading, text: textOf(column) }],
  );
  if (number !== "" && label === null) ledger.setAside(index, number, "unassigned");
  const title = table.columns.find(({ role }) => role === "title");
  if (title !== undefined && (title.margin < 0 || block.isDoubtful === true)) head.reasons.add("column-doubtful");
  return [{ kind: "head", head, block: index }, ...rowUpdates(context, head, cells, table, index, isWrapped(block))];
}

const textOfCell = (text: string, block: number, wrapped: boolean): Item[] =>
  updateItems(text, block, wrapped).map((item) => ({ ...item, inUpdate: false }) as Item);

/**
 * Whether a row without a label of its own is a deliverable. Where rows are numbered, it must have a status and an organisation
 * or none of the rows' wrapping can have made it; where none is, a title is enough in cells that do not wrap.
 */
function beginsUnnumbered(block: RowBlock, table: TableProfile, hasStatus: boolean, hasOrganisation: boolean): boolean {
  if (block.borders !== "sure") return hasStatus && (hasOrganisation || !table.isNumbered);
  if (block.place.page === null) return true;
  return table.isNumbered
    ? hasStatus && (hasOrganisation || !table.hasRole("organisation"))
    : hasStatus || hasOrganisation;
}

function statusOf(cells: readonly Cell[], { status }: TableProfile): { cell: Cell | null; raw: string | null } {
  if (status.isAmbiguous) return { cell: null, raw: null };
  const at = statusColumnOf(status, cells);
  const cell = at === null ? null : (cells[at] ?? null);
  const text = cell === null ? "" : cell.text.trim() !== "" ? cell.text : (cell.above ?? "");
  const raw = onOneLine(text).trim();
  return raw === "" ? { cell: null, raw: null } : { cell: { ...(cell ?? { text }), text }, raw };
}

/** A status letter behind a title whose own cell is empty, where cells may have fused. */
function takeTrailingStatus({ status }: Context, head: RowHead): void {
  const trailing = head.title === null ? null : status.readTrailing(head.title);
  if (trailing === null || head.title === null) return;
  head.repairs.push({ field: "rag", raw: head.title, value: trailing.letter });
  [head.status, head.statusRaw, head.title] = [trailing.status, trailing.letter, trailing.title];
}

function setStatuses(context: Context, head: RowHead, cells: readonly Cell[], { status }: TableProfile): void {
  if (status.all.length < 2) return;
  const at = statusColumnOf(status, cells);
  head.statuses = status.all.map((column): StatusCell => {
    const cell = cells[column.index];
    const raw = onOneLine(cell?.text ?? "").trim();
    const read = raw === "" ? null : (readStatusCell(raw, context.status)?.rag ?? null);
    return {
      heading: column.heading,
      period: column.period?.label ?? null,
      raw: raw === "" ? null : raw,
      rag: read ?? colourOf(context, cell),
      chosen: column.index === at,
    };
  });
  if (status.isAmbiguous && head.statuses.some(({ raw, rag }) => raw !== null || rag !== null))
    head.reasons.add("status-ambiguous");
}

function colourOf({ meaningOfColour }: Context, cell: Cell | undefined): Rag | null {
  const painted = cell?.fill === undefined || cell.fill === null ? null : ragOfColour(cell.fill);
  return painted === null ? null : meaningOfColour(painted);
}

/** The organisation's cell: of several columns the first that names anyone. */
function organisationOf(cells: readonly Cell[], { columns }: TableProfile): Cell | null {
  const own = columns.filter(({ role }) => role === "organisation").map(({ index }) => cells[index]);
  return own.find((cell) => cell !== undefined && cell.text.trim() !== "") ?? null;
}

function readOrganisation(context: Context, head: RowHead, cells: readonly Cell[], table: TableProfile): void {
  const own = organisationOf(cells, table);
  const columns = table.columns.filter(({ role }) => role === "organisation");
  const cover = own === null ? (coverOf(cells, columns) ?? "") : "";
  const text = own?.text ?? cover;
  if (cover !== "") head.reasons.add("organisation-shared");
  head.organisations = context.organisations.readCell(text, own?.lineEnds);
  head.organisationsRaw = text.trim() === "" ? null : text.trim();
  if (head.organisations?.unsure === true) head.reasons.add("organisation-unsure");
  if (head.organisations !== null && head.organisations.value !== head.organisations.raw)
    head.repairs.push({ field: "organisations", raw: head.organisations.raw, value: head.organisations.value });
  // Further columns of organisations have a field of their own no more than other columns have.
  for (const { index, heading } of columns) {
    const cell = cells[index];
    if (cell !== undefined && cell !== own && cell.text.trim() !== "")
      head.others.push({ heading, text: cell.text.trim() });
  }
}

/** Cells of other columns in a row that continues the one above stay with their columns. */
function othersAsMore(context: Context, cells: readonly Cell[], { columns }: TableProfile, index: number): Item[] {
  for (const { index: at, role } of columns)
    if ((role === "other" || role === "date") && (cells[at]?.text ?? "") !== "")
      context.ledger.setAside(index, cells[at]?.text ?? "", "unassigned");
  return [];
}

/** Text of a cell over several rows that covers a row's place under a heading: it holds for each of them. */
function coverOf(cells: readonly Cell[], columns: readonly Column[]): string | null {
  const above = columns.map(({ index }) => cells[index]?.above ?? "").find((text) => text !== "");
  return above === undefined ? null : (rowLabelOf(above) ?? above);
}

/**
 * The status that the status cell's own colour stands for: its background, or its words' colour. A background that the
 * row's other cells have too is the table's pattern and says nothing.
 */
function paintedStatus(block: RowBlock, column: number | null): Rag | null {
  const cell = column === null ? undefined : block.cells[column];
  if (cell === undefined) return null;
  const others = block.cells.filter((other, at) => at !== column && (other.text !== "" || other.bbox !== undefined));
  const background = cell.fill ?? null;
  const isShared = others.length > 0 && others.every((other) => (other.fill ?? null) === background);
  const painted = background === null || isShared ? null : ragOfColour(background);
  return painted ?? (cell.colour === undefined || cell.colour === null ? null : ragOfColour(cell.colour));
}
