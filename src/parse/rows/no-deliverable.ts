/**
 * Rows of a table that are no deliverables: totals, examples, and rows of a form that nobody has filled in. In: a row's cells.
 * Out: the reason why its text is residue, or null.
 */
import { onOneLine } from "../../language/spaces.js";
import type { ResidueReason } from "../../schema/reasons.js";
import type { RowCells } from "./row-cells.js";

const TOTAL =
  /^(?:grand |sub-?\s?|overall )?(?:totals?|averages?|sums?)\b[^a-z]*(?:\b(?:of|for|all|actions?|deliverables?|number)\b.*)?$/iu;
const EXAMPLE = /^(?:e\.?g\.?|example|sample)\b/iu;

export function reasonForNone(cells: RowCells, label: string | null, isPainted: boolean): ResidueReason | null {
  const [number, title] = [cells.joined("number"), cells.joined("title")];
  const { filled } = cells;
  const [first = ""] = filled;
  if ((number === "" || first === number) && isTotal(first)) return "total-row";
  if (EXAMPLE.test(number) || (EXAMPLE.test(first) && first !== title)) return "example";
  return label !== null && first === number && filled.length === 1 && !isPainted ? "template" : null;
}

/** A narrow cell may break the word over its lines. */
const isTotal = (text: string): boolean => TOTAL.test(onOneLine(text)) || TOTAL.test(text.replace(/\s+/g, ""));
