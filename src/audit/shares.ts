/**
 * In: a report as the audit sees it. Out: every percentage that it states with the count and total it should follow from,
 * of statuses and of anything else, and whether a share that is stated by a limit ("less than 1%") can be true.
 */
import type { Limit } from "../model/printed.js";
import type { Deliverable } from "../schema/dataset.js";
import type { Rag, Source } from "../schema/values.js";
import { isPointAway, type PrintedPercent, percentOf } from "./percent.js";
import { countOf, quote, statement } from "./phrases.js";
import type { AuditView } from "./view.js";

const WHOLE_NUMBER = /^\d{1,3}$/;

export interface Share {
  readonly about: Source;
  readonly rag: Rag | null;
  readonly number: string | null;
  /** As messages name it: "2/5 (46%) green", or the printed words in quotation marks. */
  readonly text: string;
  readonly count: number;
  readonly total: number;
  /** "46", or "the 5 rows" where no total is stated. */
  readonly totalName: string;
  readonly percent: PrintedPercent;
  /** Null where count and percentage are both exact. */
  readonly limits: { readonly count: Limit; readonly percent: Limit } | null;
}

/** Before a figure in a message. */
export const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  exact: "",
  below: "less than ",
  "at-most": "at most ",
  above: "more than ",
  "at-least": "at least ",
};

/** Status statements first, then what the prose states, each in printed order. */
export function sharesOf({ statuses, rows, facts }: AuditView): Share[] {
  const shares: Share[] = [];
  const highest = highestBeyond(rows);
  for (const entry of statuses) {
    const { percent, stated, rag } = entry;
    const count = stated.stated_count;
    const total = stated.stated_total ?? (rows.length === 0 ? null : rows.length);
    if (percent === null || count === null || total === null) continue;
    // A row that a gap in the numbers leaves open may have been counted.
    if (stated.stated_total === null && count <= highest && !isPointAway(percent, count, highest)) continue;
    const totalName = stated.stated_total === null ? `the ${countOf(total, "row")}` : String(total);
    const text = `${statement(entry)} ${rag}`;
    shares.push({ about: stated, rag, number: null, text, count, total, totalName, percent, limits: null });
  }
  for (const { about, number, raw, count, countLimit, total, percent, percentLimit } of facts.claims) {
    const exact = countLimit === "exact" && percentLimit === "exact";
    const limits = exact ? null : { count: countLimit, percent: percentLimit };
    const text = quote(raw);
    const totalName = String(total);
    shares.push({ about, rag: null, number, text, count, total, totalName, percent: percentOf(percent), limits });
  }
  return shares;
}

/** The highest number that a row bears, where it is more than there are rows; 0 where it is not. */
export function highestBeyond(rows: readonly Deliverable[]): number {
  const highest = rows.reduce(
    (high, { number }) => Math.max(high, Number(WHOLE_NUMBER.exec(number ?? "")?.[0] ?? 0)),
    0,
  );
  return highest > rows.length ? highest : 0;
}

/**
 * Whether some count within the limit gives a percentage within the limit. An exact percentage is one that rounding half
 * up or cutting off gives; where both are limits, nothing is held against them. `total` is above 0.
 */
export function isBorneOut({ count, total, percent, limits }: Share): boolean {
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
