/**
 * Lines of writing. In: pieces of ink, and what no line crosses (rulings, edges of fills). Out: lines, each with its pieces from left to
 * right. A wide gap ends a line: what follows is another column.
 */
import { isSolid, type Piece } from "./pieces.js";

export interface TextLine {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
}

/** Widest gap within a line, as a multiple of the height of its letters: between words, and not between columns. */
const WIDEST_GAP = 1.1;
/** Share of its height by which a letter must overlap those before it. */
const OVERLAP = 0.4;
/** Pieces this low, as a share of the page's letters, are dots and dashes: they join lines, and begin none. */
const LOW = 0.45;
/** Number of the last letters whose height is the line's. */
const RECENT = 6;
/** A round mark before a line, this far at most, as a multiple of a letter's height, is its bullet. */
const BULLET_GAP = 3;
/** Specks: pieces smaller than this share of a letter's height in both directions, away from letters. */
const SPECK = 0.16;

interface OpenLine {
  left: number;
  right: number;
  top: number;
  bottom: number;
  readonly pieces: Piece[];
  /** Letters, the last ones of which give the band. */
  readonly letters: Piece[];
}

/** Whether something that no line crosses is between two places of one row. */
export type Barrier = (y: number, from: number, to: number) => boolean;

const heightOf = ({ top, bottom }: Pick<Piece, "top" | "bottom">): number => bottom - top;

