/**
 * Whether a stated percentage is right. In: the count, total and percentage stated of a status, and the report's rows. Out: whether
 * the figures beside it and the rows support it; null where none is stated. A percentage may be rounded in any way.
 */
import type { Verdict } from "../schema/values.js";
import { countsWithinPoint, isPointAway, isReachable, type PrintedPercent, readPercent } from "./percent.js";
import type { RowCount, Stated } from "./row-count.js";
import { type RowsRead, totalRange } from "./rows-read.js";

const WHOLE_NUMBER = /^\d{1,3}$/;

type Numbered = readonly { readonly number: string | null }[];

export function judgePercent(stated: Stated, counted: RowCount): Verdict | null {
  const percent = readPercent(stated);
  if (percent === null) return null;
  const { read } = counted;
  const hasRows = read.rows.length > 0;
  // Of something else than a status, only a statement without rows to compare it with is known to be about its own figures.
  if (stated.rag === null && hasRows) return "undetermined";
  if (!agreesWithFigures(percent, stated, read)) return "contradicted";
  if (stated.rag === null) return "undetermined";
  if (impossibleTotal(percent, stated.stated_total, read) !== null) return "contradicted";
  return hasRows ? fromRows(percent, stated, counted) : "undetermined";
}

/** Whether the count and total stated beside a percentage give it; the rows are the total where none is stated. */
function agreesWithFigures(
  percent: PrintedPercent,
  { stated_count: count, stated_total: total }: Stated,
  read: RowsRead,
): boolean {
  if (count === null) return true;
  if (total === 0) return count === 0 && percent.scaled === 0;
  if (total !== null) return !isPointAway(percent, count, total);
  return totalThatGives(percent, count, read) !== null || givenByGap(percent, count, read.rows);
}

/** The smallest number of rows that the report may have and of which a count is the percentage; null if it is of none of them. */
export function totalThatGives(percent: PrintedPercent, count: number, read: RowsRead): number | null {
  const { min, max } = totalRange(read);
  if (max === null) return min;
  for (let total = Math.max(min, 1); total <= max; total++) if (!isPointAway(percent, count, total)) return total;
  return null;
}

/** Whether the rows of a status, out of all, give the percentage: whatever is in doubt, for some of what is possible, or never. */
function fromRows(percent: PrintedPercent, stated: Stated, counted: RowCount): Verdict {
  const { range, others, read } = counted;
  const { min: fewestRows, max: mostRows } = totalRange(read);
  // Of a status with several names, the rows that the other names do not count are this one's.
  if (others === null || mostRows === null) return "undetermined";
  const [few, many] = [range.min - others, (range.max ?? mostRows) - others];
  let [isPossible, isCertain] = [false, true];
  for (let total = Math.max(fewestRows, 1); total <= mostRows; total++) {
    const { least, most } = countsWithinPoint(percent, total);
    isPossible ||= few <= most && least <= many;
    isCertain &&= least <= few && many <= most;
  }
  if (isCertain) return "confirmed";
  const isOpen = isPossible || (stated.stated_total === null && highestNumberAboveCount(read.rows) > 0);
  return isOpen ? "undetermined" : "contradicted";
}

/**
 * The total of which no count gives the percentage: the rows, or the stated total where rows are missing; null if one does.
 * A gap in the row numbers leaves the total open.
 */
export function impossibleTotal(percent: PrintedPercent, statedTotal: number | null, read: RowsRead): number | null {
  const { rows, leftOut } = read;
  const { min, max } = totalRange(read);
  const total = max === null ? statedTotal : rows.length - leftOut.rows.size;
  if (total === null || total === 0) return null;
  const [least, most] = max === null ? [total, total] : [min, max];
  for (let possible = least; possible <= most; possible++) if (isReachable(percent, possible)) return null;
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
