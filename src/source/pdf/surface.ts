/**
 * What lies on top at each place of a page while it is painted. In: painted boxes and glyphs, in painting order. Out: the
 * colour under each glyph, and which glyphs a later box hides. The page is divided into squares, so that neither a box nor a
 * glyph is compared with all others.
 */
import type { Bbox } from "../../schema/values.js";
import type { PlacedGlyph } from "./glyphs.js";

/** Smallest side of a square, in points, and most squares along a side of the page. */
const SQUARE_PT = 16;
const MOST_SQUARES = 64;
/** Most boxes that are kept for a square: beyond, what is under its glyphs counts as unknown. */
const MOST_PARTS = 2048;

const PAPER = "#ffffff";

/** What is painted over part of a square; a colour of null is not known, as under pictures and patterns. */
interface Part {
  readonly box: Bbox;
  readonly colour: string | null;
}

interface Square {
  readonly box: Bbox;
  /** What was last painted over all of it. */
  ground: string | null;
  parts: Part[];
  /** Glyphs that nothing hides so far. */
  glyphs: PlacedGlyph[];
}

const contains = (box: Bbox, x: number, y: number): boolean => x > box[0] && x < box[2] && y > box[1] && y < box[3];

export class Surface {
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #squares: (Square | undefined)[];

  constructor([, , width, height]: Bbox) {
    this.#side = Math.max(SQUARE_PT, width / MOST_SQUARES, height / MOST_SQUARES);
    this.#columns = Math.max(1, Math.ceil(width / this.#side));
    this.#rows = Math.max(1, Math.ceil(height / this.#side));
    this.#squares = new Array(this.#columns * this.#rows).fill(undefined);
  }

  /** @param hides whether nothing of what is below the box shows */
  paint(box: Bbox, colour: string | null, hides: boolean): void {
    const [firstColumn, lastColumn] = [this.#columnAt(box[0]), this.#columnAt(box[2])];
    for (let row = this.#rowAt(box[1]); row <= this.#rowAt(box[3]); row += 1)
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const square = this.#square(column, row);
        if (hides) hideUnder(square, box);
        paintSquare(square, box, colour);
      }
  }

  /** Adds a glyph on top, and tells it what is under it. */
  place(glyph: PlacedGlyph): void {
    const square = this.#square(this.#columnAt(glyph.midX), this.#rowAt(glyph.midY));
    if (glyph.ground !== null) glyph.ground = groundAt(square, glyph.midX, glyph.midY);
    square.glyphs.push(glyph);
  }

  #columnAt(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor(x / this.#side)));
  }

  #rowAt(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor(y / this.#side)));
  }

  #square(column: number, row: number): Square {
    const key = row * this.#columns + column;
    const found = this.#squares[key];
    if (found !== undefined) return found;
    const [x, y] = [column * this.#side, row * this.#side];
    const square: Square = { box: [x, y, x + this.#side, y + this.#side], ground: PAPER, parts: [], glyphs: [] };
    this.#squares[key] = square;
    return square;
  }
}

function hideUnder(square: Square, box: Bbox): void {
  if (square.glyphs.length === 0) return;
  const left = square.glyphs.filter((glyph) => {
    glyph.covered = contains(box, glyph.midX, glyph.midY);
    return !glyph.covered;
  });
  if (left.length < square.glyphs.length) square.glyphs = left;
}

function paintSquare(square: Square, box: Bbox, colour: string | null): void {
  const { box: own, parts } = square;
  if (box[0] <= own[0] && box[1] <= own[1] && box[2] >= own[2] && box[3] >= own[3]) {
    square.ground = colour;
    if (parts.length > 0) square.parts = [];
    return;
  }
  if (parts.length >= MOST_PARTS) {
    square.parts = parts.slice(MOST_PARTS / 2);
    square.ground = null;
  }
  square.parts.push({ box, colour });
}

function groundAt({ ground, parts }: Square, x: number, y: number): string | null {
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (part !== undefined && contains(part.box, x, y)) return part.colour;
  }
  return ground;
}
