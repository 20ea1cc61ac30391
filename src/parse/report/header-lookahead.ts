/**
 * What comes soon behind a line that may begin a report. In: the line's place. Out: whether a key and a table follow, the
 * period that the head states, and the first row's number.
 */
import { labelOf, plainNumber } from "../../language/labels.js";
import { endsWithAny } from "../../language/sentences.js";
import type { Context } from "../context.js";
import { readCount } from "../counts/count.js";
import { headLineAt } from "../header/header-lines.js";
import { textOf } from "../ledger.js";

/** Blocks within which a head must say more of itself, and within which its rows must begin. */
const HEAD_REACH = 14;
const BODY_REACH = 42;
/** Characters of a block that may belong to a key. */
const LONGEST_KEY = 400;
/** What a head states of theme and period; a field that it does not state is null. */
export interface Period {
  readonly theme: number | null;
  readonly quarter: number | null;
  readonly month: string | null;
}

export const NO_PERIOD: Period = { theme: null, quarter: null, month: null };

/** Whether two heads may be one: no field that both state differs. */
export const agree = (a: Period, b: Period): boolean =>
  (["theme", "quarter", "month"] as const).every(
    (field) => a[field] === null || b[field] === null || a[field] === b[field],
  );

export interface Follow {
  readonly key: boolean;
  readonly table: boolean;
  readonly period: Period;
  /** The first row's number behind the head, where it is a plain one. */
  readonly firstNumber: number | null;
  readonly headLength: number;
}

export function lookAhead(context: Context, index: number, stated: Period, furniture: ReadonlySet<number>): Follow {
  const { blocks } = context;
  let [key, table] = [false, false];
  let period = stated;
  let firstNumber: number | null = null;
  let headLength = 0;
  for (let next = index, seen = 0; next < blocks.length && seen < BODY_REACH; next += 1) {
    const block = blocks[next];
    if (block === undefined || furniture.has(next)) continue;
    seen += 1;
    const line = headLineAt(blocks, next);
    if (seen <= HEAD_REACH) {
      const more = line === null || table ? null : periodIn(context, line);
      if (more !== null && agree(more, period)) {
        if (period.quarter === null) headLength = next - index + 1;
        period = {
          theme: period.theme ?? more.theme,
          quarter: period.quarter ?? more.quarter,
          month: period.month ?? more.month,
        };
      }
      key ||= isKey(line ?? textOf(block));
    }
    if (context.headings.has(next)) table = true;
    else if (firstNumber === null && (block.kind === "line" || table)) {
      const cell = block.kind === "row" ? (block.cells[0]?.text ?? "") : (line ?? "");
      firstNumber = plainNumber(labelOf(/^(?:\S{1,12}\s)?(\d{1,3})[.):]?(?:\s|$)/.exec(cell)?.[1] ?? ""));
    }
    if (firstNumber !== null && table) break;
  }
  return { key, table, period, firstNumber, headLength };
}

const isKey = (text: string): boolean =>
  text.length < LONGEST_KEY &&
  (/\bkey\b/i.test(text) || readCount(text.split(/\t|\s{2,}|[:=]\s|\s[–—-]\s/).at(-1) ?? "") !== null);

/** What a title says of theme and period; a heading of an update ("Quarter 1 update: …") is none. */
export function periodIn(context: Context, line: string): Period | null {
  if (endsWithAny(line, ".;")) return null;
  const head = context.head.period.read(line)?.head;
  if (head === undefined || /:\s\S+(?:\s\S+){7}/.test(line)) return null;
  return {
    theme: head.themeNumber ?? null,
    quarter: head.quarter ?? null,
    month: head.publishedMonth ?? null,
  };
}
