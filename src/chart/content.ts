/** What a chart of one plan and theme, or of one plan, shows. Types only. */
import type { StatusCounts, StatusOrNone } from "../schema/statuses.js";

export interface ChartPeriod {
  /** "Q2 2019-20". */
  readonly label: string;
  readonly counts: StatusCounts;
  /** Rows whose latest dated update is from before the period; null where that was not checked. */
  readonly lateRows: number | null;
  /** Rows without any dated update. */
  readonly undatedRows: number;
}

export interface ChartStrip {
  readonly number: string | null;
  readonly title: string | null;
  /** One for each period; null where the report does not have the row. */
  readonly cells: readonly (StatusOrNone | null)[];
}

export interface ChartContent {
  readonly name: string;
  /** Which part of the plan and theme it is, where one drawing cannot hold all: "rows 1 to 100 of 240"; empty for all of it. */
  readonly part: string;
  /** From the first to the last. */
  readonly periods: readonly ChartPeriod[];
  readonly strips: readonly ChartStrip[];
}
