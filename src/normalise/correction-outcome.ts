import type { Deliverable } from "../schema/dataset.js";

/** What became of a correction: applied; stale, as another text is printed now; or unknown, as nothing has that name. */
export interface CorrectionOutcome {
  /** Line of the correction in its file. */
  readonly line: number;
  readonly outcome: "applied" | "stale" | "unknown";
  /** Why it was not applied; null where it was. */
  readonly reason: string | null;
}

/** The rows after a correction that adds or removes one. */
export interface ChangedRows {
  readonly rows: readonly Deliverable[];
  readonly outcome: CorrectionOutcome;
}

/** @param reason why it was not applied; null where it was */
export const outcomeOf = (
  line: number,
  reason: string | null,
  kind: "stale" | "unknown" = "unknown",
): CorrectionOutcome => ({
  line,
  outcome: reason === null ? "applied" : kind,
  reason,
});
