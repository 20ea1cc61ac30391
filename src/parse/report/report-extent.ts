/**
 * How far a report extends: in a pack of papers, other tables, minutes and budgets follow its rows. In: the blocks from the
 * report's table on. Out: where its rows end, which blocks before that are other tables, and how far the text after the
 * rows is still the report's.
 */
import { labelOf } from "../../language/labels.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import { isTitleLike } from "../header/plan-title.js";
import type { Roles } from "../table-heading.js";
import { isEndMatterHeading } from "./end-matter-heading.js";
import { scanTables } from "./foreign-tables.js";
import { isKeyPage } from "./key-page.js";
import { nextPaper } from "./next-paper.js";

/** Lines between the rows, as a share of the rows, above which updates are printed in lines and not in cells. */
const LINES_SHARE = 0.25;
const APPENDIX = /^(?:appendix|annexe?)\b(?:\s+\S{1,3})?\s*[:.–—-]?\s*/i;

export interface ReportBody {
  /** The first block after the rows. */
  readonly rowsEnd: number;
  /** Blocks before that of tables that are not the report's. */
  readonly foreign: readonly number[];
}

export function findReportBody(context: Context, from: number, to: number, skip: ReadonlySet<number>): ReportBody {
  const { blocks, headings } = context;
  if (blocks[from]?.place.page === null) return { rowsEnd: to, foreign: [] };
  const own = headings.get(from)?.roles ?? null;
  const { foreign, lastRow, rows, lines } = scanTables(context, from, to, own, skip);
  const rowsEnd =
    lastRow >= 0 && lines <= rows * LINES_SHARE
      ? updateEnd(context, lastRow, to, own)
      : nextPaper(context, Math.max(lastRow, from) + 1, to, skip);
  return { rowsEnd, foreign: foreign.filter((index) => index < rowsEnd) };
}

/**
 * Where the last row ends: after a dated update in lines right below it, where the table has no column for updates and
 * the row has a number but no update yet.
 */
function updateEnd({ blocks, update }: Context, lastRow: number, to: number, own: Roles | null): number {
  const row = blocks[lastRow];
  const isRowHeader = row?.kind === "row" && labelOf(row.cells[0]?.text ?? "") !== null && row.cells[1] !== undefined;
  let end = lastRow + 1;
  if (!isRowHeader || own === null || own.includes("update")) return end;
  for (; end < to; end += 1) {
    const block = blocks[end];
    if (block?.kind !== "line" || block.place.page !== row.place.page) break;
    const dated = (update.read(block.text)?.dateRaw ?? null) !== null;
    if (!dated && (end === lastRow + 1 || block.gapBefore)) break;
  }
  return end;
}

/**
 * Where the report ends after its rows: at the end of its page, or of the following pages as long as none begins as
 * another paper does, with a table or a title. The heading of end matter, such as a glossary, is no such title.
 */
export function findReportEnd(
  { blocks, profile }: Context,
  rowsEnd: number,
  to: number,
  skip: ReadonlySet<number>,
): number {
  let page = blocks[rowsEnd - 1]?.place.page ?? null;
  if (page === null) return rowsEnd;
  for (let index = rowsEnd; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.place.page === page || skip.has(index)) continue;
    if ((block.kind === "row" || beginsPaper(profile, block.text)) && !isKeyPage(blocks, index, profile)) return index;
    page = block.place.page;
  }
  return to;
}

/** Papers of a pack are called appendices too: whether it is end matter shows in the words after "Appendix A". */
function beginsPaper(profile: Profile, line: string): boolean {
  return isTitleLike(line) && !isEndMatterHeading(profile, line.replace(APPENDIX, ""));
}
