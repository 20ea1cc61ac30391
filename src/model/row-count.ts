/** What a report states of one status, and what its rows say of it. */
import type { StatedCount } from "../schema/dataset.js";
import type { Range, RowsRead } from "./rows-read.js";

export type Stated = Pick<
  StatedCount,
  "rag" | "label" | "stated_raw" | "stated_count" | "stated_total" | "stated_percent"
>;
/** What the rows say of one stated count. */
export interface RowCount {
  /** How many rows may have the status. */
  readonly range: Range;
  /** How many of them the report counts under other names of the status; null where it does not say. */
  readonly others: number | null;
  readonly read: RowsRead;
}
