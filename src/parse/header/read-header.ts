/**
 * Reads a report's head: the blocks before its table or list of deliverables. In: a span of blocks. Out: what they say
 * of the report; the ledger is told which words a field took. A field once set stays, as the first mention is the head's.
 */
import type { PrintedHeader } from "../../model/printed.js";
import type { Context } from "../context.js";
import { itemsInTables } from "../rows-in-tables.js";
import { firstTypedHead } from "../typed-list.js";
import { emptyHead } from "./header.js";
import { type FoundPlan, headLineAt, planAt } from "./header-lines.js";
import type { ReportMonth } from "./plan-title.js";
import { type Take, takeRating } from "./rating-lines.js";
import { themeTitle } from "./theme-title.js";

/** The first block of the table or list of deliverables: what stands before it is head and key. */
export function findBody(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return index;
  const list = firstTypedHead(context, from, to, skip);
  if (list !== null) return list;
  const first = itemsInTables(context, from, to, skip).find((item) => item.kind === "head");
  return first?.block ?? to;
}

/** Reads the head in blocks `from` to `bodyFrom` (exclusive); blocks that it takes are added to `skip`. */
export function readHead(context: Context, from: number, bodyFrom: number, skip: Set<number>): PrintedHeader {
  const head = emptyHead();
  const own = new Set<number>();
  const take: Take = (index, text) => {
    context.ledger.take(index, text);
    own.add(index);
    context.ledger.setRestAside(index, "head");
    skip.add(index);
  };
  let ofPlan: { readonly index: number; readonly month: ReportMonth } | null = null;
  for (let index = from; index < bodyFrom; index += 1) {
    if (skip.has(index)) continue;
    const plan = takePlan(context, head, index, bodyFrom, take);
    if (plan?.month !== undefined) ofPlan = { index, month: plan.month };
    const line = headLineAt(context.blocks, index);
    if (line !== null) takeLine(context, head, index, line, bodyFrom, take);
    takeRating(context, head, index, take);
    if (plan !== null) index += plan.length - 1;
  }
  // The month beside the plan's title is the report's where nothing says when it was published.
  if (ofPlan !== null && head.publishedMonth === null) {
    head.publishedMonth = ofPlan.month.iso;
    take(ofPlan.index, ofPlan.month.printed);
  }
  if (head.planTitle === null)
    takeUndatedPlan(context, head, from, bodyFrom, (index) => !skip.has(index) || own.has(index), take);
  return head;
}

function takePlan(
  context: Context,
  head: PrintedHeader,
  index: number,
  bodyFrom: number,
  take: Take,
): FoundPlan | null {
  if (head.planTitle !== null) return null;
  const plan = planAt(context.blocks, index, context.head);
  if (plan === null || index + plan.length > bodyFrom) return null;
  head.planTitle = plan.title;
  head.planStartYear = plan.years?.start ?? null;
  head.planEndYear = plan.years?.end ?? null;
  for (let at = index; at < index + plan.length; at += 1) {
    const years = (headLineAt(context.blocks, at) ?? "").match(/(?<!\d)(?:\d{4}|\d{2})(?!\d)/g) ?? [];
    take(at, `${plan.title} ${plan.years === null ? "" : years.join(" ")}`);
  }
  return plan;
}

/** A plan's title without years is the head's only where no other line names the plan. */
function takeUndatedPlan(
  context: Context,
  head: PrintedHeader,
  from: number,
  bodyFrom: number,
  isHead: (index: number) => boolean,
  take: Take,
): void {
  if (head.quarter === null && head.themeNumber === null && head.publishedMonth === null) return;
  for (let index = from; index < bodyFrom; index += 1) {
    const line = isHead(index) ? headLineAt(context.blocks, index) : null;
    const title = line === null ? null : context.head.plan.undated(line);
    // "Theme One: Road Safety Strategy" names the theme.
    if (title === null || context.head.period.read(line ?? "")?.head.themeNumber !== undefined) continue;
    head.planTitle = title;
    take(index, title);
    return;
  }
}

function takeLine(
  context: Context,
  head: PrintedHeader,
  index: number,
  line: string,
  bodyFrom: number,
  take: Take,
): void {
  const set = <K extends keyof PrintedHeader>(
    field: K,
    value: PrintedHeader[K] | undefined,
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
