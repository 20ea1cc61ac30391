/**
 * Compares what a report states of a status with its rows. In: the count, total and percentage stated, the rows, and whether pages
 * that rows may be on could not be read. Out: how many rows have the status, and whether they support each part and the whole.
 */

import type { StatedCount } from "../schema/dataset.js";
import type { Verdict } from "../schema/values.js";
import { judgePercent } from "./judge-percent.js";
import type { RowCount, Stated } from "./row-count.js";
import { countsOfStatus, nameOfCount } from "./shared-status.js";

type Counted = Pick<
  StatedCount,
  | "counted_min"
  | "counted_max"
  | "counted_total"
  | "counted_percent"
  | "verdict"
  | "count_verdict"
  | "total_verdict"
  | "percent_verdict"
>;

/** @param all what the report states; a status under several names is compared with the sum of its counts */
export function countRows(
  stated: Stated,
  all: readonly Stated[],
  rows: RowCount["rows"],
  hasUnreadPages: boolean,
): Counted {
  const { rag } = stated;
  const min = rag === null ? 0 : rows.filter((row) => row.rag === rag).length;
  const max = min + rows.filter((row) => row.rag === null).length;
  const name = nameOfCount(stated);
  const others = rag === null ? [] : countsOfStatus(stated, all).filter((one) => nameOfCount(one) !== name);
  const counted = { min, max, others: sumOf(others), rows, hasUnreadPages };
  const parts = {
    count_verdict: judgeCount(stated, counted),
    total_verdict: judgeTotal(stated, counted),
    percent_verdict: judgePercent(stated, counted),
  };
  return {
    counted_min: min,
    counted_max: max,
    counted_total: rows.length,
    counted_percent: rows.length === 0 ? null : Math.round((min / rows.length) * 1000) / 10,
    verdict: worstOf(Object.values(parts)),
    ...parts,
  };
}

/** The sum of counts; null where one of them is not stated. */
function sumOf(counts: readonly Stated[]): number | null {
  let sum = 0;
  for (const { stated_count } of counts) {
    if (stated_count === null) return null;
    sum += stated_count;
  }
  return sum;
}

function judgeCount(
  { rag, stated_count }: Stated,
  { min, max, others, rows, hasUnreadPages }: RowCount,
): Verdict | null {
  if (stated_count === null) return null;
  if (others === null || rag === null || rows.length === 0) return "undetermined";
  const sum = stated_count + others;
  // Rows on an unread page can only add to a count.
  if (hasUnreadPages && sum >= min) return "undetermined";
  if (sum < min || sum > max) return "contradicted";
  return min === max ? "confirmed" : "undetermined";
}

function judgeTotal({ rag, stated_count, stated_total }: Stated, { rows, hasUnreadPages }: RowCount): Verdict | null {
  if (stated_total === null) return null;
  if (rows.length === 0) return stated_count !== null && stated_count > stated_total ? "contradicted" : "undetermined";
  // A count of something else than a status is out of something else than the rows.
  if (rag === null || (hasUnreadPages && stated_total >= rows.length)) return "undetermined";
  return stated_total === rows.length ? "confirmed" : "contradicted";
}

/** The worst verdict of the parts that are stated: the whole is confirmed only if all of them are. */
function worstOf(parts: readonly (Verdict | null)[]): Verdict {
  if (parts.includes("contradicted")) return "contradicted";
  return parts.includes("undetermined") || !parts.includes("confirmed") ? "undetermined" : "confirmed";
}
