/**
 * A report's rows: its body's items put together, with what several of them say of one row. In: the context of the report and
 * where its rows are. Out: the rows, and what they use of the text.
 */
import type { PrintedRow } from "../model/printed.js";
import { Assembler } from "./assemble.js";
import type { Context } from "./context.js";
import { withoutDoubtful } from "./doubtful-status.js";
import { Uses } from "./ledger.js";
import { completeNumbers } from "./numbers.js";
import { withoutEndMatter } from "./report/end-matter.js";
import type { ReportSpan } from "./report/report-span.js";
import type { ThemeSection } from "./report/theme-sections.js";
import { itemsInTables } from "./rows-in-tables.js";

export interface ReadRows {
  readonly rows: PrintedRow[];
  readonly uses: Uses;
}

/** @param skip blocks that hold no row */
export function readRows(
  report: Context,
  { from, bodyFrom, rowsEnd }: ReportSpan,
  skip: ReadonlySet<number>,
  sections: readonly ThemeSection[],
): ReadRows {
  const uses = new Uses();
  const context = { ...report, ledger: uses };
  const noRows = new Set(skip);
  for (const section of sections)
    for (let index = Math.max(section.from, bodyFrom); index < section.tableFrom; index += 1) {
      if (!noRows.has(index)) uses.setBlockAside(index, "group");
      noRows.add(index);
    }
  const found = withoutEndMatter(context, itemsInTables(context, bodyFrom, rowsEnd, noRows), rowsEnd);
  const items = withoutDoubtful(context, found, context.blocks.slice(from, bodyFrom));
  for (const item of items)
    if (item.kind === "head") item.head.group ??= sections.findLast((each) => each.from < item.block)?.text ?? null;
  return { rows: completeNumbers(new Assembler(context, items).rows()), uses };
}
