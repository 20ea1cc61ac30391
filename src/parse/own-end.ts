/**
 * Where a report inside a pack of papers ends: behind it stand other tables, minutes, budgets. In: the blocks from the
 * report's table on. Out: the first block that is no longer its own.
 */
import { labelOf } from "../language/labels.js";
import type { RowBlock } from "../model/block.js";
import type { Context } from "./context.js";
import type { Roles } from "./table-heading.js";

/** Lines between the rows, as a share of the rows, from which on updates stand in lines and not in cells. */
const LINES_SHARE = 0.25;
/** A paper's title: capitals, more than one word, no number before it. */
const PAPER_TITLE = /^(?!.*\d)[\p{Lu}][\p{Lu}\s'’&,:()/-]{7,}$/u;

export function ownEnd(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  const { blocks, headings } = context;
  if (blocks[from]?.place.page === null) return to;
  let lastRow = -1;
  let rows = 0;
  let lines = 0;
  let pending = 0;
  let foreign = false;
  const own = headings.get(from)?.roles ?? null;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const heading = headings.get(index);
    if (heading !== undefined) foreign = isForeign(heading.roles, own);
    if (block.kind === "row") {
      foreign ||= block.gapBefore && !headings.has(index) && headsAnother(block);
      if (foreign) continue;
      lastRow = index;
      rows += 1;
      lines += pending;
      pending = 0;
    } else if (!foreign && !skip.has(index)) pending += 1;
  }
  if (lastRow >= 0 && lines <= rows * LINES_SHARE) return lastRow + 1;
  // Updates in lines go on behind the last row: as far as the next paper's title at the top of a page.
  for (let index = Math.max(lastRow, from) + 1; index < to; index += 1) {
    const block = blocks[index];
    if (block?.kind === "row" && block.gapBefore && !headings.has(index) && headsAnother(block)) return index;
    if (block?.kind === "line" && block.pageStart && PAPER_TITLE.test(block.text) && !hasRowsBehind(context, index, to))
      return index;
  }
  return to;
}

/** Whether a table's head lacks the statuses that the report's own has: a list of actions from a meeting, a budget. */
export function isForeign(roles: Roles, own: Roles | null): boolean {
  return own?.includes("status") === true && !roles.includes("status");
}

/** The first row of a table that is headed, and not as the deliverables are: no label, no row that goes on. */
function headsAnother(row: RowBlock): boolean {
  const first = row.cells[0]?.text ?? "";
  const filled = row.cells.filter((cell) => cell.text !== "").length;
  return first !== "" && filled >= 2 && labelOf(first.split(/\s/)[0] ?? "") === null;
}

function hasRowsBehind(context: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return true;
  return false;
}
