/**
 * Rows between two rules of a drawn table. In: the lines between them, and how to read the first cell of each. Out: the lines of each
 * row: one row where rules separate rows, or one for each line whose first cell is filled where they separate groups of rows.
 */
import { rowLabelOf } from "../language/row-labels.js";

/** Rules above and below the headings and below the body: no more of them separate rows. */
export const FEWEST_RULES = 3;

/** @param rules number of the table's rules */
export function rowsBetweenRules<T>(lines: readonly T[], rules: number, firstCell: (line: T) => string): T[][] {
  const firsts = lines.map(firstCell);
  const filled = firsts.filter((cell) => cell !== "");
  // The first cell of one row may have several lines, which are not all labels of rows.
  const isOne = rules > FEWEST_RULES && !(filled.length > 1 && filled.every((cell) => rowLabelOf(cell) !== null));
  const rows: T[][] = [];
  lines.forEach((line, at) => {
    const open = rows.at(-1);
    if (open !== undefined && (isOne || firsts[at] === "")) open.push(line);
    else rows.push([line]);
  });
  return rows;
}
