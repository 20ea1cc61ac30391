/**
 * In: the audit's view of a report. Out: every percentage the report states, about statuses or anything else, with the count
 * and total it should follow from; and whether a share stated as a limit ("less than 1%") can be true.
 */
import { givenByGap, totalThatGives } from "../model/judge-percent.js";
import { isReachable, type PrintedPercent, percentOf } from "../model/percent.js";
import type { Limit } from "../model/printed.js";
import { isExact, type RowsRead, totalRange } from "../model/rows-read.js";
import type { Rag, Source } from "../schema/values.js";
import { countOf, quote, statement } from "./phrases.js";
import type { AuditView, Claim, StatedStatus } from "./view.js";

export interface Share {
  readonly about: Source;
  readonly rag: Rag | null;
  readonly number: string | null;
  /** As quoted in messages: "2/5 (46%) green", or the printed words in quotation marks. */
  readonly text: string;
  readonly count: number;
  readonly total: number;
  /** "46", or "the 5 rows" if no total is stated. */
  readonly totalName: string;
  readonly percent: PrintedPercent;
  /** Null if count and percentage are both exact. */
  readonly limits: { readonly count: Limit; readonly percent: Limit } | null;
}

/** The words before a figure in a message. */
export const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  exact: "",
  below: "less than ",
  "at-most": "at most ",
  above: "more than ",
  "at-least": "at least ",
};

/** Shares of statuses first, then those from the prose, each in printed order. */
export function sharesOf({ statuses, read, facts }: AuditView): Share[] {
  const ofStatuses = statuses.flatMap((entry) => statusShare(entry, read) ?? []);
  return [...ofStatuses, ...facts.claims.map(claimShare)];
}

/** @returns null if the entry states no count or percentage, or its total is open: rows may be lost, or a number is missing */
function statusShare(entry: StatedStatus, read: RowsRead): Share | null {
  const { percent, stated, rag } = entry;
  const count = stated.stated_count ?? contradictingCount(entry, read);
  const total = stated.stated_total ?? (read.max === null ? null : read.rows.length - read.leftOut.rows.size);
  if (percent === null || count === null || total === null) return null;
  if (stated.stated_total === null && isOpen(percent, count, read)) return null;
  const totalName = stated.stated_total === null ? `the ${countOf(total, "row")}` : String(total);
  const text = `${statement(entry)} ${rag}`;
  return { about: stated, rag, number: null, text, count, total, totalName, percent, limits: null };
}

/** The number of rows of a status for which only a percentage is stated, where they contradict it and another number would not. */
function contradictingCount({ stated, percent }: StatedStatus, read: RowsRead): number | null {
  if (
    percent === null ||
    stated.percent_verdict !== "contradicted" ||
    !isReachable(percent, read.rows.length - read.leftOut.rows.size)
  )
    return null;
  return stated.counted_min === stated.counted_max ? stated.counted_min : null;
}

/** Whether a count is the percentage of a number of rows that the report may have, while it is not certain how many it has. */
function isOpen(percent: PrintedPercent, count: number, read: RowsRead): boolean {
  if (givenByGap(percent, count, read.rows)) return true;
  return !isExact(totalRange(read)) && totalThatGives(percent, count, read) !== null;
}

function claimShare({ about, number, raw, count, countLimit, total, percent, percentLimit }: Claim): Share {
  const isExact = countLimit === "exact" && percentLimit === "exact";
  const limits = isExact ? null : { count: countLimit, percent: percentLimit };
  const names = { text: quote(raw), totalName: String(total) };
  return { about, rag: null, number, ...names, count, total, percent: percentOf(percent), limits };
}

/**
 * Whether some count within its limit gives a percentage within its limit. An exact percentage may be rounded half up or
 * truncated. If count and percentage are both limits, the share counts as possible. `total` is above 0.
 */
export function isPossible({ count, total, percent, limits }: Share): boolean {
  if (limits === null || (limits.count !== "exact" && limits.percent !== "exact")) return true;
  const { scaled, scale } = percent;
  if (limits.count === "exact") return within(100 * count * scale, limits.percent, scaled * total);
  const smallest = Math.max(0, Math.ceil(((2 * scaled - 1) * total) / (200 * scale)));
  const largest = Math.min(total, Math.ceil(((scaled + 1) * total) / (100 * scale)) - 1);
  if (smallest > largest) return false;
  return within(limits.count === "below" || limits.count === "at-most" ? smallest : largest, limits.count, count);
}

/** Whether a figure lies within a limit. */
export function within(figure: number, limit: Limit, bound: number): boolean {
  if (limit === "below") return figure < bound;
  if (limit === "at-most") return figure <= bound;
  if (limit === "above") return figure > bound;
  return limit === "at-least" ? figure >= bound : figure === bound;
}
