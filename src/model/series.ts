/**
 * Read-only types for comparing reports of one plan: the digest that is kept of each report, each row compared with its
 * earlier rows, and the facts that are given to a rule which needs several reports.
 */
import type { Rag, Source } from "../schema/values.js";

/** What is kept of an update: hashes and figures, never its text. */
export interface UpdateDigest extends Source {
  /** ISO date, as precise as printed; null where there is none. */
  readonly date: string | null;
  readonly wordCount: number;
  /** Hashes of the distinct words that contain a digit. */
  readonly figures: readonly number[];
  /** The smallest hashes of its pairs of neighbouring words, in base64; equal for texts of equal words. */
  readonly sketch: string;
}

export interface RowDigest extends Source {
  readonly deliverable_id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly organisations: readonly string[];
  readonly rag: Rag | null;
  readonly updates: readonly UpdateDigest[];
}

export interface ReportDigest extends Source {
  readonly report_id: string;
  /** Key of the plan, from its name and years: equal for reports of one plan; null where the report names none. */
  readonly plan: string | null;
  /** Key of the theme: equal for reports of one theme of a plan. */
  readonly theme: string;
  /**
   * Sort key: first day of the period, else the month of publication ("2019-09" sorts before "2019-09-01"); null where
   * neither is known.
   */
  readonly from: string | null;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly published_month: string | null;
  readonly version: string | null;
  readonly overall_rating: string | null;
  readonly coverage: number;
  /** Whether it may have rows that were not read: on a page, in text that no field took, or all of them. */
  readonly mayLackRows: boolean;
  readonly rows: readonly RowDigest[];
}

/** How a row was matched with the earlier row of the same deliverable; `first` where there is none. */
export type Match = "first" | "title" | "wording" | "updates" | "place";

/** A row with the report that contains it. */
export interface RowInReport {
  readonly row: RowDigest;
  readonly report: ReportDigest;
}

/** An update that an earlier report has under another date. */
export interface CopiedUpdate {
  readonly update: UpdateDigest;
  readonly original: UpdateDigest;
  readonly report: ReportDigest;
}

/** One row of a report, compared with the rows of the same deliverable in earlier reports. */
export interface RowComparison {
  readonly row: RowDigest;
  readonly match: Match;
  /** Similarity of the two titles, 0 to 1; null where nothing was compared. */
  readonly similarity: number | null;
  /** The row of the last earlier report that has the deliverable; null where this is its first. */
  readonly before: RowInReport | null;
  /** The last earlier row of the deliverable whose status could be read. */
  readonly beforeWithStatus: RowInReport | null;
  readonly copied: readonly CopiedUpdate[];
  /** Whether an update is, or may be, newer than that last earlier report; true where there is none. */
  readonly hasNews: boolean;
}

/** Fewest and most rows that may be green, out of all rows, in a report that states an overall rating. */
export interface RatedReport {
  readonly report: ReportDigest;
  readonly greenMin: number;
  readonly greenMax: number;
  readonly total: number;
}

/** A report compared with the earlier reports of its plan and theme. */
export interface Comparison {
  readonly report: ReportDigest;
  readonly before: ReportDigest;
  /** One entry for each row, in document order. */
  readonly steps: readonly RowComparison[];
  /** Rows of the report before that are missing here; excludes those that may be one of its unreadable rows. */
  readonly dropped: readonly RowDigest[];
}

/**
 * Whether a report was compared with an earlier one of its plan and theme. `first`: there was none; `apart`: it was
 * left out, being an older version of a report, too long, or one of too many; `unplaced`: it names no plan or no
 * period.
 */
export type Following = "compared" | "first" | "apart" | "unplaced";

/** Which parts of a report were compared with other reports. */
export interface Compared {
  readonly following: Following;
  /** Whether its overall rating was compared with an equal one of another report. */
  readonly rating: boolean;
}

/** A report and the earlier reports of its plan, of any theme, that state the same overall rating. */
export interface RatingComparison {
  readonly rated: RatedReport;
  readonly earlier: readonly RatedReport[];
}
