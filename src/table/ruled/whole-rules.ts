/** Rules in pieces to whole ones. In: edges. Out: the same, pieces at one height joined where they are of one rule. */
import type { Edge } from "./edges.js";

/** Gap in points over which pieces of one rule are joined (rules under each column's heading). */
const PIECE_GAP_PT = 30;
/** Points within which pieces are at one height, and the share of them that must be for a rule to be in pieces. */
const SAME_HEIGHT_PT = 0.5;
const SIDE_BY_SIDE = 0.5;

/** Pieces at one height as one rule from end to end. */
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

/** Pieces are of one rule where most that end as they do stand side by side: tables beside each other share few heights. */
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
