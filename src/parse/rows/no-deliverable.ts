/**
 * Rows of a table that are no deliverables: totals, examples, and rows of a form that nobody has filled in. In: a row's cells.
 * Out: the reason why its text is residue, or null.
 */
import { onOneLine } from "../../language/spaces.js";
import type { ResidueReason } from "../../schema/reasons.js";
import type { RowCells } from "./row-cells.js";

const TOTAL =
  /^(?:grand |sub-?\s?|overall )?(?:totals?|averages?|sums?)\b[^a-z]*(?:\b(?:of|for|all|actions?|deliverables?|number)\b.*)?$/iu;
const COUNTED = /^totals?:?\s+\d+(?:\s+\p{L}+)?$/iu;
const EXAMPLE = /^(?:e\.?g\.?|example|sample)\b/iu;

export function reasonForNone(cells: RowCells, label: string | null, isPainted: boolean): ResidueReason | null {
  const [number, title] = [cells.joined("number"), cells.joined("title")];
  const { filled } = cells;
  const [first = ""] = filled;
  if ((number === "" || first === number) && isTotal(first)) return "total-row";
  if (EXAMPLE.test(number) || (EXAMPLE.test(first) && first !== title)) return "example";
  return label !== null && first === number && filled.length === 1 && !isPainted ? "template" : null;
}

/** "Total: Green 4/10 (40%), Amber 6/10 (60%)": counts of several statuses. */
const TOTAL_OF_COUNTS = /^(?:grand |overall )?totals?\b/iu;
const COUNT = /\d\s?(?:\/|of|out of)\s?\d/giu;
const FEWEST_COUNTS = 2;

const countsStatuses = (line: string): boolean =>
  TOTAL_OF_COUNTS.test(line) && (line.match(COUNT)?.length ?? 0) >= FEWEST_COUNTS;

/** A narrow cell may break the word over its lines. */
export function isTotal(text: string): boolean {
  const line = onOneLine(text);
  return TOTAL.test(line) || COUNTED.test(line) || TOTAL.test(text.replace(/\s+/g, "")) || countsStatuses(line);
}
