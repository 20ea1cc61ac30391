/**
 * Finds glyphs that are painted twice. In: placed glyphs in painting order. Out: the earliest visible one of the same letter and size at
 * nearly the same place. A page may have a million glyphs, so they are chained in arrays of numbers, not in a list for each place.
 */
import type { PlacedGlyph } from "./glyphs.js";

/** The same glyph this close to an earlier one, in ems, is a shadow, or bold text made by painting twice. */
const TWICE_EM = 0.12;
/** It must also be closer than this share of its width, so that narrow double letters stay two. */
const TWICE_ADVANCE = 0.4;
/** Largest difference between the sizes of a glyph and its twin, as a share. */
const SAME_SIZE = 0.05;
/** Glyphs are found by squares of this side, in points, and by their text, so that few are compared also where text is dense. */
const CELL_PT = 4;
/** Odd numbers that spread rows, columns and texts. */
const SPREAD_ROW = 0x85ebca6b;
const SPREAD_COLUMN = 0xc2b2ae35;
const SPREAD_TEXT = 0x9e3779b1;
/** Chains at the start; there are always at least as many as glyphs. */
const FIRST_CHAINS = 1 << 10;
const NONE = -1;

/** Different squares and texts may have one key. */
function keyOf(row: number, column: number, text: string): number {
  const key =
    Math.imul(row, SPREAD_ROW) ^ Math.imul(column, SPREAD_COLUMN) ^ Math.imul(text.charCodeAt(0), SPREAD_TEXT);
  return key ^ (key >>> 15);
}

const squareOf = (length: number): number => Math.floor(length / CELL_PT);

const isSame = (one: PlacedGlyph, other: PlacedGlyph, reach: number): boolean =>
  !one.covered &&
  one.text === other.text &&
  Math.abs(one.x - other.x) <= reach &&
  Math.abs(one.y - other.y) <= reach &&
  Math.abs(one.size - other.size) <= other.size * SAME_SIZE;

export class GlyphIndex {
  readonly #glyphs: PlacedGlyph[] = [];
  /** For each chain its last glyph, and for each glyph the one before it in its chain. */
  #last = new Int32Array(FIRST_CHAINS).fill(NONE);
  #before = new Int32Array(FIRST_CHAINS);
  /** The key of each glyph: most others of a chain differ in it, and need not be looked at. */
  #keys = new Int32Array(FIRST_CHAINS);

  /** The earlier glyph that a glyph is painted on; a glyph that has none is added. */
  twinOf(glyph: PlacedGlyph): PlacedGlyph | null {
    const advance = Math.hypot(glyph.endX - glyph.x, glyph.endY - glyph.y);
    const reach = Math.min(glyph.size * TWICE_EM, advance * TWICE_ADVANCE);
    const [lastRow, lastColumn] = [squareOf(glyph.y + reach), squareOf(glyph.x + reach)];
    const firstColumn = squareOf(glyph.x - reach);
    for (let row = squareOf(glyph.y - reach); row <= lastRow; row += 1)
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const twin = this.#firstIn(keyOf(row, column, glyph.text), glyph, reach);
        if (twin !== null) return twin;
      }
    this.#add(glyph);
    return null;
  }

  /** The earliest glyph of a chain that is the same. */
  #firstIn(key: number, glyph: PlacedGlyph, reach: number): PlacedGlyph | null {
    let twin: PlacedGlyph | null = null;
    for (let at = this.#last[key & (this.#last.length - 1)] ?? NONE; at >= 0; at = this.#before[at] ?? NONE) {
      const other = this.#keys[at] === key ? this.#glyphs[at] : undefined;
      if (other !== undefined && isSame(other, glyph, reach)) twin = other;
    }
    return twin;
  }

  #add(glyph: PlacedGlyph): void {
    const at = this.#glyphs.length;
    if (at === this.#last.length) this.#grow();
    this.#glyphs.push(glyph);
    this.#keys[at] = keyOf(squareOf(glyph.y), squareOf(glyph.x), glyph.text);
    this.#chain(at);
  }

  #chain(at: number): void {
    const chain = (this.#keys[at] ?? 0) & (this.#last.length - 1);
    this.#before[at] = this.#last[chain] ?? NONE;
    this.#last[chain] = at;
  }

  #grow(): void {
    const size = this.#last.length * 2;
    this.#last = new Int32Array(size).fill(NONE);
    this.#before = new Int32Array(size);
    const keys = this.#keys;
    this.#keys = new Int32Array(size);
    this.#keys.set(keys);
    for (let at = 0; at < keys.length; at += 1) this.#chain(at);
  }
}
