/**
 * Reads a report's head: the blocks before its table or list of deliverables. In: a span of blocks. Out: what they say
 * of the report; the ledger is told which words a field took. A field once set stays, as the first mention is the head's.
 */
import type { PrintedHeader } from "../../model/printed.js";
import type { Context } from "../context.js";
import { plainLineAt } from "../plain-lines.js";
import { itemsInTables } from "../rows-in-tables.js";
import { firstTypedHead } from "../typed-list.js";
import { type FoundPlan, planAt } from "./find-plan.js";
import { emptyHeader } from "./header-reader.js";
import type { ReportMonth } from "./plan-title.js";
import { readRating, type Take } from "./rating-lines.js";
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
export function readHeader(context: Context, from: number, bodyFrom: number, skip: Set<number>): PrintedHeader {
  const header = emptyHeader();
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
    const plan = readPlan(context, header, index, bodyFrom, take);
    if (plan?.month !== undefined) ofPlan = { index, month: plan.month };
    const line = plainLineAt(context.blocks, index);
    if (line !== null) readLine(context, header, index, line, bodyFrom, take);
    readRating(context, header, index, take);
    if (plan !== null) index += plan.length - 1;
  }
  // The month beside the plan's title is the report's where nothing says when it was published.
  if (ofPlan !== null && header.publishedMonth === null) {
    header.publishedMonth = ofPlan.month.iso;
    take(ofPlan.index, ofPlan.month.printed);
  }
  if (header.planTitle === null)
    readUndatedPlan(context, header, from, bodyFrom, (index) => !skip.has(index) || own.has(index), take);
  return header;
}

function readPlan(
  context: Context,
  header: PrintedHeader,
  index: number,
  bodyFrom: number,
  take: Take,
): FoundPlan | null {
  if (header.planTitle !== null) return null;
  const plan = planAt(context.blocks, index, context.header);
  if (plan === null || index + plan.length > bodyFrom) return null;
  header.planTitle = plan.title;
  header.planStartYear = plan.years?.start ?? null;
  header.planEndYear = plan.years?.end ?? null;
  for (let at = index; at < index + plan.length; at += 1) {
    const years = (plainLineAt(context.blocks, at) ?? "").match(/(?<!\d)(?:\d{4}|\d{2})(?!\d)/g) ?? [];
    take(at, `${plan.title} ${plan.years === null ? "" : years.join(" ")}`);
  }
  return plan;
}

/** A plan's title without years is the head's only where no other line names the plan. */
function readUndatedPlan(
  context: Context,
  header: PrintedHeader,
  from: number,
  bodyFrom: number,
  isInHeader: (index: number) => boolean,
  take: Take,
): void {
  if (header.quarter === null && header.themeNumber === null && header.publishedMonth === null) return;
  for (let index = from; index < bodyFrom; index += 1) {
    const line = isInHeader(index) ? plainLineAt(context.blocks, index) : null;
    const title = line === null ? null : context.header.plan.undated(line);
    // "Theme One: Road Safety Strategy" names the theme.
    if (title === null || context.header.period.read(line ?? "")?.fields.themeNumber !== undefined) continue;
    header.planTitle = title;
    take(index, title);
    return;
  }
}

function readLine(
  context: Context,
  header: PrintedHeader,
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
    if (value === undefined || value === null || header[field] !== null) return false;
    header[field] = value;
    take(index, printed ?? String(value));
    return true;
  };
  const period = context.header.period.read(line);
  if (period !== null) {
    const { fields: said, printed } = period;
    const sameTheme =
      said.themeNumber === undefined || header.themeNumber === null || said.themeNumber === header.themeNumber;
    set("themeNumber", said.themeNumber, printed.themeNumber);
    if (said.themeNumber !== undefined && sameTheme && header.themeTitle === null) {
      const title = themeTitle(context, index, said.themeTitle ?? null, bodyFrom);
      header.themeTitle = title?.text ?? null;
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
  const month = context.header.month(line);
  set("publishedMonth", month?.iso, month?.printed);
  const version = context.header.version(line);
  set("version", version, version);
}
