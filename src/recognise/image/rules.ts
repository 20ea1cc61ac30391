/**
 * Drawn lines. In: the ink of a picture. Out: its straight lines across and down, and the ink without them. Dotted and broken lines count
 * where nothing is written along them.
 */
import type { Ink } from "./ink.js";

/** A line in pixels; `across` where it runs from left to right. Its middle is at `at`, and it reaches from `from` to `to`. */
export interface PixelRule {
  readonly across: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thick: number;
}

/** What counts as a line, in millimetres. */
interface Kind {
  readonly shortest: number;
  readonly thickest: number;
  /** Widest gap within it. */
  readonly gap: number;
  /** Smallest share of it that is ink, and that is no thicker than a line. */
  readonly inked: number;
  readonly thin: number;
}

const SOLID: Kind = { shortest: 7, thickest: 0.8, gap: 0.17, inked: 0.85, thin: 0.88 };
/** Lines of grey that became dots when the picture was made black and white. */
const BROKEN: Kind = { shortest: 12, thickest: 0.6, gap: 1.3, inked: 0.3, thin: 0.93 };
/** Beside a line, within this many millimetres, and over this share of its length at most, may be ink on both sides: else it is writing. */
const BESIDE_MM = 0.8;
const BESIDE = 0.35;
/** Pixels that blur adds to the thickness of a line. */
const BLUR = 2;
/** Sides of cells that are lower than a long line: they begin and end at lines of the other direction, this far at most. */
const SHORT: Kind = { ...SOLID, shortest: 2 };
const TOUCHES_MM = 0.7;
/** Pieces this near to each other are one line, in millimetres. */
const JOINED = 1.5;

/** Pixels of one direction: a line across is looked for in rows, one down in columns. */
interface Grid {
  readonly isInk: Uint8Array;
  readonly length: number;
  readonly lines: number;
  /** Steps to the next pixel of a line, and to the next line. */
  readonly along: number;
  readonly next: number;
}

interface Piece {
  line: number;
  from: number;
  to: number;
}

/** Finds the lines, and takes their ink away. @param perMm pixels per millimetre */
export function takeRules({ widthPx, heightPx, strength, isInk, least }: Ink, perMm: number): PixelRule[] {
  // A thin line is fainter than the writing around it.
  const isTraced = Uint8Array.from(strength, (value) => (value > least ? 1 : 0));
  const rows: Grid = { isInk: isTraced, length: widthPx, lines: heightPx, along: 1, next: widthPx };
  const columns: Grid = { isInk: isTraced, length: heightPx, lines: widthPx, along: widthPx, next: 1 };
  const rules: PixelRule[] = [];
  for (const kind of [SOLID, SHORT, BROKEN]) {
    const isWanted = kind === SHORT ? endsAtRules(rules.slice(), TOUCHES_MM * perMm, rows) : () => true;
    const found = [rows, columns].map((grid) => ({
      grid,
      groups: groupsOf(
        piecesOf(grid, kind, perMm).filter((piece) => isWanted(piece, grid)),
        perMm,
      ),
    }));
    // Both directions are found before either is taken away: lines cross.
    for (const { grid, groups } of found)
      for (const group of groups) {
        const rule = ruleOf(group, grid === rows);
        rules.push(rule);
        const most = thickestPx(kind.thickest, perMm);
        for (const isOn of [isInk, isTraced]) erase({ ...grid, isInk: isOn }, group, rule, most);
      }
  }
  return rules;
}

/** In pixels, with the blur along both edges of a line. */
const thickestPx = (thickest: number, perMm: number): number => Math.round(thickest * perMm) + BLUR;

/** Whether a piece begins and ends at known lines of the other direction. */
function endsAtRules(rules: readonly PixelRule[], reach: number, rows: Grid): (piece: Piece, grid: Grid) => boolean {
  return ({ line, from, to }, grid) => {
    const crossing = rules.filter(
      (rule) => rule.across !== (grid === rows) && rule.from - reach <= line && rule.to + reach >= line,
    );
    const isAt = (place: number): boolean =>
      crossing.some(({ at, thick }) => Math.abs(at - place) <= reach + thick / 2);
    return isAt(from) && isAt(to);
  };
}

/** Stretches of a row or column that are inked, thin and long. */
function piecesOf(grid: Grid, kind: Kind, perMm: number): Piece[] {
  const pieces: Piece[] = [];
  const [gap, shortest] = [Math.max(1, Math.round(kind.gap * perMm)), kind.shortest * perMm];
  for (let line = 0; line < grid.lines; line += 1) {
    let [from, last] = [-1, -1];
    const close = (): void => {
      const piece = { line, from, to: last + 1 };
      if (from >= 0 && piece.to - from >= shortest && isLine(grid, piece, kind, perMm)) pieces.push(piece);
    };
    for (let at = 0, place = line * grid.next; at < grid.length; at += 1, place += grid.along) {
      if (grid.isInk[place] !== 1) continue;
      if (last < 0 || at - last > gap + 1) {
        close();
        from = at;
      }
      last = at;
    }
    close();
  }
  return pieces;
}

