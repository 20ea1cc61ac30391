/**
 * Compares what a report states of a status with its rows. In: the count, total and percentage stated, and the rows as they were read.
 * Out: how many rows have the status, and whether they support each part and the whole.
 */

import type { StatedCount } from "../schema/dataset.js";
import type { Verdict } from "../schema/values.js";
import { judgePercent } from "./judge-percent.js";
import type { RowCount, Stated } from "./row-count.js";
import { isExact, isWithin, type Range, type RowsRead, statusRange, totalRange } from "./rows-read.js";
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

const NONE: Range = { min: 0, max: 0 };

/** @param all what the report states; a status under several names is compared with the sum of its counts */
export function countRows(stated: Stated, all: readonly Stated[], read: RowsRead): Counted {
  const { rag } = stated;
  const { rows } = read;
  const range = rag === null ? NONE : statusRange(rag, read);
  const having = rag === null ? 0 : rows.filter((row) => row.rag === rag).length;
  const name = nameOfCount(stated);
  const others = rag === null ? [] : countsOfStatus(stated, all).filter((one) => nameOfCount(one) !== name);
  const counted = { range, others: sumOf(others), read };
  const parts = {
    count_verdict: judgeCount(stated, counted),
    total_verdict: judgeTotal(stated, read),
    percent_verdict: judgePercent(stated, counted),
  };
  return {
    counted_min: range.min,
    counted_max: range.max,
    counted_total: rows.length,
    counted_percent: rows.length === 0 ? null : Math.round((having / rows.length) * 1000) / 10,
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

function judgeCount({ rag, stated_count }: Stated, { range, others, read }: RowCount): Verdict | null {
  if (stated_count === null) return null;
  if (others === null || rag === null || read.rows.length === 0) return "undetermined";
  return judge(stated_count + others, range);
}

function judgeTotal({ rag, stated_count, stated_total }: Stated, read: RowsRead): Verdict | null {
  if (stated_total === null) return null;
  if (read.rows.length === 0)
    return stated_count !== null && stated_count > stated_total ? "contradicted" : "undetermined";
  // A count of something else than a status is out of something else than the rows.
  return rag === null ? "undetermined" : judge(stated_total, totalRange(read));
}

function judge(figure: number, range: Range): Verdict {
  if (!isWithin(figure, range)) return "contradicted";
  return isExact(range) ? "confirmed" : "undetermined";
}

/** The worst verdict of the parts that are stated: the whole is confirmed only if all of them are. */
export function worstOf(parts: readonly (Verdict | null)[]): Verdict {
  if (parts.includes("contradicted")) return "contradicted";
  return parts.includes("undetermined") || !parts.includes("confirmed") ? "undetermined" : "confirmed";
}
