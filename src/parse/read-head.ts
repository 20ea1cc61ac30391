/**
 * Reads a report's head: the blocks before its table or list of deliverables. In: a span of blocks. Out: what they say
 * of the report; the ledger is told which words a field took. A field once set stays, as the first mention is the head's.
 */
import type { PrintedHead } from "../model/printed.js";
import type { Context } from "./context.js";
import { emptyHead } from "./head.js";
import { headLineAt, planAt, unmarked } from "./head-lines.js";
import { textOf } from "./ledger.js";
import { itemsInTables } from "./rows-in-tables.js";
import { themeTitle } from "./theme-title.js";
import { firstTypedHead } from "./typed-list.js";

/** The first block of the table or list of deliverables: what stands before it is head and key. */
export function findBody(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return index;
  const list = firstTypedHead(context, from, to, skip);
  if (list !== null) return list;
  const first = itemsInTables(context, from, to, skip).find((item) => item.kind === "head");
  return first?.block ?? to;
}

/** Reads the head in blocks `from` to `bodyFrom` (exclusive); blocks that it takes are added to `skip`. */
export function readHead(context: Context, from: number, bodyFrom: number, skip: Set<number>): PrintedHead {
  const head = emptyHead();
  const take = (index: number, text: string): void => {
    context.ledger.take(index, text);
    context.ledger.setRestAside(index, "head");
    skip.add(index);
  };
  for (let index = from; index < bodyFrom; index += 1) {
    if (skip.has(index)) continue;
    const length = takePlan(context, head, index, bodyFrom, take);
    const line = headLineAt(context.blocks, index);
    if (line !== null) takeLine(context, head, index, line, bodyFrom, take);
    takeRating(context, head, index, take);
    if (length > 1) index += length - 1;
  }
  if (head.planTitle === null) takeUndatedPlan(context, head, from, bodyFrom, skip, take);
  return head;
}

type Take = (index: number, text: string) => void;

function takePlan(context: Context, head: PrintedHead, index: number, bodyFrom: number, take: Take): number {
  if (head.planTitle !== null) return 1;
  const plan = planAt(context.blocks, index, context.head);
  if (plan === null || index + plan.length > bodyFrom) return 1;
  head.planTitle = plan.title;
  head.planStartYear = plan.years?.start ?? null;
  head.planEndYear = plan.years?.end ?? null;
  for (let at = index; at < index + plan.length; at += 1) {
    const years = (headLineAt(context.blocks, at) ?? "").match(/(?<!\d)(?:\d{4}|\d{2})(?!\d)/g) ?? [];
    take(at, `${plan.title} ${plan.years === null ? "" : years.join(" ")}`);
  }
  return plan.length;
}

/** A plan's title without years is the head's only where no other line names the plan. */
function takeUndatedPlan(
  context: Context,
  head: PrintedHead,
  from: number,
  bodyFrom: number,
  skip: ReadonlySet<number>,
  take: Take,
): void {
  if (head.quarter === null && head.themeNumber === null) return;
  for (let index = from; index < bodyFrom; index += 1) {
    const line = skip.has(index) ? null : headLineAt(context.blocks, index);
    const title = line === null ? null : context.head.plan.undated(line);
    if (title === null || line === null) continue;
    head.planTitle = title;
    take(index, title);
    return;
  }
}

function takeLine(
  context: Context,
  head: PrintedHead,
  index: number,
  line: string,
  bodyFrom: number,
  take: Take,
): void {
  const set = <K extends keyof PrintedHead>(
    field: K,
    value: PrintedHead[K] | undefined,
    printed: string | null | undefined,
  ): boolean => {
    if (value === undefined || value === null || head[field] !== null) return false;
    head[field] = value;
    take(index, printed ?? String(value));
    return true;
  };
  const period = context.head.period.read(line);
  if (period !== null) {
    const { head: said, printed } = period;
    const sameTheme =
      said.themeNumber === undefined || head.themeNumber === null || said.themeNumber === head.themeNumber;
    set("themeNumber", said.themeNumber, printed.themeNumber);
    if (said.themeNumber !== undefined && sameTheme && head.themeTitle === null) {
      const title = themeTitle(context, index, said.themeTitle ?? null, bodyFrom);
      head.themeTitle = title?.text ?? null;
      for (const piece of title?.pieces ?? []) take(piece.block, piece.text);
    }
    // A line about another theme says nothing of this report's period.
    if (sameTheme) {
      // The label holds the quarter's printed words: they are taken once.
      if (set("quarter", said.quarter, said.periodLabel === undefined ? printed.quarter : "")) {
        set("periodLabel", said.periodLabel, printed.periodLabel);
        set("periodYear", said.periodYear, printed.periodYear);
      }
      set("publishedMonth", said.publishedMonth, printed.publishedMonth);
      set("version", said.version, printed.version);
    }
  }
  const month = context.head.month(line);
  set("publishedMonth", month?.iso, month?.printed);
  const version = context.head.version(line);
  set("version", version, version);
}

function takeRating(context: Context, head: PrintedHead, index: number, take: Take): void {
  const block = context.blocks[index];
  if (block === undefined) return;
  const text = unmarked(textOf(block));
  if (head.overallRating === null) {
    const rating = context.head.rating.rating(text);
    // "The overall rating is" may have its value on the next line.
    const next = context.blocks[index + 1];
    const wraps = rating === null && next?.kind === "line" && !next.gapBefore;
    const wrapped = wraps ? context.head.rating.rating(`${text} ${unmarked(next.text)}`) : null;
    const value =
      rating ??
      (wrapped !== null && context.head.rating.rating(unmarked(next?.kind === "line" ? next.text : "")) === null
        ? wrapped
        : null);
    if (value !== null) {
      head.overallRating = value;
      const [first = ""] = value.split(" ");
      const at = rating === null && !text.endsWith(first) ? index + 1 : index;
      head.ratingPlace = context.blocks[at]?.place ?? null;
      take(at, value);
    }
  }
  if (head.ratingBasis === null) {
    const basis = context.head.rating.basis(text);
    if (basis !== null) {
      head.ratingBasis = basis;
    }
  }
}
