/**
 * Read-only types of reports that are held against one another: the digest that is kept of each, what became of each row
 * since the reports before, and what a rule that needs several reports is given.
 */
import type { Rag, Source } from "../schema/values.js";

/** What is kept of an update block: never its text. */
export interface UpdateDigest extends Source {
  /** ISO, as precise as printed; null where there is none. */
  readonly date: string | null;
  readonly wordCount: number;
  /** Each word of the block that holds a figure, once, hashed. */
  readonly figures: readonly number[];
  /** The smallest hashes of its pairs of words, as base64; equal for texts of equal words. */
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
  /** Equal for reports of one plan, by its name and years; null where the report names no plan. */
  readonly plan: string | null;
  /** Equal for reports of one theme of a plan. */
  readonly theme: string;
  /** First day of the period, else the month of publication, which comes before its own first day; null where neither is known. */
  readonly from: string | null;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly published_month: string | null;
  readonly version: string | null;
  readonly overall_rating: string | null;
  readonly coverage: number;
  readonly rows: readonly RowDigest[];
}

/** How a row was matched with its deliverable's row before; `first` where there is none. */
export type Match = "first" | "title" | "wording" | "updates" | "place";

/** A row with the report that it stands in. */
export interface RowInReport {
  readonly row: RowDigest;
  readonly report: ReportDigest;
}

/** A block that an earlier report has under another date. */
export interface CopiedUpdate {
  readonly update: UpdateDigest;
  readonly original: UpdateDigest;
  readonly report: ReportDigest;
}

/** One row of a report, and what is known of its deliverable from the reports before. */
export interface RowComparison {
  readonly row: RowDigest;
  readonly match: Match;
  /** How alike the two titles are, 0 to 1; null where nothing was compared. */
  readonly similarity: number | null;
  /** Its row in the last report that has it; null where it is seen for the first time. */
  readonly before: RowInReport | null;
  /** The last row of it whose status could be read. */
  readonly beforeWithStatus: RowInReport | null;
  readonly copied: readonly CopiedUpdate[];
  /** Whether some block is, or may be, newer than the last report that has it; true where there is none. */
  readonly hasNews: boolean;
}

/** Rows with the status green, at least and at most, out of all rows of a report that rates itself. */
export interface RatedReport {
  readonly report: ReportDigest;
  readonly greenMin: number;
  readonly greenMax: number;
  readonly total: number;
}

/** A report beside those before it in its plan and theme. */
export interface Comparison {
  readonly report: ReportDigest;
  readonly before: ReportDigest;
  /** One for each row, in document order. */
  readonly steps: readonly RowComparison[];
  /** Rows of the report before that this one lacks; none that an unreadable row of it may be. */
  readonly dropped: readonly RowDigest[];
}

/**
 * Whether a report was held against one before it in its plan and theme. `first`: there was none; `apart`: it has no place
 * among them, being an older version of one, too long, or one of too many; `unplaced`: it has no plan's name or no period.
 */
export type Following = "compared" | "first" | "apart" | "unplaced";

/** What of a report was held against others. */
export interface Compared {
  readonly following: Following;
  /** Whether its overall rating was held against that of another, which is the same. */
  readonly rating: boolean;
}

/** A report beside those of its plan, any theme, that came before it and bear the same overall rating. */
export interface RatingComparison {
  readonly rated: RatedReport;
  readonly earlier: readonly RatedReport[];
}
