/**
 * Reads a report's header: the blocks before its table or list of deliverables. In: a span of blocks. Out: what they state
 * of the report; null for a field that no block states.
 */
import type { Context } from "../context.js";
import { Uses } from "../ledger.js";
import { plainLineAt } from "../plain-lines.js";
import { itemsInTables } from "../rows-in-tables.js";
import { type FoundPlan, planAt } from "./find-plan.js";
import { HeaderDraft } from "./header-draft.js";
import type { PeriodLine } from "./period-line.js";
import type { ReportMonth } from "./plan-title.js";
import { readRating } from "./read-rating.js";
import { themeTitle } from "./theme-title.js";

/** The first block of the table or list of deliverables: the header and the status key are before it. */
export function findBody(context: Context, from: number, to: number, skip: ReadonlySet<number>): number {
  for (let index = from; index < to; index += 1) if (context.headings.has(index)) return index;
  const trial = { ...context, ledger: new Uses() };
  const first = itemsInTables(trial, from, to, skip).find((item) => item.kind === "head");
  return first?.block ?? to;
}

/** A report's header, with what it uses and the blocks that hold it. */
export type ReadHeader = Pick<HeaderDraft, "header" | "uses" | "blocks">;

/**
 * Reads the header in blocks `from` to `bodyFrom` (exclusive).
 * @param skip blocks that nothing is read from
 * @param sectionFrom the first heading of one of several themes, which is about some of the rows alone
 */
export function readHeader(
  context: Context,
  from: number,
  bodyFrom: number,
  skip: ReadonlySet<number>,
  sectionFrom = bodyFrom,
): ReadHeader {
  const draft = new HeaderDraft(context, bodyFrom, skip);
  const { header } = draft;
  let ofPlan: FoundMonth | null = null;
  let ofOccasion: FoundMonth | null = null;
  for (let index = from; index < bodyFrom; index += 1) {
    if (!draft.isUnread(index)) continue;
    const plan = readPlan(draft, index);
    if (plan?.month !== undefined) ofPlan = { index, month: plan.month };
    const line = plainLineAt(context.blocks, index);
    if (line !== null) readLine(draft, index, line, index < sectionFrom);
    ofOccasion ??= monthOfOccasion(draft, index, line);
    readRating(draft, index);
    if (plan !== null) index += plan.length - 1;
  }
  // The month beside the plan's title, or beside those who receive the report, is its own where no line says when it was published.
  if (ofPlan !== null) setMonth(draft, ofPlan);
  header.isMonthOfOccasion = ofOccasion !== null && setMonth(draft, ofOccasion);
  if (header.planTitle === null) readUndatedPlan(draft, from);
  return draft;
}

interface FoundMonth {
  readonly index: number;
  readonly month: ReportMonth;
}

const setMonth = (draft: HeaderDraft, { index, month }: FoundMonth): boolean =>
  draft.set(index, "publishedMonth", month.iso, month.printed);

function monthOfOccasion({ context }: HeaderDraft, index: number, line: string | null): FoundMonth | null {
  const month = line === null ? null : context.header.monthOfOccasion(line);
  return month === null ? null : { index, month };
}

function readPlan(draft: HeaderDraft, index: number): FoundPlan | null {
  const { header, context } = draft;
  if (header.planTitle !== null) return null;
  const plan = planAt(context.blocks, index, context.header);
  if (plan === null || index + plan.length > draft.end) return null;
  header.planTitle = plan.title;
  header.planStartYear = plan.years?.start ?? null;
  header.planEndYear = plan.years?.end ?? null;
  for (let at = index; at < index + plan.length; at += 1) {
    const years = (plainLineAt(context.blocks, at) ?? "").match(/(?<!\d)(?:\d{4}|\d{2})(?!\d)/g) ?? [];
    draft.take(at, `${plan.title} ${plan.years === null ? "" : years.join(" ")}`);
  }
  return plan;
}

/** A plan's title without years belongs to the header only where no other line names the plan. */
function readUndatedPlan(draft: HeaderDraft, from: number): void {
  const { header, context } = draft;
  if (header.quarter === null && header.themeNumber === null && header.publishedMonth === null) return;
  for (let index = from; index < draft.end; index += 1) {
    const line = draft.holds(index) ? plainLineAt(context.blocks, index) : null;
    const title = line === null ? null : context.header.plan.undated(line);
    // "Theme One: Road Safety Strategy" names the theme.
    if (title === null || context.header.period.read(line ?? "")?.fields.themeNumber !== undefined) continue;
    draft.set(index, "planTitle", title, title);
    return;
  }
}

function readLine(draft: HeaderDraft, index: number, line: string, isOfWhole: boolean): void {
  const { context } = draft;
  const period = isOfWhole ? context.header.period.read(line) : null;
  if (period !== null) readPeriod(draft, index, period);
  const month = context.header.month(line);
  draft.set(index, "publishedMonth", month?.iso, month?.printed);
  const version = context.header.version(line);
  draft.set(index, "version", version, version);
}

function readPeriod(draft: HeaderDraft, index: number, { fields, printed }: PeriodLine): void {
  const { header } = draft;
  const isSameTheme =
    fields.themeNumber === undefined || header.themeNumber === null || fields.themeNumber === header.themeNumber;
  draft.set(index, "themeNumber", fields.themeNumber, printed.themeNumber);
  // A line about another theme says nothing of this report's period.
  if (!isSameTheme) return;
  if (fields.themeNumber !== undefined) readThemeTitle(draft, index, fields.themeTitle ?? null);
  // The label includes the quarter's printed words: they are taken once.
  const quarterWords = fields.periodLabel === undefined ? printed.quarter : "";
  if (draft.set(index, "quarter", fields.quarter, quarterWords)) {
    draft.set(index, "periodLabel", fields.periodLabel, printed.periodLabel);
    draft.set(index, "periodYear", fields.periodYear, printed.periodYear);
  }
  draft.set(index, "publishedMonth", fields.publishedMonth, printed.publishedMonth);
  draft.set(index, "version", fields.version, printed.version);
}

function readThemeTitle(draft: HeaderDraft, index: number, printed: string | null): void {
  if (draft.header.themeTitle !== null) return;
  const title = themeTitle(draft.context, index, printed, draft.end);
  draft.header.themeTitle = title?.text ?? null;
  for (const piece of title?.pieces ?? []) draft.take(piece.block, piece.text);
}
