/** Whether every cell of a row fits its column, so that nothing in it needs repair. In: a row and its table's columns. */
import { rowLabelOf } from "../../language/row-labels.js";
import type { RowBlock } from "../../model/block.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import { readStatusCell } from "../fields/status-cell.js";

export function fitsColumns(context: Context, { cells }: RowBlock, columns: readonly Column[]): boolean {
  if (cells.length > columns.length) return false;
  return columns.every(({ role, index }) => {
    const text = cells[index]?.text.trim() ?? "";
    if (role === "number") return rowLabelOf(text) !== null;
    if (role === "title") return text !== "" && !/^\p{Ll}/u.test(text);
    if (role === "organisation") return text === "" || context.organisations.readText(text) !== null;
    if (role === "status")
      return text === "" || readStatusCell(text, context.status) !== null || context.status.isUncoloured(text);
    return true;
  });
}
