/**
 * Rows rated by numbers whose meaning the key only shows by its order: "1" to "4" below a key that counts red, amber, green and blue.
 * In: rows and stated counts, both as printed. Out: the same rows, with a status and a reason to review it where one order of the key
 * agrees with all counts and the other does not.
 */
import type { PrintedRow, PrintedStatement } from "../../model/printed.js";

/** Fewer statuses may agree in both orders by chance. */
const FEWEST = 3;

export function withNumberedScale(
  rows: readonly PrintedRow[],
  statements: readonly PrintedStatement[],
): readonly PrintedRow[] {
  const rated = rows.filter(({ ragRaw }) => ragRaw !== null);
  const scale = statements.filter(({ rag, count }) => rag !== null && count !== null);
  if (scale.length < FEWEST || scale.length < statements.length || rated.length === 0) return rows;
  const numbers = rated.map(({ rag, ragRaw }) => (rag === null ? numberIn(ragRaw ?? "", scale.length) : null));
  if (numbers.includes(null)) return rows;
  const counted = scale.map((_, at) => numbers.filter((number) => number === at + 1).length);
  const chosen = [scale, scale.toReversed()].filter((order) => order.every(({ count }, at) => count === counted[at]));
  const [order, another] = chosen;
  if (order === undefined || another !== undefined) return rows;
  for (const [at, row] of rated.entries()) {
    row.rag = order[(numbers[at] ?? 0) - 1]?.rag ?? null;
    row.ragSource = "letter";
    row.reasons.push("status-by-counts");
  }
  return rows;
}

function numberIn(raw: string, highest: number): number | null {
  const number = /^\d$/.test(raw.trim()) ? Number(raw) : 0;
  return number >= 1 && number <= highest ? number : null;
}
