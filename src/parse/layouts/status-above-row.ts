/**
 * A status alone on the line above a row's label, as text taken out of a page has it where a page or a table begins. In: the
 * row above, the lines between it and the first row below the headings, and that row. Out: the one of the two rows that the
 * status belongs to, with it; null where there is no such status or neither row is without one.
 */
import type { Block, RowBlock } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";

export interface RowsAround {
  readonly above: Block | undefined;
  readonly rest: readonly Block[];
  readonly first: RowBlock | undefined;
}

export interface RowWithStatus {
  readonly above?: RowBlock;
  readonly first?: RowBlock;
}

export function statusAboveRow(
  { above, rest, first }: RowsAround,
  kinds: readonly CellKind[],
  { statusFit }: RowGrammar,
): RowWithStatus | null {
  const column = kinds.indexOf("status");
  const last = rest.at(-1);
  if (column < 0 || last?.kind !== "line" || statusFit(last.text.trim()) < 2) return null;
  const isOpen = (row: Block | undefined): row is RowBlock => row?.kind === "row" && row.cells[column]?.text === "";
  const withStatus = (row: RowBlock): RowBlock => {
    const cells = row.cells.map((cell, at) =>
      at === column ? { ...cell, text: last.text.trim(), place: last.place } : cell,
    );
    return { ...row, cells, place: coverPlaces(row.place, last.place) };
  };
  // Right below the headings it is in the column of the row that begins there.
  if (rest.length === 1 && isOpen(first))
    return { first: { ...withStatus(first), ...(isOpen(above) ? { isDoubtful: true as const } : {}) } };
  return isOpen(above) ? { above: withStatus(above) } : null;
}
