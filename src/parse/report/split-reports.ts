/**
 * Where reports begin. A file may hold several, or text before and between them: a report begins at the line that
 * names its plan or its theme and quarter, when the rest of a head, a key or a table of deliverables comes soon after.
 */
import { labelOf } from "../../language/labels.js";
import type { Context } from "../context.js";
import { headLineAt, planAt } from "../header/header-lines.js";
import { isNamed, isTitleLike } from "../header/plan-title.js";
import { agree, type Follow, lookAhead, NO_PERIOD, type Period, periodIn } from "./header-lookahead.js";

/** Lines above the plan's name that may belong to its head: "APPENDIX A", an authority's name. */
const ABOVE = 4;
const APPENDIX = /^(?:appendix|annexe?|item|agenda item|enclosure|attachment|schedule)\b.{0,40}$/i;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What tells one report of a file from the next. */
interface Identity {
  readonly plan: string | null;
  readonly period: Period;
}

/** The spans of blocks that may each hold one report, in order. */
export function splitReports(context: Context, furniture: ReadonlySet<number>): Span[] {
  const { blocks } = context;
  const starts: number[] = [];
  let current: Identity = { plan: null, period: NO_PERIOD };
  let quiet = -1;
  for (let index = 0; index < blocks.length; index += 1) {
    if (index <= quiet || furniture.has(index)) continue;
    const line = headLineAt(blocks, index);
    if (line === null || line === "") continue;
    const plan = planAt(blocks, index, context.head);
    const stated = periodIn(context, line);
    if (plan === null && (stated?.quarter ?? null) === null) continue;
    if (plan === null && (stated?.theme ?? null) === null) continue;
    const length = plan?.length ?? 1;
    const follow = lookAhead(context, index + length, stated ?? NO_PERIOD, furniture);
    const found: Identity = {
      plan: plan === null ? null : `${plan.title.toLowerCase()} ${plan.years?.start} ${plan.years?.end}`,
      period: follow.period,
    };
    if (!begins(found, current, follow, starts.length > 0)) continue;
    starts.push(withLinesAbove(context, index, starts.at(-1) ?? 0, starts.length === 0));
    current = { plan: found.plan ?? current.plan, period: found.period };
    quiet = index + length - 1 + follow.headLength;
  }
  if (starts.length === 0) return [{ from: 0, to: blocks.length }];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? blocks.length }));
}

function begins(found: Identity, current: Identity, follow: Follow, later: boolean): boolean {
  const dated = follow.period.quarter !== null;
  if (!follow.key && !follow.table && !dated) return false;
  if (!later) return true;
  // The same head again is a running title, unless a key and the first row come under it.
  if ((found.plan ?? current.plan) === current.plan && agree(found.period, current.period))
    return follow.key && follow.firstNumber === 1;
  // A title within a report, such as a strategy that an update names, has neither a period nor a first row.
  return follow.key || follow.firstNumber === 1 || (dated && found.plan !== null);
}

/** Titles above the plan's name that a gap or a page parts from the report before. */
function withLinesAbove(context: Context, index: number, floor: number, first: boolean): number {
  let from = index;
  for (let above = index - 1; above >= Math.max(floor, index - ABOVE); above -= 1) {
    const block = context.blocks[above];
    const line = headLineAt(context.blocks, above);
    if (block === undefined || line === null) break;
    if (APPENDIX.test(line)) from = above;
    const begins = block.gapBefore || block.pageStart || above === 0;
    if (!isTitleLike(line) || !isNamed(line) || line.split(" ").length > 12) break;
    if (begins && (first || !isRowText(context, line))) from = above;
  }
  return from;
}

const isRowText = (context: Context, line: string): boolean =>
  context.status.read(line) !== null || context.column(line) !== null || labelOf(line) !== null;
