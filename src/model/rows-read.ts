/**
 * How many rows a report may have, and how many of each status. In: the rows read, and how many further ones may have been lost. Out: a
 * range for either, which is one number where everything was read. A row or status in doubt counts as possible, not as certain.
 */

import type { Deliverable } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";
import type { Rag } from "../schema/values.js";
import type { LeftOut } from "./left-out.js";

export type ReadRow = Pick<Deliverable, "rag" | "number" | "review_reasons">;

export interface Range {
  readonly min: number;
  /** Null if any number is possible. */
  readonly max: number | null;
}

export interface RowsRead<Row extends ReadRow = ReadRow> extends Range {
  readonly rows: readonly Row[];
  /** How many rows may be in text that no field took; null if any number may be, as on a page that could not be read. */
  readonly lost: number | null;
  /** Rows that may be a part of another row. */
  readonly doubtful: ReadonlySet<Row>;
  /** Rows that the report says its totals leave out. */
  readonly leftOut: LeftOut<Row>;
}

/** Reasons for which a row's status may be another. */
const STATUS_DOUBTS = new Set<string>([
  "status-doubtful",
  "status-picture",
  "status-latest",
  // It agrees with the stated counts because it was chosen by them, so it cannot confirm them.
  "status-by-counts",
  "status-by-initial",
] satisfies RowReason[]);
const UNNUMBERED = "number-unreadable" satisfies RowReason;
/** Up to this share of rows without a number are exceptions among numbered rows, and may be parts of them; more are a list's habit. */
const MOST_UNNUMBERED = 0.25;

const NONE: LeftOut<never> = { rows: new Set(), possible: 0 };

/** @param lost see `RowsRead` @param leftOut see `RowsRead` */
export function rowsRead<Row extends ReadRow>(
  rows: readonly Row[],
  lost: number | null,
  leftOut: LeftOut<Row> = NONE,
): RowsRead<Row> {
  const unnumbered = rows.filter(({ review_reasons }) => review_reasons.includes(UNNUMBERED));
  const doubtful = new Set(unnumbered.length <= rows.length * MOST_UNNUMBERED ? unnumbered : []);
  // Where no row was read, nothing says how many there are.
  const max = lost === null || rows.length === 0 ? null : rows.length + lost;
  return { rows, lost, doubtful, leftOut, min: rows.length - doubtful.size, max };
}

/** How many rows the report's totals and percentages are of. */
export function totalRange({ min, max, leftOut }: RowsRead): Range {
  const { rows, possible } = leftOut;
  return { min: Math.max(0, min - rows.size - possible), max: max === null ? null : max - rows.size };
}

export const isStatusDoubtful = ({ review_reasons }: ReadRow): boolean =>
  review_reasons.some((reason) => STATUS_DOUBTS.has(reason));

/** How many rows may have the status. One without a status that the totals leave out has none of those that are counted. */
export function statusRange(rag: Rag, { rows, lost, doubtful, leftOut, max: mostRows }: RowsRead): Range {
  let [min, max] = [0, 0];
  for (const row of rows) {
    if (row.rag === null && leftOut.rows.has(row)) continue;
    const isDoubtful = isStatusDoubtful(row);
    if (row.rag === rag || row.rag === null || isDoubtful) max++;
    if (row.rag === rag && !isDoubtful && !doubtful.has(row)) min++;
  }
  return { min, max: mostRows === null ? null : max + (lost ?? 0) };
}

export const isExact = ({ min, max }: Range): boolean => min === max;
export const isWithin = (figure: number, { min, max }: Range): boolean =>
  figure >= min && (max === null || figure <= max);

/** "3", "3 to 5", "at least 3". */
export function rangeText({ min, max }: Range): string {
  if (max === null) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}
