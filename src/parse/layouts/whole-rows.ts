/**
 * Whether a row that has lost its cells is one. In: its words as they are aligned to columns, and what these hold. Out: whether it
 * has what its columns promise, and whether rows together are those of their columns.
 */
import type { AlignedRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import type { LineRow } from "./line-rows.js";
import { isHeaded } from "./status-in-title.js";

/** Rows of a table, and the share of them that must be complete. */
const FEWEST_ROWS = 2;
const COMPLETE = 0.8;

export interface ReadRow extends LineRow {
  readonly aligned: AlignedRow | null;
  readonly isStatusBeforeTitle?: true;
}

export const isWhole = ({ aligned }: ReadRow, kinds: readonly CellKind[]): boolean =>
  aligned !== null && holdsAll(aligned, kinds);

/** Whether a row has a label, a title and a status, and who it is for, as far as there are columns for them. */
export const holdsAll = (aligned: AlignedRow, kinds: readonly CellKind[]): boolean =>
  kinds.some((kind, column) => kind === "status" && isFilled(aligned, column)) &&
  kinds.every((kind, column) => !["label", "title", "organisation"].includes(kind) || isFilled(aligned, column));

const isFilled = ({ spans }: AlignedRow, column: number): boolean =>
  (spans[column]?.[1] ?? 0) > (spans[column]?.[0] ?? 0);

/** Whether a row has a label and a title, and besides them who it is for, a status or a dated update. */
export function isComplete({ aligned, words }: ReadRow, kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  if (aligned === null) return false;
  if (!kinds.every((kind, column) => (kind !== "title" && kind !== "label") || isFilled(aligned, column))) return false;
  return kinds.some((kind, column) => {
    if (kind === "update")
      return isFilled(aligned, column) && isHeaded(words, aligned.spans[column]?.[0] ?? 0, grammar);
    return (kind === "organisation" || kind === "status") && isFilled(aligned, column);
  });
}

/** Whether rows are those of their columns: nearly all are complete, and in most someone is named, or a status. */
export function areRows(rows: readonly ReadRow[], complete: number, kinds: readonly CellKind[]): boolean {
  if (rows.length < (kinds[0] === "label" ? 1 : FEWEST_ROWS) || complete < rows.length * COMPLETE) return false;
  const share = (kind: CellKind): number => {
    const column = kinds.indexOf(kind);
    if (column < 0) return 1;
    return rows.filter(({ aligned }) => aligned !== null && isFilled(aligned, column)).length / rows.length;
  };
  return share("organisation") >= 1 / 2 || share("status") >= COMPLETE;
}
