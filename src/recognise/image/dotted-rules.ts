/**
 * Lines of which only dots are left, as when a grey line was made black and white. In: pieces of ink that are no part of any line of writing,
 * and the lines that were found. Out: further lines, through dots that are in one row or column over a long way.
 */
import type { Piece } from "./pieces.js";
import type { PixelRule } from "./rules.js";

/** Thickest piece of such a line, and how far its pieces may be from its middle, in millimetres. */
const THICKEST_MM = 0.7;
const APART_MM = 0.3;
/** Widest gap between its pieces, and shortest line, in millimetres. */
const GAP_MM = 9;
const SHORTEST_MM = 20;
/** Fewest pieces, and smallest share of its length that is ink: chance puts fewer specks in one row. */
const FEWEST = 8;
const INKED = 0.06;

interface Dot {
  /** Across the line, and along it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export function dottedRules(left: readonly Piece[], known: readonly PixelRule[], perMm: number): PixelRule[] {
  const thin = left.filter(
    ({ top, bottom, left: x0, right }) => Math.min(bottom - top, right - x0) <= THICKEST_MM * perMm,
  );
  return [true, false].flatMap((across) => {
    const dots = thin.map(({ top, bottom, left: x0, right }): Dot => {
      return across ? { at: (top + bottom) / 2, from: x0, to: right } : { at: (x0 + right) / 2, from: top, to: bottom };
    });
    const pieces = known.filter((rule) => rule.across === across).map(({ at, from, to }): Dot => ({ at, from, to }));
    return linesThrough([...dots, ...pieces], perMm).map((line): PixelRule => ({ across, thick: 1, ...line }));
  });
}

/** Dots in one row, from the row with the most ink on. */
function linesThrough(dots: readonly Dot[], perMm: number): Dot[] {
  const apart = Math.max(1.5, APART_MM * perMm);
  const rows = new Map<number, Dot[]>();
  for (const dot of dots) {
    const row = Math.round(dot.at / apart);
    rows.set(row, [...(rows.get(row) ?? []), dot]);
  }
  const inkOf = (row: number): number => (rows.get(row) ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
  const found: Dot[] = [];
  const taken = new Set<number>();
  for (const row of [...rows.keys()].sort((a, b) => inkOf(b) - inkOf(a))) {
    if (taken.has(row)) continue;
    const near = [row - 1, row, row + 1].filter((each) => !taken.has(each));
    const lines = stretches(
      near.flatMap((each) => rows.get(each) ?? []),
      perMm,
    );
    if (lines.length > 0) for (const each of near) taken.add(each);
    found.push(...lines);
  }
  return found;
}

function stretches(dots: readonly Dot[], perMm: number): Dot[] {
  const sorted = [...dots].sort((a, b) => a.from - b.from);
  const found: Dot[] = [];
  let open: Dot[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    const [first] = open;
    const ink = open.reduce((sum, { from, to }) => sum + to - from, 0);
    const length = first === undefined ? 0 : end - first.from;
    if (first !== undefined && open.length >= FEWEST && length >= SHORTEST_MM * perMm && ink >= INKED * length) {
      const at = open.reduce((sum, dot) => sum + dot.at * (dot.to - dot.from), 0) / ink;
      found.push({ at, from: first.from, to: end });
    }
    open = [];
  };
  for (const dot of sorted) {
    if (dot.from - end > GAP_MM * perMm) close();
    open.push(dot);
    end = open.length === 1 ? dot.to : Math.max(end, dot.to);
  }
  close();
  return found;
}
