/**
 * The lines of a table that has lost its cells, by the prints of its headings. In: blocks, and the first print of the headings.
 * Out: the lines below each print: a page or a group begins with the headings again.
 */
import type { Block, LineBlock } from "../../model/block.js";
import type { LineColumns } from "./line-columns.js";
import { withoutGroup } from "./line-rows.js";
import { type HeadingPrint, repeatedHeadings } from "./repeated-headings.js";

/** The lines under one print of the headings. */
export interface Segment {
  /** Index of the first block of the headings, and of the first and last one below them. */
  readonly headFrom: number;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly LineBlock[];
}

export function segmentsOf(
  blocks: readonly Block[],
  first: HeadingPrint,
  end: number,
  { headings, kinds }: LineColumns,
): Segment[] {
  const index = first.from;
  const lines = blocks.slice(index, end).filter((block): block is LineBlock => block.kind === "line");
  const prints = [first, ...repeatedHeadings(blocks, index + first.length, end, headings)];
  return prints.map(({ from: headFrom, length: own }, turn) => {
    const [from, next] = [headFrom + own, prints[turn + 1]?.from];
    const to = next === undefined ? end : index + withoutGroup(lines, from - index, next - index, kinds);
    return { headFrom, from, to, lines: lines.slice(from - index, to - index) };
  });
}
