/**
 * Joins glyphs to words. In: placed glyphs in painting order. Out: words with boxes, separated at spaces, at gaps wider
 * than those between letters, and at changes of line or direction. A glyph that is painted twice counts once.
 */
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { PlacedGlyph } from "./glyphs.js";
import { continues, grow, type Run } from "./runs.js";

/** The same glyph this close to an earlier one, in ems, is a shadow, or bold text made by painting twice. */
const TWICE_EM = 0.12;
/** It must also be closer than this share of its width, so that narrow double letters stay two. */
const TWICE_ADVANCE = 0.4;
/** Angles are rounded to this many degrees. */
const ANGLE_STEP = 5;
/** Painted glyphs are indexed by squares of this side, so that a twin is found quickly. */
const CELL_PT = 4;
const ROW_STRIDE = 1 << 16;

/** Degrees clockwise; text within a few degrees of upright is upright. */
function angleOf({ ux, uy }: PlacedGlyph): { angle?: number } {
  const degrees = (Math.round((Math.atan2(uy, ux) * 180) / Math.PI / ANGLE_STEP) * ANGLE_STEP + 360) % 360;
  return degrees === 0 ? {} : { angle: degrees };
}

const round = (value: number): number => Math.round(value * 100) / 100;

const isSame = (one: PlacedGlyph, other: PlacedGlyph, reach: number): boolean =>
  one.text === other.text &&
  Math.abs(one.x - other.x) <= reach &&
  Math.abs(one.y - other.y) <= reach &&
  Math.abs(one.size - other.size) <= other.size * 0.05;

export class WordBuilder {
  readonly #runs: Run[] = [];
  readonly #seen = new Map<number, PlacedGlyph[]>();
  #run: Run | null = null;

  add(glyph: PlacedGlyph): void {
    if (glyph.text === " ") this.#close();
    if (glyph.text === " " || glyph.text === "" || glyph.size <= 0 || this.#isPaintedTwice(glyph)) return;
    if (this.#run !== null && !continues(this.#run, glyph)) this.#close();
    this.#run ??= {
      text: "",
      first: glyph,
      last: glyph,
      box: [Infinity, Infinity, -Infinity, -Infinity],
      covered: false,
    };
    this.#run.text += glyph.text;
    this.#run.last = glyph;
    grow(this.#run.box, glyph);
  }

  /** Marks the words under a later opaque box as covered. */
  cover(box: Bbox): void {
    this.#close();
    for (const run of this.#runs) {
      const x = (run.box[0] + run.box[2]) / 2;
      const y = (run.box[1] + run.box[3]) / 2;
      if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) run.covered = true;
    }
  }

  /** Colours are read last, because painting a glyph a second time changes them. */
  words(): Word[] {
    this.#close();
    const shown = this.#runs.filter(({ covered }) => !covered);
    return shown.map(({ text, first, box }) => ({
      text: /^[\u0020-\u02ff]*$/u.test(text) ? text : text.normalize("NFC"),
      bbox: [round(box[0]), round(box[1]), round(box[2]), round(box[3])],
      sizePt: round(first.size),
      colour: first.colour,
      bold: first.bold,
      invisible: first.invisible,
      ...angleOf(first),
    }));
  }

  #close(): void {
    if (this.#run !== null) this.#runs.push(this.#run);
    this.#run = null;
  }

  /** If so, the earlier glyph gets the colour of this one, which is on top. */
  #isPaintedTwice(glyph: PlacedGlyph): boolean {
    const advance = Math.hypot(glyph.endX - glyph.x, glyph.endY - glyph.y);
    const reach = Math.min(glyph.size * TWICE_EM, advance * TWICE_ADVANCE);
    const firstRow = Math.floor((glyph.y - reach) / CELL_PT);
    const lastRow = Math.floor((glyph.y + reach) / CELL_PT);
    const firstColumn = Math.floor((glyph.x - reach) / CELL_PT);
    const lastColumn = Math.floor((glyph.x + reach) / CELL_PT);
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const twin = this.#seen.get(row * ROW_STRIDE + column)?.find((other) => isSame(other, glyph, reach));
        if (twin === undefined) continue;
        if (glyph.invisible) return true;
        if (!twin.invisible && Math.hypot(twin.x - glyph.x, twin.y - glyph.y) > 0.01) twin.bold = true;
        twin.colour = glyph.colour;
        twin.invisible = false;
        return true;
      }
    }
    const cell = Math.floor(glyph.y / CELL_PT) * ROW_STRIDE + Math.floor(glyph.x / CELL_PT);
    const there = this.#seen.get(cell);
    if (there === undefined) this.#seen.set(cell, [glyph]);
    else there.push(glyph);
    return false;
  }
}
