/**
 * The updates of one row of a table. In: its cells and the table's columns. Out: the lines of its update columns; a column of
 * dates beside a single column of texts gives each text its date, and of several columns of texts each begins a block of its
 * own. Dates that belong to no text are cells of another column.
 */
import { onOneLine } from "../../language/spaces.js";
import type { Cell } from "../../model/block.js";
import { updateItems } from "../aligned-row.js";
import type { Context } from "../context.js";
import type { Item, RowHead } from "../item.js";
import type { TableProfile } from "./table-profile.js";

export function rowUpdates(
  context: Context,
  head: RowHead,
  cells: readonly Cell[],
  { columns }: TableProfile,
  block: number,
  wrapped: boolean,
): Item[] {
  const filled = (role: "date" | "update") =>
    columns
      .filter((column) => column.role === role)
      .map(({ index, heading }) => ({ heading, text: cells[index]?.text.trim() ?? "" }));
  const [dates, texts] = [filled("date"), filled("update")];
  const [date, text] = [dates[0]?.text ?? "", texts[0]?.text ?? ""];
  const isPair = dates.length === 1 && texts.length === 1 && date !== "" && text !== "";
  if (isPair && context.update.read(text) === null) {
    const [first, ...rest] = updateItems(text, block, wrapped);
    return first?.kind === "text" ? [{ ...first, dateCell: onOneLine(date) }, ...rest] : [];
  }
  head.others.push(...dates.filter((each) => each.text !== ""));
  return texts.flatMap(({ heading, text: own }, at) => {
    const [first, ...rest] = updateItems(own, block, wrapped);
    if (first?.kind !== "text") return [];
    return at === 0 ? [first, ...rest] : [{ ...first, apart: true, columnHeading: heading }, ...rest];
  });
}
