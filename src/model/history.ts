/** Read-only types of a plan's history, as it is shown: its reports side by side, and each deliverable through them. */
import type { Rag, Severity } from "../schema/values.js";

export interface HistoryPeriod {
  readonly report_id: string;
  readonly source_file: string;
  readonly period_start: string | null;
  /** "Q2 2019-20"; the published month where the period is unknown. */
  readonly label: string;
  /** Rows whose latest dated update is from before the period; null where that was not checked. */
  readonly late_rows: number | null;
  /** Rows without any dated update. */
  readonly undated_rows: number;
}

/** A deliverable in one report. A report that does not contain it has null instead. */
export interface HistoryCell {
  readonly deliverable_id: string;
  readonly number: string | null;
  readonly title: string | null;
  /** Null where no status could be read. */
  readonly rag: Rag | null;
}

export interface HistoryChange {
  /** Index of the period that it was found in. */
  readonly periodIndex: number;
  /** Its index among that report's findings. */
  readonly findingIndex: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface TrackHistory {
  readonly track_id: string;
  /** As last reported. */
  readonly number: string | null;
  readonly title: string | null;
  readonly organisations: readonly string[];
  /** One entry for each period. */
  readonly cells: readonly (HistoryCell | null)[];
  readonly changes: readonly HistoryChange[];
}

export interface PlanHistory {
  readonly plan_title: string | null;
  readonly plan_start_year: number | null;
  readonly plan_end_year: number | null;
  readonly theme_number: number | null;
  readonly theme_title: string | null;
  /** From the first to the last. */
  readonly periods: readonly HistoryPeriod[];
  /** In the row order of the last report, followed by those that it does not contain. */
  readonly tracks: readonly TrackHistory[];
}
