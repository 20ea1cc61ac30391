/**
 * Where another paper begins after rows that are printed in lines. In: a document's blocks after a report's last row that a
 * table shows. Out: the first block of a table that is not the report's, or of a page that begins with another paper's title.
 */
import type { Context } from "../context.js";
import { plainLineAt } from "../plain-lines.js";
import { startsAnotherTable } from "./foreign-tables.js";
import { isPaperTitle } from "./paper-title.js";

/** A paper's title: capitals, more than one word, no number before it. */
const PAPER_TITLE = /^(?!.*\d)[\p{Lu}][\p{Lu}\s'’&,:()/-]{7,}$/u;
/** Longest line that is looked at for a status. */
const LONGEST_LINE = 300;

/** @param skip furniture, such as a running head above a page's first line */
export function nextPaper(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  const { blocks, headings } = context;
  let isTop = false;
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    isTop ||= block.pageStart;
    if (skip.has(index)) continue;
    if (block.kind === "row" && block.gapBefore && !headings.has(index) && startsAnotherTable(block)) return index;
    if (isTop && beginsPaper(context, index, to)) return index;
    isTop = false;
  }
  return to;
}

function beginsPaper(context: Context, index: number, to: number): boolean {
  const line = plainLineAt(context.blocks, index);
  if (line === null) return false;
  if (PAPER_TITLE.test(line)) return !hasHeadingsAfter(context, index, to);
  if (!isPaperTitle(context.blocks, index)) return false;
  return !hasHeadingsAfter(context, index, to) && !hasRowsAfter(context, index, to);
}

function hasHeadingsAfter({ headings }: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (headings.has(index)) return true;
  return false;
}

/** Whether rows continue after a title: with a status in a cell, on a line or after its label, or with a dated update. */
function hasRowsAfter(context: Context, from: number, to: number): boolean {
  return context.blocks
    .slice(from + 1, to)
    .flatMap((block) => (block.kind === "row" ? block.cells.map(({ text }) => text) : [block.text]))
    .some((text) => text !== "" && text.length <= LONGEST_LINE && isOfRow(context, text));
}

function isOfRow({ status, column, update }: Context, text: string): boolean {
  if (status.read(text) !== null || (update.read(text)?.dateRaw ?? null) !== null) return true;
  return [...text.matchAll(LABEL)].some(([, label = ""]) => column(label) === "status");
}

/** The last word before a colon: "Status: Green". */
const LABEL = /(\p{L}+):/gu;
