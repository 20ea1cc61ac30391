/**
 * How sure the edges between a row's cells are. In: the row's words as given to its columns, and how well words fit a column. Out:
 * what the row's score loses by the best other place of one edge; the less it is, the more doubtful are the cells beside it.
 */
import type { CellKind } from "./cell-fit.js";

export type Spans = readonly (readonly [from: number, to: number])[];
export type Fit = (column: number, from: number, to: number) => number;

/** Words from an edge within which another place for it is looked for. */
const REACH = 40;
/** Cells between which an edge is of no weight: what they hold is kept as printed. */
const MINOR: ReadonlySet<CellKind> = new Set(["date", "figure", "free"]);

export function marginOf(spans: Spans, kinds: readonly CellKind[], score: Fit): number {
  let margin = Number.POSITIVE_INFINITY;
  for (let one = 0; one < spans.length; one += 1)
    for (let other = one + 1; other < spans.length; other += 1) {
      const [from, edge] = spans[one] ?? [0, 0];
      const [, to] = spans[other] ?? [0, 0];
      if (!(MINOR.has(kinds[one] ?? "free") && MINOR.has(kinds[other] ?? "free")))
        margin = Math.min(margin, lossOf(one, other, [from, edge, to], score));
      // Only empty cells may be between the two.
      if ((spans[other]?.[0] ?? 0) < to) break;
    }
  return margin;
}

/** What moving the edge between two cells loses at least. */
function lossOf(
  one: number,
  other: number,
  [from, edge, to]: readonly [from: number, edge: number, to: number],
  score: Fit,
): number {
  const own = score(one, from, edge) + score(other, edge, to);
  let best = Number.NEGATIVE_INFINITY;
  for (let at = Math.max(from, edge - REACH); at <= Math.min(to, edge + REACH); at += 1)
    if (at !== edge) best = Math.max(best, score(one, from, at) + score(other, at, to));
  return own - best;
}
