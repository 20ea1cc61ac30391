/**
 * What was split and joined to give a row's words to its columns. In: the row's printed cells and its words by column. Out: splits
 * and repairs, each with the text as printed.
 */
import type { RowRepair } from "../../model/printed.js";
import type { ColumnRole } from "../../schema/profile.js";
import type { Column } from "../columns/column.js";
import type { AlignedRow } from "../layouts/align-row.js";
import type { RowGrammar } from "../layouts/cell-words.js";
import type { RowWord } from "../layouts/row-words.js";

const FIELDS: { readonly [role in ColumnRole]?: RowRepair["field"] } = {
  number: "number",
  organisation: "organisations",
  title: "title",
  status: "rag",
};

export interface Alignment {
  readonly cells: readonly string[];
  readonly words: readonly RowWord[];
  readonly columns: readonly Column[];
  readonly grammar: RowGrammar;
  readonly aligned: AlignedRow;
}

/** A column's words by the printed cells that they are in. */
export function piecesOf(words: readonly RowWord[], span: readonly [number, number] | undefined): string[] {
  const pieces = new Map<number, string>();
  const [from, to] = span ?? [0, 0];
  for (const { text, cell = 0 } of words.slice(from, to))
    pieces.set(cell, pieces.has(cell) ? `${pieces.get(cell)} ${text}` : text);
  return [...pieces.values()];
}

export interface CellSplit {
  readonly left: ColumnRole;
  readonly right: ColumnRole;
  readonly repair: RowRepair;
}

/** The cells that were split between two columns: the field of the shorter one says what was printed. */
export function splitsOf({ cells, words, columns, aligned }: Alignment, texts: readonly string[]): CellSplit[] {
  const filled = columns.flatMap(({ role }, at) => {
    const [from, to] = aligned.spans[at] ?? [0, 0];
    return to > from ? [{ role, from, to, text: texts[at] ?? "" }] : [];
  });
  return filled.slice(1).flatMap((right, at): CellSplit[] => {
    const left = filled[at];
    const cell = words[right.from]?.cell ?? 0;
    if (left === undefined || words[left.to - 1]?.cell !== cell) return [];
    const roles = [left.role, right.role];
    const own = (["number", "status", "title", "organisation"] as const).find((role) => roles.includes(role));
    const field = own === undefined ? undefined : FIELDS[own];
    if (field === undefined) return [];
    const value = own === right.role ? right.text : left.text;
    return [{ left: left.role, right: right.role, repair: { field, raw: cells[cell] ?? "", value } }];
  });
}

/** The fields whose cells were joined. */
export const joinsOf = (columns: readonly Column[], pieces: readonly (readonly string[])[], texts: readonly string[]) =>
  columns.flatMap(({ role }, at): RowRepair[] => {
    const [field, parts = []] = [FIELDS[role], pieces[at]];
    const raw = parts.join("\t");
    return field === undefined || raw === texts[at] ? [] : [{ field, raw, value: texts[at] ?? "" }];
  });
