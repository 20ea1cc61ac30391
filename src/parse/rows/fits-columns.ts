/** Whether every cell of a row fits its column, so that nothing in it needs repair. In: a row and its table's columns. */
import { rowLabelOf } from "../../language/row-labels.js";
import type { RowBlock } from "../../model/block.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import { readStatusCell } from "../fields/status-cell.js";
import { repeatsLabel } from "./damaged-row.js";

export function fitsColumns(context: Context, { cells }: RowBlock, columns: readonly Column[]): boolean {
  if (cells.length > columns.length) return false;
  return columns.every(({ role, index }) => {
    const text = cells[index]?.text.trim() ?? "";
    if (role === "number") return rowLabelOf(text) !== null;
    if (role === "title") return text !== "" && !/^\p{Ll}/u.test(text);
    if (role === "organisation") return text === "" || namesSomeone(context, text);
    if (role === "status")
      return text === "" || readStatusCell(text, context.status) !== null || context.status.isUncoloured(text);
    return true;
  });
}

const namesSomeone = ({ organisations, status }: Context, text: string): boolean =>
  organisations.readText(text) !== null && (status.read(text) === null || organisations.isKnown(text));

/** The same for a row that has all it should have: nothing of it can be in another cell. */
export function fillsColumns(context: Context, row: RowBlock, columns: readonly Column[]): boolean {
  const label = columns[0]?.role === "number" ? rowLabelOf(row.cells[0]?.text ?? "") : null;
  return (
    columns.every(({ role, index }) => !KEY_ROLES.has(role) || (row.cells[index]?.text.trim() ?? "") !== "") &&
    fitsColumns(context, row, columns) &&
    !row.cells.some(({ text }) => repeatsLabel(text, label))
  );
}

/** Roles whose cells are in every row, or lost. */
const KEY_ROLES: ReadonlySet<ColumnRole> = new Set(["number", "title", "organisation", "status"]);
