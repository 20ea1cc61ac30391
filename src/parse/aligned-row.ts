/**
 * A row whose cells stand under their headings: a head with its fields, what wraps out of the row above, or a text over
 * the table's width. In: a row block and its columns' roles. Out: items.
 */
import type { CellLine, RowBlock } from "../model/block.js";
import type { Context } from "./context.js";
import type { Item, TextItem } from "./item.js";
import type { Roles } from "./table-heading.js";

export function textItems(text: string, block: number, wrapped: boolean): TextItem[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, at) => ({
      kind: "text",
      text: line.trim(),
      block,
      apart: at === 0 && !wrapped,
      cells: null,
      wrapped,
    }));
}

/** Text of an update's own cell: the row's title does not go on with it. Lines with places of their own wrap as the page does. */
export function updateItems(
  text: string,
  block: number,
  wrapped: boolean,
  lines: readonly CellLine[] = [],
): TextItem[] {
  const items = textItems(text, block, wrapped);
  return items.map((item, at): TextItem => {
    const line = lines.length === items.length ? lines[at] : undefined;
    const own = line === undefined ? {} : { place: line.place, apart: line.isApart, wrapped: true };
    return { ...item, ...own, inUpdate: true };
  });
}

/** The text of a row with one filled cell, or null. */
export function onlyCell(block: RowBlock): string | null {
  const filled = block.cells.filter((cell) => cell.text !== "");
  return filled.length === 1 ? (filled[0]?.text ?? null) : null;
}

/** A row of one filled cell: an update over the table's width, or what wrapped out of the row above. */
export function fullWidth(context: Context, text: string, index: number, roles: Roles | null, block: RowBlock): Item[] {
  const at = block.cells.findIndex((cell) => cell.text !== "");
  // A cell over several columns stands under no one heading.
  const role = (block.cells[at]?.span ?? 1) > 1 ? null : (roles?.[at] ?? null);
  const inColumn = block.borders === "spaced" || (at > 0 && block.place.page !== null);
  const wraps = inColumn && context.update.read(text) === null;
  if (role === "status" || (wraps && (role === "title" || role === "organisation")))
    return [
      {
        kind: "more",
        title: role === "title" ? text : null,
        organisations: role === "organisation" ? text : null,
        status: role === "status" ? text : null,
        block: index,
      },
    ];
  return textItems(text, index, isWrapped(block));
}

/** Whether a cell's line breaks are the page's: marked-up cells break where their author did. */
const isWrapped = (block: RowBlock): boolean => block.borders === "spaced" || block.place.page !== null;

/** A cell's wrapped lines as one: a hyphen at a line's end stays, as it may be the word's own. */
export function joinWrapped(text: string): string {
  return text
    .replace(/(\p{L}-)\s*\n\s*(?=\p{L})/gu, "$1")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
