/** What became of a correction: applied; stale, as another text is printed now; or unknown, as nothing has that name. */
export interface CorrectionOutcome {
  /** Line of the correction in its file. */
  readonly line: number;
  readonly outcome: "applied" | "stale" | "unknown";
  /** Why it was not applied; null where it was. */
  readonly reason: string | null;
}
