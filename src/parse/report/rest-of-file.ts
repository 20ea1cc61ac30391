/**
 * What follows a report in its file: appendices, or the next papers of a pack. In: a document's blocks. Out: whether the
 * document begins with its first report, and the blocks after a report as residue. In a pack they are other papers.
 */
import { labelOf } from "../../language/labels.js";
import type { Block } from "../../model/block.js";
import type { ResiduePiece } from "../../model/printed.js";
import { isTitleLike } from "../header/plan-title.js";
import { textOf } from "../ledger.js";

/** Whether only a title page comes before the first report: then the file is no pack of papers. */
export function beginsWithReport(blocks: readonly Block[], first: number, furniture: ReadonlySet<number>): boolean {
  return blocks.slice(0, first).every((block, index) => furniture.has(index) || isOfTitlePage(block));
}

/** A short line without a number before it; the items of an agenda have numbers. */
function isOfTitlePage(block: Block): boolean {
  const text = textOf(block).trim();
  return text === "" || (block.kind === "line" && isTitleLike(text) && labelOf(text.split(/\s/, 1)[0] ?? "") === null);
}

/** Blocks `from` to `to` (exclusive) as residue, whether or not a report was looked for in them. */
export function residueAfterReport(
  blocks: readonly Block[],
  from: number,
  to: number,
  furniture: ReadonlySet<number>,
): ResiduePiece[] {
  return blocks.slice(from, to).flatMap((block, at): ResiduePiece[] => {
    const text = textOf(block).replace(/\t+/g, "\t").trim();
    const reason = furniture.has(from + at) ? "furniture" : "closing";
    return text === "" ? [] : [{ reason, text, place: block.place }];
  });
}
