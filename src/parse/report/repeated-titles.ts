/**
 * A plan's title that opens each of several reports in one file, unlike a running head. In: the blocks that repeat it. Out:
 * whether each time the header of a report follows on its page, and then the same first row.
 */
import type { HeadingReader } from "../../language/headings.js";
import { labelOf } from "../../language/labels.js";
import type { Block } from "../../model/block.js";
import type { HeaderReader } from "../header/header-reader.js";
import { textOf } from "../ledger.js";
import { plainLineAt } from "../plain-lines.js";
import { isStatusKey } from "./header-lookahead.js";

/** Blocks after a title within which the first row of its report begins. */
const REACH = 42;
/** The number that a row of a typed list begins with. */
const NUMBERED = /^(\d{1,3})[.):]?\s/;

/** @param indexes blocks with the same words, in order */
export function opensEachReport(
  blocks: readonly Block[],
  indexes: readonly number[],
  header: HeaderReader,
  role: HeadingReader,
): boolean {
  const [first = null, ...others] = indexes.map((index) => firstRowOf(blocks, index, header, role));
  return first !== null && others.length > 0 && others.every((row) => row === first);
}

/** What the first row after a header begins with; null where no header or no row is on the title's page. */
function firstRowOf(blocks: readonly Block[], index: number, header: HeaderReader, role: HeadingReader): string | null {
  const following = blocks.slice(index + 1, index + REACH);
  const pageEnd = following.findIndex(({ pageStart }) => pageStart);
  const onPage = pageEnd < 0 ? following : following.slice(0, pageEnd);
  const isOfHeader = onPage.map((_, at) => statesHeader(blocks, index + 1 + at, header));
  const headings = onPage.findIndex((block) => isHeadingRow(block, role));
  const starts = onPage.map((block, at) =>
    isOfHeader[at] === true || isHeadingRow(block, role) ? null : startOf(block, headings >= 0 && at > headings),
  );
  const first = starts.findIndex((start) => start !== null);
  return isOfHeader.slice(0, Math.max(0, first)).includes(true) ? (starts[first] ?? null) : null;
}

/** What a row begins with: its first cell where headings are above, or the number of a typed one. */
function startOf(block: Block, hasHeadings: boolean): string | null {
  if (block.kind === "line") return labelOf(NUMBERED.exec(block.text)?.[1] ?? "");
  return hasHeadings ? (block.cells.find(({ text }) => text !== "")?.text ?? null) : null;
}

const isHeadingRow = (block: Block, role: HeadingReader): boolean =>
  block.kind === "row" && block.cells.filter(({ text }) => role(text) !== null).length >= 2;

/** Whether a block is a status key, or states a report's period or month. */
function statesHeader(blocks: readonly Block[], at: number, header: HeaderReader): boolean {
  const [block, line] = [blocks[at], plainLineAt(blocks, at)];
  if (block !== undefined && isStatusKey(line ?? textOf(block))) return true;
  return line !== null && (header.period.read(line)?.fields.quarter !== undefined || header.month(line) !== null);
}