/** The usual height of a letter; 0 where there are none. @param least height in pixels of what may be one */
export function letterHeight(pieces: readonly Piece[], least: number, most: number): number {
  const heights = pieces
    .map(heightOf)
    .filter((height) => height >= least && height <= most)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** @param usual height of a letter of the page */
export function textLinesOf(pieces: readonly Piece[], usual: number, barrier: Barrier): TextLine[] {
  const letters = pieces.filter((piece) => heightOf(piece) >= LOW * usual).sort((a, b) => a.left - b.left);
  const index = new LineIndex(usual);
  for (const piece of letters) {
    const line = index.lineFor(piece, barrier);
    if (line === null) index.add(newLine(piece));
    else extend(line, piece, index);
  }
  const lines = joined(index.lines, usual, barrier);
  const byPlace = new LineIndex(usual);
  for (const line of lines) byPlace.add(line);
  for (const piece of pieces) if (heightOf(piece) < LOW * usual) addSmall(piece, byPlace, usual, barrier);
  return lines.map(({ left, top, right, bottom, pieces: own }) => ({
    left,
    top,
    right,
    bottom,
    pieces: own.sort((a, b) => a.left - b.left),
  }));
}

function newLine(piece: Piece): OpenLine {
  const { left, right, top, bottom } = piece;
  return { left, right, top, bottom, pieces: [piece], letters: [piece] };
}

function extend(line: OpenLine, piece: Piece, index: LineIndex): void {
  line.pieces.push(piece);
  line.letters.push(piece);
  grow(line, piece);
  index.move(line);
}

function grow(line: OpenLine, { left, right, top, bottom }: Pick<Piece, "left" | "right" | "top" | "bottom">): void {
  line.left = Math.min(line.left, left);
  line.right = Math.max(line.right, right);
  line.top = Math.min(line.top, top);
  line.bottom = Math.max(line.bottom, bottom);
}

/** The band of a line's last letters. */
function bandOf({ letters }: OpenLine): { readonly top: number; readonly bottom: number } {
  const recent = letters.slice(-RECENT);
  return { top: Math.min(...recent.map(({ top }) => top)), bottom: Math.max(...recent.map(({ bottom }) => bottom)) };
}

/** Lines by where they are, in bands of the page. */
class LineIndex {
  readonly lines: OpenLine[] = [];
  readonly #bands = new Map<number, Set<OpenLine>>();
  readonly #side: number;

  constructor(usual: number) {
    this.#side = Math.max(8, usual * 2);
  }

  add(line: OpenLine): void {
    this.lines.push(line);
    this.move(line);
  }

  move(line: OpenLine): void {
    for (let band = Math.floor(line.top / this.#side); band <= Math.floor(line.bottom / this.#side); band += 1) {
      const set = this.#bands.get(band);
      if (set === undefined) this.#bands.set(band, new Set([line]));
      else set.add(line);
    }
  }

  near(top: number, bottom: number): Set<OpenLine> {
    const found = new Set<OpenLine>();
    for (let band = Math.floor(top / this.#side); band <= Math.floor(bottom / this.#side); band += 1)
      for (const line of this.#bands.get(band) ?? []) found.add(line);
    return found;
  }

  /** The line that a letter continues: the one that overlaps it most. */
  lineFor(piece: Piece, barrier: Barrier): OpenLine | null {
    let [best, bestShare]: [OpenLine | null, number] = [null, OVERLAP];
    for (const line of this.near(piece.top, piece.bottom)) {
      const band = bandOf(line);
      const [low, high] = [Math.min(heightOf(band), heightOf(piece)), Math.max(heightOf(band), heightOf(piece))];
      const share = (Math.min(band.bottom, piece.bottom) - Math.max(band.top, piece.top)) / low;
      const gap = piece.left - line.right;
      if (share <= bestShare || gap > WIDEST_GAP * Math.max(low, high * 0.6)) continue;
      if (
        barrier(
          Math.round((Math.max(band.top, piece.top) + Math.min(band.bottom, piece.bottom)) / 2),
          line.right,
          piece.left,
        )
      )
        continue;
      [best, bestShare] = [line, share];
    }
    return best;
  }
}

/** Lines of which one lies within the other's band and length, as accents may, or that follow each other closely, made one. */
function joined(lines: readonly OpenLine[], usual: number, barrier: Barrier): OpenLine[] {
  const index = new LineIndex(usual);
  for (const line of [...lines].sort((a, b) => b.right - b.left - (a.right - a.left))) {
    const host = [...index.near(line.top, line.bottom)].find((other) => {
      const shared = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
      const gap = Math.max(line.left - other.right, other.left - line.right);
      if (shared < 0.6 * Math.min(heightOf(line), heightOf(other)) || gap > 0.5 * usual) return false;
      const y = Math.round((Math.max(line.top, other.top) + Math.min(line.bottom, other.bottom)) / 2);
      return !barrier(y, Math.min(line.right, other.right), Math.max(line.left, other.left));
    });
    if (host === undefined) {
      index.add(line);
      continue;
    }
    host.pieces.push(...line.pieces);
    host.letters.push(...line.letters);
    grow(host, line);
    index.move(host);
  }
  return index.lines;
}

/** Adds a dot, comma or dash to the line that it is in; what is alone is a speck. */
function addSmall(piece: Piece, index: LineIndex, usual: number, barrier: Barrier): void {
  const isSpeck = Math.max(piece.right - piece.left, heightOf(piece)) < SPECK * usual;
  const isBullet = !isSpeck && isSolid(piece);
  const reach = isSpeck ? 0.5 * usual : WIDEST_GAP * usual;
  const [midY, midX] = [(piece.top + piece.bottom) / 2, (piece.left + piece.right) / 2];
  let [best, least]: [OpenLine | null, number] = [null, reach];
  for (const line of index.near(piece.top - usual, piece.bottom + usual)) {
    const beside = Math.max(0, line.left - midX, midX - line.right);
    const over = Math.max(0, line.top - midY, midY - line.bottom);
    if (over > 0.35 * usual || (isSpeck && nearest(line, piece) > 0.6 * usual)) continue;
    const isBefore = isBullet && line.left > midX && beside <= BULLET_GAP * usual;
    const far = (isBefore ? beside / BULLET_GAP : beside) + 2 * over;
    if (
      far >= least ||
      barrier(
        Math.round(midY),
        Math.min(line.right, piece.left),
        Math.max(piece.right, Math.min(line.left, piece.right)),
      )
    )
      continue;
    [best, least] = [line, far];
  }
  if (best === null) return;
  best.pieces.push(piece);
  best.left = Math.min(best.left, piece.left);
  best.right = Math.max(best.right, piece.right);
}

/** Distance from a piece to the nearest letter of a line. */
function nearest({ letters }: OpenLine, { left, right }: Piece): number {
  let least = Number.POSITIVE_INFINITY;
  for (const letter of letters) least = Math.min(least, Math.max(letter.left - right, left - letter.right));
  return least;
}
