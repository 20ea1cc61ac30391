/** Rulings to edges: pieces of a line are joined, double lines merged, small gaps closed, and short ticks left out. */
import { disjointSets } from "../../geometry/cluster.js";
import type { Ruling } from "../../model/page.js";

/** A straight line along one axis; `at` is its position on the other. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Edges {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

/** Largest distance between lines that are merged (double rules, borders of neighbouring cells), in points. */
export const SNAP_PT = 3;
/** Widest gap that is closed between pieces of a line, in points. */
const BRIDGE_PT = 3;
/** Shorter lines are ticks and dots, in points. */
const SHORTEST_PT = 4;
/** With more crossings to test than this, the lines are a drawing. */
const MOST_CROSSINGS = 4_000_000;

export function mergeEdges(edges: readonly Edge[]): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at);
  const merged: Edge[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    const first = sorted[start]?.at ?? 0;
    while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= SNAP_PT) end += 1;
    joinPieces(sorted.slice(start, end), merged);
    start = end;
  }
  return merged.filter((edge) => edge.to - edge.from >= SHORTEST_PT);
}

function joinPieces(pieces: readonly Edge[], into: Edge[]): void {
  const length = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const at = pieces.reduce((sum, piece) => sum + piece.at * (piece.to - piece.from), 0) / Math.max(length, 1e-6);
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  let from = sorted[0]?.from ?? 0;
  let to = sorted[0]?.to ?? 0;
  for (const piece of sorted) {
    if (piece.from > to + BRIDGE_PT) {
      into.push({ at, from, to });
      from = piece.from;
      to = piece.to;
    } else to = Math.max(to, piece.to);
  }
  if (sorted.length > 0) into.push({ at, from, to });
}

export function edgesOfRulings(rulings: readonly Ruling[]): Edges {
  const horizontal = rulings
    .filter((ruling) => ruling.horizontal)
    .map((ruling) => ({
      at: (ruling.y0 + ruling.y1) / 2,
      from: Math.min(ruling.x0, ruling.x1),
      to: Math.max(ruling.x0, ruling.x1),
    }));
  const vertical = rulings
    .filter((ruling) => !ruling.horizontal)
    .map((ruling) => ({
      at: (ruling.x0 + ruling.x1) / 2,
      from: Math.min(ruling.y0, ruling.y1),
      to: Math.max(ruling.y0, ruling.y1),
    }));
  return { horizontal: mergeEdges(horizontal), vertical: mergeEdges(vertical) };
}

/** Groups of edges that touch or cross; a group without vertical edges is a single rule. */
export function connectedEdges({ horizontal, vertical }: Edges): Edges[] {
  const rows = [...horizontal].sort((a, b) => a.at - b.at);
  const sets = disjointSets(rows.length + vertical.length);
  let tried = 0;
  vertical.forEach((column, index) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.at ?? 0) < column.from - SNAP_PT) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < rows.length && tried < MOST_CROSSINGS; at += 1) {
      const row = rows[at];
      if (row === undefined || row.at > column.to + SNAP_PT) break;
      tried += 1;
      if (column.at >= row.from - SNAP_PT && column.at <= row.to + SNAP_PT) sets.join(rows.length + index, at);
    }
  });
  if (tried >= MOST_CROSSINGS) return [];
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  const groupOf = (index: number) => {
    const root = sets.find(index);
    let group = groups.get(root);
    if (group === undefined) {
      group = { horizontal: [], vertical: [] };
      groups.set(root, group);
    }
    return group;
  };
  rows.forEach((edge, index) => {
    groupOf(index).horizontal.push(edge);
  });
  vertical.forEach((edge, index) => {
    groupOf(rows.length + index).vertical.push(edge);
  });
  return [...groups.values()];
}
