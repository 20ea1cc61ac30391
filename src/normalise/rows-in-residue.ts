/**
 * Rows that may be in text that no field took. In: the residue and the rows read. Out: how many rows it may have at most: one for each
 * mark that the rows print as their status, and one for each text that begins with a number missing among theirs.
 */
import { plainForm } from "../language/words.js";
import type { ResiduePiece } from "../model/printed.js";
import type { ResidueReason } from "../schema/reasons.js";

interface Row {
  readonly number: string | null;
  readonly rag_raw: string | null;
}

/** Residue of other reasons is known not to be of rows. */
const UNKNOWN = new Set<ResidueReason>(["unassigned", "stray"]);
const CELL_END = /[\t\n]/;
const WHOLE_NUMBER = /^\d{1,4}$/;
const LABEL = /^(\S{1,20}?)[.):]?(?:\s|$)/;
const DIGITS = /\d+/g;

export function rowsInResidue(residue: readonly ResiduePiece[], rows: readonly Row[]): number {
  const marks = new Set(rows.flatMap(({ rag_raw }) => (rag_raw === null ? [] : [markOf(rag_raw)])));
  const isMissing = missingNumbers(rows);
  let count = 0;
  for (const { reason, text } of residue) {
    if (!UNKNOWN.has(reason)) continue;
    const cells = text.split(CELL_END);
    const statuses = cells.filter((cell) => marks.has(markOf(cell))).length;
    count += Math.max(statuses, isMissing(text) ? 1 : 0);
  }
  return count;
}

/** A status as it is compared: a word without case and punctuation, a glyph as it is. */
function markOf(cell: string): string {
  const plain = plainForm(cell);
  return plain === "" ? cell.trim() : plain;
}

/** Whether a text begins with a label in the form of the rows' numbers that no row has and that is not beyond the next after them. */
function missingNumbers(rows: readonly Row[]): (text: string) => boolean {
  const numbers = new Set(rows.flatMap(({ number }) => number?.toLowerCase() ?? []));
  const forms = new Set([...numbers].map(formOf));
  const highest = [...numbers].reduce((high, one) => (WHOLE_NUMBER.test(one) ? Math.max(high, Number(one)) : high), 0);
  return (text) => {
    const label = LABEL.exec(text.trim())?.[1]?.toLowerCase() ?? "";
    if (label === "" || numbers.has(label) || !forms.has(formOf(label))) return false;
    return /\d/.test(label) && (!WHOLE_NUMBER.test(label) || Number(label) <= highest + 1);
  };
}

const formOf = (label: string): string => label.replace(DIGITS, "9");
