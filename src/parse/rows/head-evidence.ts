/**
 * The evidence that a row of cells which cannot be trusted begins a deliverable, all in one place. In: a column's cell. Out: its weight.
 */
import type { ColumnRole } from "../../schema/profile.js";
import { isDash } from "../layouts/cell-edges.js";
import type { RowGrammar } from "../layouts/cell-words.js";

export const HEAD_EVIDENCE = {
  /** The label is the next one, one that leaves a few out, or any other. */
  nextLabel: 2,
  laterLabel: 1.5,
  anyLabel: 1,
  /** It comes before the label above, or is the same again. */
  earlierLabel: 0.5,
  knownCode: 2,
  codeShape: 1.5,
  name: 1,
  ownStatus: 2,
  fusedStatus: 1,
  heldColumn: 1,
  title: 0.5,
  /** A title that continues another. */
  lowerCase: -1,
  updateFollows: 0.5,
  /** It is the last of all rows, and no item of a list. */
  endsTable: 1,
  /** It continues a list whose item above is no row. */
  listItem: -2,
  /** Every cell fits its column. */
  fitsColumns: 1,
} as const;

/** Two strong signs, or one and two weaker ones, are more than this. */
export const ENOUGH = 2.75;
/** Labels missing in between that still let one count as a later one of the same list. */
export const LATER = 3;

/** An empty cell, or a dash, between filled ones keeps its column's place. */
export const heldEvidence = (cells: readonly string[], index: number): number =>
  (cells[index] === "" || isDash(cells[index] ?? "")) && cells.slice(index + 1).some((cell) => cell !== "")
    ? HEAD_EVIDENCE.heldColumn
    : 0;

export function cellEvidence(grammar: RowGrammar, role: ColumnRole, text: string, isWhole: boolean): number {
  if (role === "organisation") return ORGANISATION[grammar.organisationFit(text)];
  if (role === "title") {
    if (/^\p{Ll}/u.test(text)) return HEAD_EVIDENCE.lowerCase;
    return text.includes(" ") ? HEAD_EVIDENCE.title : 0;
  }
  const fit = role === "status" ? grammar.statusFit(text) : 0;
  if (fit === 0) return 0;
  return isWhole && fit === 2 ? HEAD_EVIDENCE.ownStatus : HEAD_EVIDENCE.fusedStatus;
}

const ORGANISATION = [0, HEAD_EVIDENCE.name, HEAD_EVIDENCE.codeShape, HEAD_EVIDENCE.knownCode] as const;