function isLine(grid: Grid, { line, from, to }: Piece, { inked, thin, thickest }: Kind, perMm: number): boolean {
  const most = thickestPx(thickest, perMm);
  let [inkCount, thinCount] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const place = line * grid.next + at * grid.along;
    if (grid.isInk[place] !== 1) continue;
    inkCount += 1;
    if (thicknessAt(grid, line, place, most) <= most) thinCount += 1;
  }
  if (inkCount < inked * (to - from) || thinCount < thin * inkCount) return false;
  const reach = Math.max(2, Math.round(BESIDE_MM * perMm));
  return (
    Math.min(inkBeside(grid, { line, from, to }, -1, reach), inkBeside(grid, { line, from, to }, 1, reach)) <= BESIDE
  );
}

/** Share of a piece's length that has other ink on one side of it. */
function inkBeside({ isInk, along, next, lines }: Grid, { line, from, to }: Piece, way: 1 | -1, reach: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    let place = line * next + at * along;
    let step = 0;
    // Past the line itself, and a pixel of its blurred edge.
    while (step <= reach && isInk[place] !== 0) [step, place] = [step + 1, place + way * next];
    for (; step <= 2 * reach; step += 1, place += way * next) {
      const beside = line + way * step;
      if (beside < 0 || beside >= lines) break;
      if (isInk[place] === 0) continue;
      count += 1;
      break;
    }
  }
  return count / Math.max(1, to - from);
}

/** How many pixels of ink lie side by side across the line, up to one more than `most`. */
function thicknessAt({ isInk, next, lines }: Grid, line: number, place: number, most: number): number {
  let count = 1;
  for (let step = 1; step <= most && line - step >= 0 && isInk[place - step * next] !== 0; step += 1) count += 1;
  for (let step = 1; step <= most && line + step < lines && isInk[place + step * next] !== 0; step += 1) count += 1;
  return count;
}

/** Pieces in neighbouring rows, or one after another, that make up one line. */
function groupsOf(pieces: readonly Piece[], perMm: number): Piece[][] {
  const join = JOINED * perMm;
  const groups: Piece[][] = [];
  let open: { group: Piece[]; line: number; from: number; to: number }[] = [];
  for (const piece of pieces) {
    open = open.filter(({ line }) => piece.line - line <= 2);
    const same = open.filter(({ from, to }) => piece.from <= to + join && piece.to >= from - join);
    const [first] = same;
    if (first === undefined) {
      const group = [piece];
      groups.push(group);
      open.push({ group, ...piece });
      continue;
    }
    first.group.push(piece);
    Object.assign(first, {
      line: piece.line,
      from: Math.min(first.from, piece.from),
      to: Math.max(first.to, piece.to),
    });
    for (const other of same.slice(1)) {
      first.group.push(...other.group.splice(0));
      Object.assign(first, { from: Math.min(first.from, other.from), to: Math.max(first.to, other.to) });
      open.splice(open.indexOf(other), 1);
    }
  }
  return groups.filter((group) => group.length > 0);
}

function ruleOf(group: readonly Piece[], across: boolean): PixelRule {
  let [weight, sum, from, to, first, last] = [0, 0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const piece of group) {
    const length = piece.to - piece.from;
    weight += length;
    sum += length * (piece.line + 0.5);
    [from, to] = [Math.min(from, piece.from), Math.max(to, piece.to)];
    [first, last] = [Math.min(first, piece.line), Math.max(last, piece.line)];
  }
  return { across, at: sum / weight, from, to, thick: Math.max(1, Math.min(last - first + 1, weight / (to - from))) };
}

/** Takes away the ink of a line over all its length, but not where a letter touches it: there it is thicker than a line. */
function erase(grid: Grid, group: readonly Piece[], { from, to, thick }: PixelRule, most: number): void {
  const lineAt = new Int32Array(to - from).fill(-1);
  for (const piece of group) lineAt.fill(piece.line, piece.from - from, piece.to - from);
  const reach = Math.ceil(thick / 2) + 1;
  const taken: number[] = [];
  let line = group[0]?.line ?? 0;
  for (let at = from; at < to; at += 1) {
    const own = lineAt[at - from] ?? -1;
    line = own < 0 ? line : own;
    for (let beside = Math.max(0, line - reach); beside <= Math.min(grid.lines - 1, line + reach); beside += 1) {
      const place = beside * grid.next + at * grid.along;
      if (grid.isInk[place] !== 0 && thicknessAt(grid, beside, place, most) <= most) taken.push(place);
    }
  }
  for (const place of taken) grid.isInk[place] = 0;
}
