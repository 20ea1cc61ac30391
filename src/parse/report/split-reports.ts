/**
 * Where reports begin. In: a document's blocks. Out: the spans that may each hold one report. A file may hold several, or
 * text before and between them: a report begins at the line that names its plan, or its theme and quarter, when the rest of
 * a header, a status key or a table of deliverables follows soon.
 */
import { labelOf } from "../../language/labels.js";
import type { Context } from "../context.js";
import { type FoundPlan, planAt } from "../header/find-plan.js";
import { isNamed, isTitleLike } from "../header/plan-title.js";
import { plainLineAt } from "../plain-lines.js";
import { type HeaderPeriod, type Lookahead, lookAhead, NO_PERIOD, periodIn, periodsAgree } from "./header-lookahead.js";

/** Lines above the plan's name that may belong to its header: "APPENDIX A", an authority's name. */
const ABOVE = 4;
const APPENDIX = /^(?:appendix|annexe?|item|agenda item|enclosure|attachment|schedule)\b.{0,40}$/i;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What distinguishes one report of a file from the next. */
interface Identity {
  readonly plan: string | null;
  readonly period: HeaderPeriod;
  readonly publishedMonth: string | null;
  /** Label or title that its first row begins with. */
  readonly firstCell: string | null;
}

/** A line that names a plan, or a theme and a quarter. */
interface Candidate {
  readonly plan: FoundPlan | null;
  readonly period: HeaderPeriod;
}

/** The spans of blocks that may each hold one report, in order. */
export function splitReports(context: Context, furniture: ReadonlySet<number>): Span[] {
  const { blocks } = context;
  const starts: number[] = [];
  let current: Identity = { plan: null, period: NO_PERIOD, publishedMonth: null, firstCell: null };
  let headerEnd = -1;
  for (let index = 0; index < blocks.length; index += 1) {
    if (index <= headerEnd || furniture.has(index)) continue;
    const candidate = candidateAt(context, index);
    if (candidate === null) continue;
    const { plan } = candidate;
    const length = plan?.length ?? 1;
    const following = lookAhead(context, index + length, candidate.period, furniture);
    const found: Identity = {
      plan: plan === null ? null : `${plan.title.toLowerCase()} ${plan.years?.start} ${plan.years?.end}`,
      period: following.period,
      publishedMonth: following.publishedMonth,
      firstCell: following.firstCell,
    };
    if (!beginsReport(found, current, following, starts.length > 0)) continue;
    starts.push(withLinesAbove(context, index, starts.at(-1) ?? 0, starts.length === 0));
    current = { ...found, plan: found.plan ?? current.plan };
    headerEnd = index + length - 1 + following.headerLength;
  }
  if (starts.length === 0) return [{ from: 0, to: blocks.length }];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? blocks.length }));
}

function candidateAt(context: Context, index: number): Candidate | null {
  const line = plainLineAt(context.blocks, index);
  if (line === null || line === "") return null;
  const plan = planAt(context.blocks, index, context.header);
  const period = periodIn(context, line) ?? NO_PERIOD;
  return plan === null && (period.quarter === null || period.theme === null) ? null : { plan, period };
}

function beginsReport(found: Identity, current: Identity, following: Lookahead, isLater: boolean): boolean {
  const dated = following.period.quarter !== null;
  if (!following.hasStatusKey && !following.hasTable && !dated) return false;
  if (!isLater) return true;
  if (following.hasTable && found.plan !== null && found.plan === current.plan && startsAgain(found, current))
    return true;
  // The same header again is a running title, unless a status key and the first row follow it.
  if ((found.plan ?? current.plan) === current.plan && periodsAgree(found.period, current.period))
    return following.hasStatusKey && following.firstNumber === 1;
  // A title within a report, such as a strategy that an update names, has neither a period nor a first row.
  if (following.hasStatusKey || following.firstNumber === 1) return true;
  return found.plan !== null && (dated || (following.hasTable && beginsSeries(following.firstCell)));
}

/** "N1", "REC-01": the first label of a series, as another report's table begins with. */
const beginsSeries = (label: string | null): boolean => /^\p{L}{1,5}[-\s./]?0{0,2}1$/u.test(label?.trim() ?? "");

/** Whether a plan's title stands above another month, or above the first row once more: its later pages have neither. */
function startsAgain(found: Identity, current: Identity): boolean {
  const [month, before] = [found.publishedMonth, current.publishedMonth];
  if (month !== null && before !== null && month !== before) return true;
  return found.firstCell !== null && found.firstCell === current.firstCell;
}

/** First of the titles above the plan's name that a gap or a page break separates from the report before. */
function withLinesAbove(context: Context, index: number, floor: number, isFirst: boolean): number {
  let from = index;
  for (let above = index - 1; above >= Math.max(floor, index - ABOVE); above -= 1) {
    const block = context.blocks[above];
    const line = plainLineAt(context.blocks, above);
    if (block === undefined || line === null) break;
    if (APPENDIX.test(line)) from = above;
    const begins = block.gapBefore || block.pageStart || above === 0;
    if (!isTitleLike(line) || !isNamed(line) || line.split(" ").length > 12) break;
    if (begins && (isFirst || !isRowText(context, line))) from = above;
  }
  return from;
}

const isRowText = (context: Context, line: string): boolean =>
  context.status.read(line) !== null || context.column(line) !== null || labelOf(line) !== null;
