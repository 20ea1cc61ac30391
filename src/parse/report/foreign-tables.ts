/**
 * Tables inside a report's body that are not the report's: in a pack of papers, minutes and budgets follow on. In: the
 * blocks from the report's table on. Out: the blocks of other tables, the last row of the report's own, and how many lines
 * are between its rows.
 */
import { labelOf } from "../../language/labels.js";
import { labelForm, rowLabelOf } from "../../language/row-labels.js";
import type { Block, RowBlock } from "../../model/block.js";
import type { Context } from "../context.js";
import { isTitleLike } from "../header/plan-title.js";
import type { Roles } from "../table-heading.js";
import { isKnownStatus } from "./list-tables.js";
import { isRegister } from "./registers.js";

/** Points by which the sides of a table may differ from page to page. */
const SIDE_PT = 3;

export interface TableScan {
  /** Blocks of tables that are not the report's, with the titles above them, in order. */
  readonly foreign: readonly number[];
  /** Last row of the report's own table; -1 where it has none. */
  readonly lastRow: number;
  readonly rows: number;
  /** Lines before the last row. */
  readonly lines: number;
}

/** @param own the columns of the report's own table; null where it has no known column headings */
export function scanTables(
  context: Context,
  from: number,
  to: number,
  own: Roles | null,
  skip: ReadonlySet<number>,
): TableScan {
  const { blocks } = context;
  let lastRow = -1;
  let [rows, lines, pending] = [0, 0, 0];
  let isForeign = false;
  const foreign: number[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    isForeign = isInForeignTable(context, block, index, from, blocks[lastRow], own, isForeign);
    if (isForeign) {
      if (foreign.at(-1) !== index - 1) foreign.push(...titleAbove(blocks, index, skip));
      if (!skip.has(index)) foreign.push(index);
    } else if (block.kind === "row") {
      lastRow = index;
      rows += 1;
      lines += pending;
      pending = 0;
    } else if (!skip.has(index)) pending += 1;
  }
  return { foreign, lastRow, rows, lines };
}

/** Whether a block is in a table of another paper: decided where a table begins, and kept up to the next one. */
function isInForeignTable(
  context: Context,
  block: Block,
  index: number,
  from: number,
  lastRow: Block | undefined,
  own: Roles | null,
  before: boolean,
): boolean {
  const heading = context.headings.get(index);
  if (heading !== undefined)
    return lacksStatus(heading.roles, own) || (index > from && isRegister(block, heading.roles, context.profile));
  // What is below column headings is in their table, however much space they leave.
  if (block.kind !== "row" || !block.gapBefore || before || context.headings.has(index - 1)) return before;
  return (
    startsAnotherTable(block) && !isLabelledAlike(block, lastRow, own) && !continuesTable(context, block, lastRow, own)
  );
}

/** Whether a row has as many cells as the last one, and a label of the same form: "K-31/04" after "K-31/03". */
function isLabelledAlike(row: RowBlock, last: Block | undefined, own: Roles | null): boolean {
  if (own === null || last?.kind !== "row" || row.cells.length !== last.cells.length) return false;
  const at = Math.max(0, own.indexOf("number"));
  const [before, label] = [last, row].map(({ cells }) => rowLabelOf(cells[at]?.text ?? ""));
  if (before === null || before === undefined || label === null || label === undefined) return false;
  return /\p{L}|\d\D+\d/u.test(label) && labelForm(before) === labelForm(label) && before !== label;
}

/** The line right above a table that names it: white space separates it from what is before. */
function titleAbove(blocks: readonly Block[], index: number, skip: ReadonlySet<number>): number[] {
  const above = blocks[index - 1];
  const isTitle = above?.kind === "line" && above.gapBefore && isTitleLike(above.text) && !skip.has(index - 1);
  return isTitle ? [index - 1] : [];
}

/** Whether a table has no column of statuses though the report's own has: a meeting's actions, a budget. */
function lacksStatus(roles: Roles, own: Roles | null): boolean {
  return own?.includes("status") === true && !roles.includes("status");
}

/** Whether a row is the first of a table with other columns than the deliverables': without number, in several cells. */
export function startsAnotherTable(row: RowBlock): boolean {
  const first = row.cells[0]?.text ?? "";
  const filled = row.cells.filter((cell) => cell.text !== "").length;
  return first !== "" && filled >= 2 && labelOf(first.split(/\s/)[0] ?? "") === null;
}

/**
 * Whether a table at the top of a page continues the one that ended the page before: with as many columns and the same
 * sides, and a first row with a status or empty cells, which column headings never have.
 */
function continuesTable(context: Context, row: RowBlock, above: Block | undefined, own: Roles | null): boolean {
  if (own === null || above?.kind !== "row" || row.cells.length !== own.length || above.cells.length !== own.length)
    return false;
  const [a, b] = [above.place, row.place];
  if (a.page === null || a.bbox === null || b.bbox === null || b.page !== a.page + 1) return false;
  if (Math.abs(a.bbox[0] - b.bbox[0]) > SIDE_PT || Math.abs(a.bbox[2] - b.bbox[2]) > SIDE_PT) return false;
  const status = row.cells[own.indexOf("status")]?.text ?? "";
  return isKnownStatus(context.status, status) || row.cells.some((cell) => cell.text === "");
}
