/**
 * Compares a stated count with the rows of its report. In: the count, the rows, and whether pages that rows may be on could not be
 * read. Out: how many rows have the status, and whether they support the count.
 */
import { countsOfStatus } from "../model/shared-status.js";
import type { StatedCount } from "../schema/dataset.js";
import type { Rag } from "../schema/values.js";

type Stated = Pick<StatedCount, "rag" | "label" | "stated_count" | "stated_total" | "stated_percent">;
type Counted = Pick<StatedCount, "counted_min" | "counted_max" | "counted_total" | "counted_percent" | "verdict">;

/** @param all what the report states; a status under several names is compared with the sum of its counts */
export function countRows(
  stated: Stated,
  all: readonly Stated[],
  rows: readonly { readonly rag: Rag | null }[],
  hasUnreadPages: boolean,
): Counted {
  const { rag } = stated;
  const count = sumOf(rag === null ? [stated] : countsOfStatus(stated, all));
  const counted_min = rag === null ? 0 : rows.filter((row) => row.rag === rag).length;
  const unreadable = rows.filter((row) => row.rag === null).length;
  const counted_max = counted_min + unreadable;
  const inside = count !== null && rag !== null && count >= counted_min && count <= counted_max;
  // In a report without rows, such as a summary, the count can be compared only with its own total and percentage.
  const refuted = rows.length === 0 && !agrees(stated);
  // Rows on an unread page can only add to a count.
  const isOpen = hasUnreadPages && count !== null && count >= counted_min;
  const undetermined = count === null || rag === null || rows.length === 0 || isOpen || (inside && unreadable > 0);
  return {
    counted_min,
    counted_max,
    counted_total: rows.length,
    counted_percent: rows.length === 0 ? null : Math.round((counted_min / rows.length) * 1000) / 10,
    verdict: refuted ? "contradicted" : undetermined ? "undetermined" : inside ? "confirmed" : "contradicted",
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

/** Whether a percentage differs by less than one point from its count and total; true where one of the three is not stated. */
function agrees({ stated_count: count, stated_total: total, stated_percent: percent }: Stated): boolean {
  if (count === null || total === null) return true;
  if (percent === null) return count <= total;
  if (total === 0) return count === 0 && percent === 0;
  return Math.abs(percent * total - 100 * count) < total - Number.EPSILON * total * 100;
}
