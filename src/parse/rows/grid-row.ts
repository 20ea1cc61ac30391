/**
 * One row of a table whose columns are known: a deliverable, more of the one above, a total, or a row of a form that is not filled
 * in. In: the row's cells and the table's columns. Out: items. A column that has no field keeps its heading and its text; a cell
 * is never read as another column's.
 */
import { labelOf } from "../../language/labels.js";
import { isLetter, rowLabelOf, splitLabel } from "../../language/row-labels.js";
import type { RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import { CLEAR_MARGIN } from "../columns/weights.js";
import type { Context } from "../context.js";
import { isOneWord } from "../fields/one-word.js";
import { emptyRowHead, type Item, type RowHead } from "../item.js";
import type { DamagedRow } from "./damaged-row.js";
import { type MoreOfTitle, moreOfTitle } from "./more-of-title.js";
import { reasonForNone } from "./no-deliverable.js";
import { otherCells } from "./other-cells.js";
import { RowCells } from "./row-cells.js";
import { organisationColumn, readOrganisation } from "./row-organisation.js";
import { type RowStatus, rowStatus, setStatus } from "./row-status.js";
import { joinWrapped, textItems, updateItems } from "./row-texts.js";
import { continuedUpdates, rowUpdates } from "./row-updates.js";
import type { TableProfile } from "./table-profile.js";
import { splitTitleCell } from "./title-updates.js";

/** "3 (cont.)", "3 continued": more of row 3. A narrow cell may break the word anywhere. */
const CONTINUED = /^(.*?)\(?(?:cont(?:inued|['’]?d|\.)?|ctd)\.?\)?$/iu;

export function gridRow(context: Context, block: RowBlock, index: number, table: TableProfile): Item[] {
  const cells = new RowCells(block, index, table);
  for (const { label } of block.cells) if (label !== undefined) context.ledger.setAside(index, label, "column-heading");
  const number = numberOf(cells);
  const status = rowStatus(context, cells);
  const none = reasonForNone(cells, number.label, status.colour !== null);
  if (none !== null) {
    context.ledger.setBlockAside(index, none);
    return [];
  }
  return begins(context, cells, number, status)
    ? newRow(context, cells, number, status)
    : moreOfRow(context, cells, number, status);
}

/** A row whose cells were given to their columns, with what was split or joined for it. */
export function repairedRow(
  context: Context,
  block: RowBlock,
  index: number,
  table: TableProfile,
  { repairs, isStatusInTitle }: Pick<DamagedRow, "repairs" | "isStatusInTitle">,
): Item[] {
  const cells = new RowCells(block, index, table);
  const [first, ...updates] = newRow(context, cells, numberOf(cells), rowStatus(context, cells));
  if (first?.kind !== "head") return [];
  first.head.repairs.push(...repairs);
  if (isStatusInTitle) first.head.statusInTitle = "cell";
  return [first, ...updates];
}

interface RowNumber {
  readonly printed: string;
  /** The label that is printed in the row's own cell. */
  readonly label: string | null;
  /** The label of a cell over several rows. */
  readonly shared: string | null;
  /** The label of the row above, where the cell says that this one continues it; "" where it names none. */
  readonly continues: string | null;
}

function numberOf(cells: RowCells): RowNumber {
  const printed = cells.joined("number");
  if (printed === "") return { printed, label: null, shared: cells.cover("number"), continues: null };
  const repaired = cells.table.repairedLabels.get(cells.block);
  if (repaired !== undefined) return { printed, label: repaired, shared: null, continues: null };
  const isLettered = cells.table.countsInLetters && isLetter(printed);
  const label = isLettered ? printed : (rowLabelOf(printed) ?? labelOf(printed));
  const continues = CONTINUED.exec(printed.replace(/\s+/g, ""))?.[1] ?? null;
  if (continues === null) return { printed, label, shared: null, continues };
  return { printed, label: null, shared: null, continues: rowLabelOf(continues) ?? labelOf(continues) ?? continues };
}

/** Whether a row is a deliverable of its own: it has a title and is numbered, or has what the table's rows have. */
function begins(
  context: Context,
  cells: RowCells,
  { label, shared, continues }: RowNumber,
  status: RowStatus,
): boolean {
  if (continues !== null) return false;
  // A label that was misread is one, even where nothing says which.
  const isLabelled = label !== null || cells.table.repairedLabels.has(cells.block);
  const hasOther = (["update", "organisation"] as const).some((role) => cells.joined(role) !== "");
  if (cells.joined("title") === "") return isLabelled && (hasOther || status.raw !== null);
  return (
    isLabelled || shared !== null || labelledTitle(context, cells) !== null || beginsUnnumbered(context, cells, status)
  );
}

/**
 * Whether a row with a title and without a label is a deliverable. Where rows are numbered, it must have a status and an
 * organisation or none of the rows' wrapping can have made it; where none is, a title is enough in cells that do not wrap.
 */
function beginsUnnumbered(context: Context, cells: RowCells, { raw, colour }: RowStatus): boolean {
  const { block, table } = cells;
  const hasStatus = raw !== null || colour !== null;
  const hasOrganisation = cells.joined("organisation") !== "";
  if (block.borders !== "sure") return hasStatus && (hasOrganisation || !table.isNumbered);
  if (block.place.page === null) return true;
  // On the next page, a row that continues may be painted again.
  const mayContinue = !hasOrganisation || (table.isNumbered && isFirstOfPage(context, cells));
  if (raw === null && mayContinue && /^\p{Ll}/u.test(cells.joined("title"))) return false;
  return table.isNumbered || table.labelsInTitles
    ? hasStatus && (hasOrganisation || !table.hasRole("organisation"))
    : hasStatus || hasOrganisation;
}

/** Whether the row above is on the page before; column headings may be between them. */
function isFirstOfPage({ blocks, headings }: Context, { block, index }: RowCells): boolean {
  let above = index - 1;
  while (headings.has(above)) above -= 1;
  return blocks[above]?.place.page !== block.place.page;
}

function newRow(context: Context, cells: RowCells, number: RowNumber, status: RowStatus): Item[] {
  const { table } = cells;
  const updates = rowUpdates(context, cells);
  const head = emptyRowHead();
  setNumber(context, head, cells, number);
  readOrganisation(context, head, cells);
  head.places.number = cells.place(cells.columns("number"));
  const below = setTitle(context, head, cells);
  const split = labelledTitle(context, cells);
  if (split !== null) {
    [head.number, head.title] = [split.label, split.rest];
    head.places.number = head.places.title;
  }
  setStatus(context, head, cells, status);
  head.others = otherCells(cells, updates.tookDate);
  const title = table.columns.find(({ role }) => role === "title");
  if (title !== undefined && (title.margin < CLEAR_MARGIN || cells.block.isDoubtful === true))
    head.reasons.add("column-doubtful");
  if (cells.block.isStatusBeforeTitle === true && isOneWord(head.statusRaw ?? "")) head.statusInTitle = "text";
  if (cells.block.isUndivided === true) head.reasons.add("updates-not-split");
  return [{ kind: "head", head, block: cells.index }, ...updates.items, ...below];
}

function setNumber(context: Context, head: RowHead, cells: RowCells, { printed, label, shared }: RowNumber): void {
  head.number = label ?? shared;
  if (label === null && shared !== null) head.reasons.add("number-shared");
  if (printed !== "" && label === null) context.ledger.setAside(cells.index, printed, "unassigned");
  if (label !== null && cells.table.repairedLabels.has(cells.block))
    head.repairs.push({ field: "number", raw: printed, value: label });
}

/** Gives a row its title; returns the updates below it in its cell. */
function setTitle(context: Context, head: RowHead, cells: RowCells): readonly Item[] {
  const own = titleCell(context, cells);
  const columns = cells.columns("title");
  const printed = joinWrapped(own?.title ?? cells.joined("title"), context.joinBroken);
  head.title = printed.text || null;
  for (const repair of printed.repairs) head.repairs.push({ field: "title", ...repair });
  head.places.title = cells.place(columns);
  if (own === null) return [];
  const places = cells.linePlaces(columns);
  const ofTitle = places.slice(0, own.titleLines);
  if (ofTitle.length > 0) head.places.title = ofTitle.reduce(coverPlaces);
  return updateItems(own.updates, cells.index, cells.isWrapped, places.slice(own.titleLines), own.lines);
}

/** In a table whose titles have their updates below them: the row's title and its updates. */
function titleCell({ update }: Context, cells: RowCells): ReturnType<typeof splitTitleCell> {
  const column = cells.table.updatesInTitles ? cells.columns("title")[0] : undefined;
  const cell = column === undefined ? null : cells.cell(column);
  return cell === null ? null : splitTitleCell(cell, update);
}

/** In a table whose titles begin with their labels: the row's label, and its title. */
function labelledTitle(context: Context, cells: RowCells): ReturnType<typeof splitLabel> {
  return cells.table.labelsInTitles ? splitLabel(joinWrapped(cells.joined("title"), context.joinBroken).text) : null;
}

/** What continues the row above: over a page, or where cells wrap. Each cell continues its own column's. */
function moreOfRow(context: Context, cells: RowCells, { printed, continues }: RowNumber, status: RowStatus): Item[] {
  const { index, isWrapped } = cells;
  const column = organisationColumn(cells);
  const says = continues === null ? {} : { continues };
  const titles = cells.columns("title");
  const cell = cells.table.updatesInTitles && titles[0] !== undefined ? cells.cell(titles[0]) : null;
  const { updates, ...title }: MoreOfTitle =
    cell === null || cell.text.trim() === ""
      ? {
          title: cells.joined("title") || null,
          updates: continuedUpdates(context, cells),
        }
      : moreOfTitle(context, cell, index, isWrapped, cells.linePlaces(titles));
  if (continues !== null) context.ledger.setAside(index, printed, "repeated");
  return [
    {
      kind: "more",
      ...title,
      organisations: column === null ? null : cells.text(column),
      status: status.raw,
      colour: status.colour,
      others: otherCells(cells, false),
      ...says,
      block: index,
      places: {
        title: cells.place(titles),
        organisations: column === null ? undefined : cells.place([column]),
        rag: cells.statusPlace(status.column),
      },
    },
    ...(continues !== null ? [] : textItems(printed, index, isWrapped, cells.linePlaces(cells.columns("number")))),
    ...updates,
  ];
}
