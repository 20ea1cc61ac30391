/**
 * Struck-out text. In: level runs of glyphs and a page's rulings. Out: the glyphs under a ruling that was drawn through them are
 * marked, and the rulings that strike nothing remain. A ruling that reaches beyond the text it crosses is a table's or a form's.
 */
import type { Ruling } from "../../model/page.js";
import type { PlacedGlyph } from "./glyphs.js";

/** Lowest and highest place of a line that strikes, above the baseline, in ems: an underline is lower, an overline higher. */
const LOWEST_EM = 0.18;
const HIGHEST_EM = 0.48;
/** Thickest line that strikes, in ems: one that is thicker blots out. */
const THICKEST_EM = 0.2;
/** How far a line that strikes may reach beyond the text, in ems: over the space after it. */
const BEYOND_EM = 0.6;
/** Smallest share of a single glyph's width that a line of its own covers. */
const WIDTH_SHARE = 0.7;
/** Sides of the squares by which rulings are found, in points. */
const ROW_PT = 2;
const COLUMN_PT = 64;
const ROW_STRIDE = 1 << 12;

interface Line {
  readonly ruling: Ruling;
  /** The glyphs whose middle it crosses. */
  readonly glyphs: PlacedGlyph[];
  /** Whether it crosses all glyphs of some run. */
  crossesRun: boolean;
}

/** @param isShown whether a glyph is seen */
export function markStruck(
  runs: readonly (readonly PlacedGlyph[])[],
  rulings: readonly Ruling[],
  isShown: (glyph: PlacedGlyph) => boolean,
): Ruling[] {
  const lines: Line[] = rulings
    .filter(({ horizontal }) => horizontal)
    .map((ruling) => ({ ruling, glyphs: [], crossesRun: false }));
  const index = indexOf(lines);
  for (const glyphs of runs) {
    const [first] = glyphs;
    if (first !== undefined && Math.abs(first.uy) < 0.01 && first.ux > 0) crossRun(glyphs, index, isShown);
  }
  const strikes = new Set<Ruling>();
  for (const line of lines) {
    if (!isStrike(line)) continue;
    strikes.add(line.ruling);
    for (const glyph of line.glyphs) glyph.struck = true;
  }
  return strikes.size === 0 ? [...rulings] : rulings.filter((ruling) => !strikes.has(ruling));
}

type LineIndex = ReadonlyMap<number, readonly Line[]>;

const keyOf = (row: number, column: number): number => row * ROW_STRIDE + column;

function indexOf(lines: readonly Line[]): LineIndex {
  const index = new Map<number, Line[]>();
  for (const line of lines) {
    const { x0, x1, y0 } = line.ruling;
    const row = Math.floor(y0 / ROW_PT);
    const last = Math.min(Math.floor(x1 / COLUMN_PT), ROW_STRIDE - 1);
    for (let column = Math.max(0, Math.floor(x0 / COLUMN_PT)); column <= last; column += 1) {
      const there = index.get(keyOf(row, column));
      if (there === undefined) index.set(keyOf(row, column), [line]);
      else there.push(line);
    }
  }
  return index;
}

/** Notes for each line which glyphs of a run it crosses. */
function crossRun(glyphs: readonly PlacedGlyph[], index: LineIndex, isShown: (glyph: PlacedGlyph) => boolean): void {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const line of linesAcross(first, last.endX, index)) {
    const shown = glyphs.filter(isShown);
    const crossed = shown.filter((glyph) => crosses(line.ruling, glyph));
    line.glyphs.push(...crossed);
    line.crossesRun ||= crossed.length > 0 && crossed.length === shown.length;
  }
}

/** Whether a line crosses the middle of a glyph: raised ones of a run are higher than the others. */
const crosses = ({ x0, x1, y0 }: Ruling, { midX, y, size }: PlacedGlyph): boolean =>
  midX >= x0 && midX <= x1 && y0 >= y - HIGHEST_EM * size && y0 <= y - LOWEST_EM * size;

const NO_LINES: ReadonlySet<Line> = new Set();

function linesAcross({ x, y, size }: PlacedGlyph, endX: number, index: LineIndex): ReadonlySet<Line> {
  if (index.size === 0) return NO_LINES;
  const [top, bottom] = [y - HIGHEST_EM * size, y - LOWEST_EM * size];
  const found = new Set<Line>();
  for (let row = Math.floor(top / ROW_PT); row <= Math.floor(bottom / ROW_PT); row += 1)
    for (let column = Math.floor(x / COLUMN_PT); column <= Math.floor(endX / COLUMN_PT); column += 1)
      for (const line of index.get(keyOf(row, column)) ?? []) {
        const { x0, x1, y0, widthPt } = line.ruling;
        if (y0 >= top && y0 <= bottom && x0 < endX && x1 > x && widthPt <= THICKEST_EM * size) found.add(line);
      }
  return found;
}

function isStrike({ ruling, glyphs, crossesRun }: Line): boolean {
  const [glyph] = glyphs;
  if (glyph === undefined) return false;
  let [from, to] = [glyph.x, glyph.endX];
  for (const { x, endX } of glyphs) [from, to] = [Math.min(from, x), Math.max(to, endX)];
  const beyond = BEYOND_EM * glyph.size;
  if (ruling.x0 < from - beyond || ruling.x1 > to + beyond) return false;
  return crossesRun || glyphs.length > 1 || ruling.x1 - ruling.x0 >= WIDTH_SHARE * (to - from);
}
