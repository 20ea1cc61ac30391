/**
 * What of a report's body is its own: inside a pack of papers and behind the rows stand other tables, minutes, budgets.
 * In: the blocks from the report's table on. Out: where its rows end, what between them is another table's, and how far
 * what stands behind is still the report's page.
 */
import { labelOf } from "../../language/labels.js";
import type { Block, RowBlock } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import { isTitleLike } from "../header/plan-title.js";
import type { Roles } from "../table-heading.js";
import { namesClosing } from "./end-matter.js";
import { isRegister } from "./registers.js";

/** Lines between the rows, as a share of the rows, from which on updates stand in lines and not in cells. */
const LINES_SHARE = 0.25;
/** A paper's title: capitals, more than one word, no number before it. */
const PAPER_TITLE = /^(?!.*\d)[\p{Lu}][\p{Lu}\s'’&,:()/-]{7,}$/u;
const APPENDIX = /^(?:appendix|annexe?)\b(?:\s+\S{1,3})?\s*[:.–—-]?\s*/i;
/** Points by which the sides of a table that goes on over a page may differ. */
const SIDE_PT = 3;

export interface Own {
  /** The first block behind the rows. */
  readonly end: number;
  /** Blocks before that of tables that are not the report's. */
  readonly foreign: readonly number[];
}

export function ownEnd(context: Context, from: number, to: number, skip: ReadonlySet<number>): Own {
  const { blocks, headings } = context;
  if (blocks[from]?.place.page === null) return { end: to, foreign: [] };
  let lastRow = -1;
  let [rows, lines, pending] = [0, 0, 0];
  let foreign = false;
  const others: number[] = [];
  const own = headings.get(from)?.roles ?? null;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const heading = headings.get(index);
    if (heading !== undefined)
      foreign = isForeign(heading.roles, own) || (index > from && isRegister(block, heading.roles, context.profile));
    else if (block.kind === "row" && block.gapBefore && !foreign)
      foreign = headsAnother(block) && !goesOnWith(context, block, blocks[lastRow], own);
    if (foreign) {
      if (others.at(-1) !== index - 1) others.push(...titleAbove(blocks, index, skip));
      if (!skip.has(index)) others.push(index);
    } else if (block.kind === "row") {
      lastRow = index;
      rows += 1;
      lines += pending;
      pending = 0;
    } else if (!skip.has(index)) pending += 1;
  }
  const until = (end: number): Own => ({ end, foreign: others.filter((index) => index < end) });
  if (lastRow >= 0 && lines <= rows * LINES_SHARE) return until(updateEnd(context, lastRow, to, own));
  // Updates in lines go on behind the last row: as far as the next paper's title at the top of a page.
  for (let index = Math.max(lastRow, from) + 1; index < to; index += 1) {
    const block = blocks[index];
    if (block?.kind === "row" && block.gapBefore && !headings.has(index) && headsAnother(block)) return until(index);
    if (block?.kind === "line" && block.pageStart && PAPER_TITLE.test(block.text) && !hasRowsBehind(context, index, to))
      return until(index);
  }
  return until(to);
}

/** The line right above a table that names it: it is parted from what stands before. */
function titleAbove(blocks: readonly Block[], index: number, skip: ReadonlySet<number>): number[] {
  const above = blocks[index - 1];
  const isTitle = above?.kind === "line" && above.gapBefore && isTitleLike(above.text) && !skip.has(index - 1);
  return isTitle ? [index - 1] : [];
}

/**
 * Where the last row ends: behind a dated update in lines right below it, where the table has no column for updates and
 * the row is a head that none has come under.
 */
function updateEnd({ blocks, update }: Context, lastRow: number, to: number, own: Roles | null): number {
  const row = blocks[lastRow];
  const isHead = row?.kind === "row" && labelOf(row.cells[0]?.text ?? "") !== null && row.cells[1] !== undefined;
  let end = lastRow + 1;
  if (!isHead || own === null || own.includes("update")) return end;
  for (; end < to; end += 1) {
    const block = blocks[end];
    if (block?.kind !== "line" || block.place.page !== row.place.page) break;
    const dated = (update.read(block.text)?.dateRaw ?? null) !== null;
    if (!dated && (end === lastRow + 1 || block.gapBefore)) break;
  }
  return end;
}

/**
 * How far what stands behind the rows is the report's: to the end of its page, and over the next ones as long as none
 * begins as another paper does, with a table or a title. A closing heading, such as a glossary's, is no such title.
 */
export function paperEnd({ blocks, profile }: Context, end: number, to: number, skip: ReadonlySet<number>): number {
  let page = blocks[end - 1]?.place.page ?? null;
  if (page === null) return end;
  for (let index = end; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.place.page === page || skip.has(index)) continue;
    if (block.kind === "row" || beginsPaper(profile, block.text)) return index;
    page = block.place.page;
  }
  return to;
}

/** A paper of a pack is an appendix too: what it is called tells. */
function beginsPaper(profile: Profile, line: string): boolean {
  return isTitleLike(line) && !namesClosing(profile, line.replace(APPENDIX, ""));
}

/** Whether a table's head lacks the statuses that the report's own has: a list of actions from a meeting, a budget. */
function isForeign(roles: Roles, own: Roles | null): boolean {
  return own?.includes("status") === true && !roles.includes("status");
}

/** The first row of a table that is headed, and not as the deliverables are: no label, no row that goes on. */
function headsAnother(row: RowBlock): boolean {
  const first = row.cells[0]?.text ?? "";
  const filled = row.cells.filter((cell) => cell.text !== "").length;
  return first !== "" && filled >= 2 && labelOf(first.split(/\s/)[0] ?? "") === null;
}

/**
 * Whether a table at the top of a page goes on with the one that ended the page before: as wide and with as many
 * columns, and its first row with a status or with empty cells, which no head has.
 */
function goesOnWith(context: Context, row: RowBlock, above: Block | undefined, own: Roles | null): boolean {
  if (own === null || above?.kind !== "row" || row.cells.length !== own.length || above.cells.length !== own.length)
    return false;
  const [a, b] = [above.place, row.place];
  if (a.page === null || a.bbox === null || b.bbox === null || b.page !== a.page + 1) return false;
  if (Math.abs(a.bbox[0] - b.bbox[0]) > SIDE_PT || Math.abs(a.bbox[2] - b.bbox[2]) > SIDE_PT) return false;
  const status = row.cells[own.indexOf("status")]?.text ?? "";
  return context.status.read(status) !== null || row.cells.some((cell) => cell.text === "");
}

function hasRowsBehind(context: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return true;
  return false;
}
