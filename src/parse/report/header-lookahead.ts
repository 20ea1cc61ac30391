/**
 * What follows soon after a line that may begin a report. In: the line's index. Out: whether a status key and a table
 * follow, the period that the header states, and the first row's number.
 */
import { labelOf, plainNumber } from "../../language/labels.js";
import { endsWithAny } from "../../language/sentences.js";
import type { Block, RowBlock } from "../../model/block.js";
import type { Context } from "../context.js";
import { readCount } from "../counts/figures.js";
import { textOf } from "../ledger.js";
import { plainLineAt } from "../plain-lines.js";

/** Blocks within which the rest of the header is looked for, and within which the first row is. */
const HEADER_REACH = 14;
const BODY_REACH = 42;
/** Characters of a block that may belong to a status key. */
const LONGEST_KEY = 400;

/** What a header states of theme and period; a field that it does not state is null. */
export interface HeaderPeriod {
  readonly theme: number | null;
  readonly quarter: number | null;
  readonly month: string | null;
}

export const NO_PERIOD: HeaderPeriod = { theme: null, quarter: null, month: null };

/** Whether two headers may be of one report: every field that both state is equal. */
export const periodsAgree = (a: HeaderPeriod, b: HeaderPeriod): boolean =>
  (["theme", "quarter", "month"] as const).every(
    (field) => a[field] === null || b[field] === null || a[field] === b[field],
  );

export interface Lookahead {
  readonly hasStatusKey: boolean;
  readonly hasTable: boolean;
  readonly period: HeaderPeriod;
  /** Month of a line before the table that says when the report was published. */
  readonly publishedMonth: string | null;
  /** Number of the first row after the header, where it is a plain one. */
  readonly firstNumber: number | null;
  /** Label or title that the first row of the table begins with. */
  readonly firstCell: string | null;
  /** Blocks from the start of the lookahead to the one that completes the period. */
  readonly headerLength: number;
}

export function lookAhead(
  context: Context,
  index: number,
  stated: HeaderPeriod,
  furniture: ReadonlySet<number>,
): Lookahead {
  const { blocks } = context;
  const found: Scan = {
    hasStatusKey: false,
    hasTable: false,
    period: stated,
    publishedMonth: null,
    firstNumber: null,
    firstCell: null,
    headerLength: 0,
  };
  for (let next = index, seen = 0; next < blocks.length && seen < BODY_REACH; next += 1) {
    const block = blocks[next];
    if (block === undefined || furniture.has(next)) continue;
    seen += 1;
    const line = plainLineAt(blocks, next);
    if (seen <= HEADER_REACH) addHeaderBlock(found, context, block, line, next - index + 1);
    addBodyBlock(found, block, line, context.headings.has(next));
    if (found.firstNumber !== null && found.firstCell !== null) break;
  }
  return found;
}

type Scan = { -readonly [Field in keyof Lookahead]: Lookahead[Field] };

/** @param isHeading whether the block holds a table's column headings */
function addBodyBlock(found: Scan, block: Block, line: string | null, isHeading: boolean): void {
  if (isHeading) {
    found.hasTable = true;
    return;
  }
  if (block.kind === "line" || found.hasTable) found.firstNumber ??= numberAtStart(block, line);
  if (block.kind === "row" && found.hasTable) found.firstCell ??= firstCellOf(block);
}

/** @param length blocks from the start of the lookahead to this one */
function addHeaderBlock(found: Scan, context: Context, block: Block, line: string | null, length: number): void {
  const more = line === null || found.hasTable ? null : periodIn(context, line);
  if (more !== null && periodsAgree(more, found.period)) {
    if (found.period.quarter === null) found.headerLength = length;
    found.period = completed(found.period, more);
  }
  if (line !== null && !found.hasTable) found.publishedMonth ??= context.header.month(line)?.iso ?? null;
  found.hasStatusKey ||= isStatusKey(line ?? textOf(block));
}

const completed = (period: HeaderPeriod, more: HeaderPeriod): HeaderPeriod => ({
  theme: period.theme ?? more.theme,
  quarter: period.quarter ?? more.quarter,
  month: period.month ?? more.month,
});

const firstCellOf = ({ cells }: RowBlock): string | null => cells.find(({ text }) => text !== "")?.text ?? null;

function numberAtStart(block: Block, line: string | null): number | null {
  const text = block.kind === "row" ? (block.cells[0]?.text ?? "") : (line ?? "");
  return plainNumber(labelOf(/^(?:\S{1,12}\s)?(\d{1,3})[.):]?(?:\s|$)/.exec(text)?.[1] ?? ""));
}

export const isStatusKey = (text: string): boolean =>
  text.length < LONGEST_KEY &&
  (/\bkey\b/i.test(text) || readCount(text.split(/\t|\s{2,}|[:=]\s|\s[–—-]\s/).at(-1) ?? "") !== null);

/** What a title states of theme and period; null for the heading of an update ("Quarter 1 update: …"). */
export function periodIn(context: Context, line: string): HeaderPeriod | null {
  if (endsWithAny(line, ".;")) return null;
  const fields = context.header.period.read(line)?.fields;
  if (fields === undefined || /:\s\S+(?:\s\S+){7}/.test(line)) return null;
  return {
    theme: fields.themeNumber ?? null,
    quarter: fields.quarter ?? null,
    month: fields.publishedMonth ?? null,
  };
}
