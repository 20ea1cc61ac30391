/**
 * Cells that no field takes: those of columns without a field of their own, of further columns of organisations, and dates without
 * an update beside them, and those beyond the last column. In: a row's cells. Out: headings and texts, in printed order.
 */
import type { OtherCell } from "../item.js";
import type { RowCells } from "./row-cells.js";
import { organisationColumn } from "./row-organisation.js";

/** @param tookDate whether an update has the date of the row's cell of dates */
export function otherCells(cells: RowCells, tookDate: boolean): OtherCell[] {
  const own = organisationColumn(cells);
  const { columns } = cells.table;
  const further = cells.block.borders === "sure" ? cells.block.cells.slice(columns.length) : [];
  const found = columns.flatMap((column): OtherCell[] => {
    const { role, heading } = column;
    const isOther = role === "other" || (role === "date" && !tookDate) || (role === "organisation" && column !== own);
    const text = isOther ? cells.text(column) : "";
    return text === "" ? [] : [{ heading, text }];
  });
  const beyond = further.map(({ text }) => text.trim()).filter((text) => text !== "");
  return [...found, ...beyond.map((text) => ({ heading: "", text }))];
}
