import type { RowDigest } from "../model/series.js";

/** A deliverable that the next report may continue, with the last row it had. */
export interface OpenRow {
  readonly row: RowDigest;
  /** Its 0-based place in the report that the row is in. */
  readonly place: number;
  /** Whether the report before lacks it. */
  readonly lapsed: boolean;
}
