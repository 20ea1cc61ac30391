/**
 * The updates of a row that begins a deliverable. In: its cells. Out: the lines of its update columns; a column of dates beside a
 * single column of texts gives each text its date, and of several columns of texts each begins a block of its own. Dates that
 * belong to no text are left to be kept as other columns are.
 */
import { onOneLine } from "../../language/spaces.js";
import type { Context } from "../context.js";
import type { TextItem } from "../item.js";
import type { RowCells } from "./row-cells.js";
import { updateItems } from "./row-texts.js";

export interface RowUpdates {
  readonly items: readonly TextItem[];
  /** Whether the cell of the date is an update's. */
  readonly tookDate: boolean;
}

export function rowUpdates(context: Context, cells: RowCells): RowUpdates {
  const [dates, updates] = [cells.columns("date"), cells.columns("update")];
  const texts = updates.map((column) => ({
    heading: column.heading,
    text: cells.text(column),
    places: cells.linePlaces([column]),
    lines: cells.cell(column)?.lines,
  }));
  const [date, text] = [dates[0] === undefined ? "" : cells.text(dates[0]), texts[0]?.text ?? ""];
  const isPair = dates.length === 1 && texts.length === 1 && date !== "" && text !== "";
  const tookDate = isPair && context.update.read(text) === null;
  const items = texts.flatMap(({ heading, text: own, places, lines }, at): TextItem[] => {
    const [first, ...rest] = updateItems(own, cells.index, cells.isWrapped, places, lines);
    if (first === undefined) return [];
    if (tookDate) return [{ ...first, dateCell: onOneLine(date) }, ...rest];
    if (texts.length === 1) return [first, ...rest];
    const begun = { ...first, updateColumn: at };
    return at === 0 ? [begun, ...rest] : [{ ...begun, apart: true, columnHeading: heading }, ...rest];
  });
  return { items, tookDate };
}

/** The updates of a row that continues the one above: of several columns with text, each continues its own cell. */
export function continuedUpdates(context: Context, cells: RowCells): readonly TextItem[] {
  const columns = cells.columns("update");
  if (columns.filter((column) => cells.text(column) !== "").length < 2)
    return updateItems(cells.joined("update"), cells.index, cells.isWrapped, cells.linePlaces(columns));
  return rowUpdates(context, cells).items.map((item) =>
    item.updateColumn !== undefined ? { ...item, continuesCell: true } : item,
  );
}
