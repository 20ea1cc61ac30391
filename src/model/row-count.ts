/** What a report states of one status, and what its rows say of it. */
import type { StatedCount } from "../schema/dataset.js";
import type { Rag } from "../schema/values.js";

export type Stated = Pick<
  StatedCount,
  "rag" | "label" | "stated_raw" | "stated_count" | "stated_total" | "stated_percent"
>;
/** What the rows say of one stated count. */
export interface RowCount {
  /** Rows of the status, and those with the rows whose status is unreadable. */
  readonly min: number;
  readonly max: number;
  /** How many of them the report counts under other names of the status; null where it does not say. */
  readonly others: number | null;
  readonly rows: readonly { readonly rag: Rag | null; readonly number: string | null }[];
  readonly hasUnreadPages: boolean;
}
