/** Rules drawn in pieces to complete rules. In: edges. Out: the same, with pieces of one rule at one height joined. */
import type { Edge } from "./edges.js";

/** Widest gap between pieces of one rule, as below each column's heading, in points. */
const PIECE_GAP_PT = 30;
/**
 * Largest difference in height between pieces of a rule, in points; and the share of equal pieces that must be side by
 * side.
 */
const SAME_HEIGHT_PT = 0.5;
const SIDE_BY_SIDE = 0.5;

/** Joins pieces of one rule into a rule from end to end. */
export function wholeRules(edges: readonly Edge[]): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from);
  const areOne = piecesOfOne(sorted);
  const whole: Edge[] = [];
  let before: Edge | undefined;
  for (const edge of sorted) {
    const last = whole[whole.length - 1];
    if (last !== undefined && before !== undefined && isNextPiece(before, edge) && areOne(before, edge))
      whole[whole.length - 1] = { ...last, to: Math.max(last.to, edge.to) };
    else whole.push(edge);
    before = edge;
  }
  return whole;
}

const isNextPiece = (one: Edge, other: Edge): boolean =>
  Math.abs(one.at - other.at) < SAME_HEIGHT_PT && other.from - one.to <= PIECE_GAP_PT;

const endsOf = (edge: Edge): string => `${Math.round(edge.from)}-${Math.round(edge.to)}`;

/**
 * Returns a test whether two pieces are of one rule: most pieces with their ends are side by side, while separate
 * tables beside each other share few heights.
 */
function piecesOfOne(sorted: readonly Edge[]): (one: Edge, other: Edge) => boolean {
  const counts = new Map<string, number>();
  const count = (key: string): number => counts.get(key) ?? 0;
  sorted.forEach((edge, at) => {
    counts.set(endsOf(edge), count(endsOf(edge)) + 1);
    const before = sorted[at - 1];
    if (before === undefined || !isNextPiece(before, edge)) return;
    const pair = `${endsOf(before)} ${endsOf(edge)}`;
    counts.set(pair, count(pair) + 1);
  });
  return (one, other) =>
    count(`${endsOf(one)} ${endsOf(other)}`) >= SIDE_BY_SIDE * Math.min(count(endsOf(one)), count(endsOf(other)));
}
