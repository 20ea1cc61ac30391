/**
 * Whether a stated percentage is right. In: the count, total and percentage stated of a status, and the report's rows. Out: whether
 * the figures beside it and the rows support it; null where none is stated. A percentage may be rounded in any way.
 */
import type { Verdict } from "../schema/values.js";
import { isPointAway, isReachable, type PrintedPercent, readPercent } from "./percent.js";
import type { RowCount, Stated } from "./row-count.js";

const WHOLE_NUMBER = /^\d{1,3}$/;

type Numbered = readonly { readonly number: string | null }[];

export function judgePercent(stated: Stated, counted: RowCount): Verdict | null {
  const percent = readPercent(stated);
  if (percent === null) return null;
  const { rows, hasUnreadPages } = counted;
  // Of something else than a status, only a statement without rows to compare it with is known to be about its own figures.
  if (stated.rag === null && rows.length > 0) return "undetermined";
  if (!agreesWithFigures(percent, stated, counted)) return "contradicted";
  if (stated.rag === null) return "undetermined";
  if (impossibleTotal(percent, stated.stated_total, rows, hasUnreadPages) !== null) return "contradicted";
  if (rows.length === 0 || hasUnreadPages) return "undetermined";
  return fromRows(percent, stated, counted);
}

/** Whether the count and total stated beside a percentage give it; the rows are the total where none is stated. */
function agreesWithFigures(
  percent: PrintedPercent,
  { stated_count: count, stated_total }: Stated,
  { rows, hasUnreadPages }: RowCount,
): boolean {
  const total = stated_total ?? (hasUnreadPages || rows.length === 0 ? null : rows.length);
  if (count === null || total === null) return true;
  if (total === 0) return count === 0 && percent.scaled === 0;
  return !isPointAway(percent, count, total) || (stated_total === null && givenByGap(percent, count, rows));
}

/** Whether the rows of a status, out of all, give the percentage: whatever the unreadable ones are, for some of them, or never. */
function fromRows(percent: PrintedPercent, stated: Stated, { min, max, others, rows }: RowCount): Verdict {
  // Of a status with several names, the rows that the other names do not count are this one's.
  if (others === null) return "undetermined";
  let given = 0;
  for (let count = min; count <= max; count++) if (!isPointAway(percent, count - others, rows.length)) given++;
  if (given === max - min + 1) return "confirmed";
  const isOpen = given > 0 || (stated.stated_total === null && highestNumberAboveCount(rows) > 0);
  return isOpen ? "undetermined" : "contradicted";
}

/**
 * The total of which no count gives the percentage: the rows, or the stated total where rows are missing; null if one does.
 * A gap in the row numbers leaves the total open.
 */
export function impossibleTotal(
  percent: PrintedPercent,
  statedTotal: number | null,
  rows: Numbered,
  hasUnreadPages: boolean,
): number | null {
  const total = rows.length > 0 && !hasUnreadPages ? rows.length : statedTotal;
  if (total === null || total === 0 || isReachable(percent, total)) return null;
  const beyond = statedTotal === null ? highestNumberAboveCount(rows) : 0;
  return beyond > 0 && isReachable(percent, beyond) ? null : total;
}

/** Whether the report may have counted a row whose number is missing among its rows. */
export function givenByGap(percent: PrintedPercent, count: number, rows: Numbered): boolean {
  const highest = highestNumberAboveCount(rows);
  return count <= highest && !isPointAway(percent, count, highest);
}

/** The highest row number if it is greater than the number of rows, else 0. */
function highestNumberAboveCount(rows: Numbered): number {
  const highest = rows.reduce(
    (high, { number }) => Math.max(high, Number(WHOLE_NUMBER.exec(number ?? "")?.[0] ?? 0)),
    0,
  );
  return highest > rows.length ? highest : 0;
}
