/**
 * A row with one filled cell: an update over the table's width, or what wrapped out of the row above. In: a row, and its table
 * where its cells are under the table's columns. Out: items.
 */
import type { Cell, RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import type { Item } from "../item.js";
import { linePlacesOfCell, placeOfCell } from "./cell-places.js";
import { moreOfTitle } from "./more-of-title.js";
import { textItems } from "./row-texts.js";
import type { TableProfile } from "./table-profile.js";

/** The text of a row with one filled cell, or null. */
export function onlyCell(block: RowBlock): string | null {
  const filled = block.cells.filter((cell) => cell.text !== "");
  return filled.length === 1 ? (filled[0]?.text ?? null) : null;
}

export function acrossRow(
  context: Context,
  block: RowBlock,
  text: string,
  index: number,
  table: Pick<TableProfile, "columns" | "updatesInTitles"> | null,
): Item[] {
  const at = block.cells.findIndex((cell) => cell.text !== "");
  const cell = block.cells[at] ?? { text };
  const role = roleOf(cell, table?.columns[at]);
  if (role === "title" && table?.updatesInTitles === true) return moreOfTitleCell(context, block, cell, index);
  const inColumn = block.borders === "spaced" || (at > 0 && block.place.page !== null);
  const wraps = inColumn && context.update.read(text) === null;
  if (role !== "status" && !(wraps && (role === "title" || role === "organisation")))
    return textItems(text, index, isWrapped(block), linePlacesOfCell(block, cell));
  const place = placeOfCell(block, cell);
  return [
    {
      kind: "more",
      title: role === "title" ? text : null,
      organisations: role === "organisation" ? text : null,
      status: role === "status" ? text : null,
      block: index,
      places: { title: place, organisations: place, rag: place },
    },
  ];
}

/** A cell over several columns is under no one heading. */
const roleOf = ({ span = 1 }: Cell, column: Column | undefined): ColumnRole | null =>
  span > 1 ? null : (column?.role ?? null);

/** What continues a title and its updates, which are in one column. */
function moreOfTitleCell(context: Context, block: RowBlock, cell: Cell, index: number): Item[] {
  const { updates, ...more } = moreOfTitle(context, cell, index, isWrapped(block), linePlacesOfCell(block, cell));
  const places = { title: placeOfCell(block, cell) };
  const item: Item = { kind: "more", ...more, organisations: null, status: null, block: index, places };
  return more.title === null ? [...updates] : [item, ...updates];
}

/** Whether a cell's line breaks are the page's: marked-up cells break where their author did. */
const isWrapped = (block: RowBlock): boolean => block.borders === "spaced" || block.place.page !== null;

/** Whether a row's one cell is over several columns, or in the first: no cell that wrapped out of the row above. */
export function isAcross({ cells }: RowBlock): boolean {
  const at = cells.findIndex(({ text }) => text !== "");
  return at === 0 || (cells[at]?.span ?? 1) > 1;
}
