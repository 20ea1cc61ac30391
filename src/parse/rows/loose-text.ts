/**
 * A row whose cells cannot be trusted and that begins no deliverable: text under the row above, as a list or a table within its update,
 * or debris. In: its block and the table's columns. Out: items; what is beside the text is set aside.
 */
import { labelOf } from "../../language/labels.js";
import { onOneLine } from "../../language/spaces.js";
import type { RowBlock } from "../../model/block.js";
import type { Column } from "../columns/column.js";
import type { Context } from "../context.js";
import type { Item } from "../item.js";

/** Figures and lines alone: what recognition makes of a border or a stain. */
const STRAY = /^[\d\s.,|-]+$/;

export function looseText({ ledger }: Context, block: RowBlock, index: number, columns: readonly Column[]): Item[] {
  const cells = block.cells.map((cell) => onOneLine(cell.text));
  const filled = cells.filter((cell) => cell !== "");
  const joined = filled.join(" ");
  if (STRAY.test(joined) && !(labelOf(filled[0] ?? "") !== null && filled.length === 1)) {
    ledger.setBlockAside(index, "stray");
    return [];
  }
  const text = { kind: "text", block: index, apart: block.gapBefore, wrapped: false } as const;
  const update = besideOthers(cells, columns);
  if (update === null) return [{ ...text, text: joined, cells }];
  ledger.setRestAside(index, "unassigned");
  return update === "" ? [] : [{ ...text, text: update, cells: null }];
}

/**
 * The update of a row that continues from the one above in the columns of updates and of what is known or unknown beside
 * them ("Next steps"); empty where it continues in those alone, null where its cells cannot be told by their columns.
 */
function besideOthers(cells: readonly string[], columns: readonly Column[]): string | null {
  const update = columns.findIndex(({ role }) => role === "update");
  // Empty cells at a line's end may be gone.
  if (cells.length > columns.length || cells[0] !== "" || update < 0) return null;
  const filled = columns.filter((_, at) => (cells[at] ?? "") !== "");
  const isBeside = filled.every(({ role }) => role === "update" || role === "other");
  return isBeside && filled.some(({ role }) => role === "other") ? (cells[update] ?? "") : null;
}
