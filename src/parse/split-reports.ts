/**
 * Where reports begin. A file may hold several, or text before and between them: a report begins at the line that
 * names its plan or its theme and quarter, when the rest of a head, a key or a table of deliverables comes soon after.
 */
import { labelOf, plainNumber } from "../language/labels.js";
import type { Context } from "./context.js";
import { textOf } from "./ledger.js";
import { readCount } from "./statement.js";

/** Blocks within which a head must say more of itself. */
const HEAD_REACH = 14;
/** Lines above the plan's name that belong to its head: "APPENDIX A", a marking. */
const ABOVE = 2;
const APPENDIX = /^(?:appendix|annex|item|agenda item|enclosure|attachment|schedule)\b.{0,40}$/i;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans of blocks that may each hold one report, in order. */
export function splitReports(context: Context, furniture: ReadonlySet<number>): Span[] {
  const { blocks, head } = context;
  const starts: number[] = [];
  let plan = "";
  let period = "";
  let quiet = -1;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.kind !== "line" || furniture.has(index)) continue;
    const text = block.text.replace(/\s+/g, " ");
    if (text.length > 160) continue;
    const named = head.plan(text);
    const stated = named === null ? head.period(text) : null;
    const begins = named !== null || (stated?.quarter !== undefined && stated.themeNumber !== undefined);
    if (!begins || index <= quiet) continue;
    const follow = lookAhead(context, index, furniture);
    const key = named === null ? "" : `${named.title.toLowerCase()} ${named.start} ${named.end}`;
    const periodKey =
      follow.period ?? (stated === null ? "" : `${stated.themeNumber}/${stated.quarter}/${stated.publishedMonth}`);
    const evidence = follow.key || follow.table || follow.period !== null;
    if (!evidence) continue;
    // The same head again is a running title, unless the rows start anew under it.
    const same = starts.length > 0 && key === plan && (periodKey === period || periodKey === "");
    if (same && !(follow.firstNumber === 1 && (follow.key || follow.table))) continue;
    if (same && !follow.key) continue;
    starts.push(withLinesAbove(context, index, starts.at(-1) ?? 0));
    plan = key;
    period = periodKey;
    quiet = index + follow.headLength;
  }
  if (starts.length === 0) return [{ from: 0, to: blocks.length }];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? blocks.length }));
}

function withLinesAbove(context: Context, index: number, floor: number): number {
  let from = index;
  for (let above = 1; above <= ABOVE && index - above >= floor; above += 1) {
    const block = context.blocks[index - above];
    if (block?.kind === "line" && APPENDIX.test(block.text)) from = index - above;
  }
  return from;
}

function lookAhead(context: Context, index: number, furniture: ReadonlySet<number>) {
  const { blocks, head } = context;
  let [key, table] = [false, false];
  let period: string | null = null;
  let firstNumber: number | null = null;
  let headLength = 0;
  for (let next = index + 1, seen = 0; next < blocks.length && seen < HEAD_REACH * 3; next += 1) {
    if (furniture.has(next)) continue;
    const block = blocks[next];
    if (block === undefined) break;
    seen += 1;
    const text = textOf(block);
    if (seen <= HEAD_REACH) {
      const stated = block.kind === "line" ? head.period(text.replace(/\s+/g, " ")) : null;
      if (stated !== null && period === null && stated.quarter !== undefined) {
        period = `${stated.themeNumber}/${stated.quarter}/${stated.publishedMonth}`;
        headLength = next - index;
      } else if (stated !== null && period === null) headLength = next - index;
      if (
        /\bkey\b|%/i.test(text) &&
        text.length < 400 &&
        (/\bkey\b/i.test(text) || readCount(text.split(/\t|\s{2,}/).at(-1) ?? "") !== null)
      )
        key = true;
    }
    if (block.kind === "row") {
      if (context.headings.has(next)) table = true;
      else if (firstNumber === null && table) firstNumber = plainNumber(labelOf(block.cells[0]?.text ?? ""));
    } else if (context.headings.has(next)) table = true;
    else if (firstNumber === null) firstNumber = plainNumber(labelOf(/^(\S+?)[.)]?(?:\s|$)/.exec(text)?.[1] ?? ""));
    if (firstNumber !== null) break;
  }
  return { key, table, period, firstNumber, headLength };
}
