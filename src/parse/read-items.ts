/**
 * A report's body by its layout: a typed list, a table's rows, or cells one after another. In: the blocks of its rows. Out:
 * heads of rows and the text under them, in printed order.
 */
import type { Context } from "./context.js";
import type { Item } from "./item.js";
import { itemsInReadingOrder } from "./reading-order.js";
import { itemsInTables } from "./rows-in-tables.js";

/** The layout that explains the most rows: a typed list, table rows, or cells one after another. */
export function readItems(context: Context, from: number, to: number, skip: ReadonlySet<number>): readonly Item[] {
  let hasTable = false;
  for (let index = from; index < to && !hasTable; index += 1)
    hasTable = context.blocks[index]?.kind === "row" && !skip.has(index);
  if (hasTable) {
    const items = itemsInTables(context, from, to, skip);
    if (items.some((item) => item.kind === "head")) return items;
  }
  return itemsInReadingOrder(context, from, to, skip);
}
