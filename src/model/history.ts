/** Read-only types of what a person looks at: a plan's reports side by side, and each deliverable through them. */
import type { Rag, Severity } from "../schema/values.js";

export interface HistoryPeriod {
  readonly report_id: string;
  readonly source_file: string;
  readonly period_start: string | null;
  /** "Q2 2019-20", else the published month. */
  readonly label: string;
}

/** A deliverable in one report; null stands for a report that lacks it. */
export interface HistoryCell {
  readonly deliverable_id: string;
  readonly number: string | null;
  readonly title: string | null;
  /** Null where no status could be read. */
  readonly rag: Rag | null;
}

export interface HistoryChange {
  /** Which of the periods it was found in, from 0. */
  readonly periodIndex: number;
  /** Which of that report's findings it is, from 0. */
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
  /** One for each period. */
  readonly cells: readonly (HistoryCell | null)[];
  readonly changes: readonly HistoryChange[];
}

export interface PlanHistory {
  readonly plan_title: string | null;
  readonly plan_start_year: number | null;
  readonly plan_end_year: number | null;
  readonly theme_number: number | null;
  readonly theme_title: string | null;
  /** In their order. */
  readonly periods: readonly HistoryPeriod[];
  /** In the order of the last report's rows, then those that it lacks. */
  readonly tracks: readonly TrackHistory[];
}
