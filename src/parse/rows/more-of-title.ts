/**
 * What continues the row above in a column of titles with their updates below them. In: the cell, its lines' places, and how updates begin.
 * Out: its lines above the first date, which are more of the title, or of an update that the row has begun; and the updates below.
 */
import type { Cell, Place } from "../../model/block.js";
import type { Context } from "../context.js";
import type { MoreItem, TextItem } from "../item.js";
import { updateItems } from "./row-texts.js";
import { splitTitleCell } from "./title-updates.js";

export interface MoreOfTitle extends Pick<MoreItem, "title" | "titleOrUpdate"> {
  readonly updates: readonly TextItem[];
}

export function moreOfTitle(
  { update }: Context,
  cell: Cell,
  index: number,
  isWrapped: boolean,
  places: readonly Place[],
): MoreOfTitle {
  const own = splitTitleCell(cell, update);
  const [first = ""] = cell.text.split("\n");
  const isUpdate = own === null && (update.read(first)?.dateRaw ?? null) !== null;
  if (isUpdate) return { title: null, updates: updateItems(cell.text, index, isWrapped, places, cell.lines) };
  const title = own?.title ?? cell.text;
  const lines = own?.titleLines ?? places.length;
  return {
    title,
    titleOrUpdate: updateItems(title, index, isWrapped, places.slice(0, lines)),
    updates: own === null ? [] : updateItems(own.updates, index, isWrapped, places.slice(lines), own.lines),
  };
}
