/**
 * Glyphs to words. In: placed glyphs in the order they are painted. Out: words with boxes: parted at spaces, at gaps
 * wider than letters leave between them, at changes of line and direction; what is painted twice counted once.
 */
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { PlacedGlyph } from "./glyphs.js";

/** A gap this wide parts words, in ems: kerning stays below it, the narrowest justified space above. */
const GAP_EM = 0.15;
/** A glyph may start this far before the last one's end: kerning and italics. */
const OVERLAP_EM = 0.3;
/** Raised or lowered this much, it is still the same line: ordinals and indices. */
const RAISE_EM = 0.45;
/** Same glyph this close to an earlier one: a shadow or bold by painting twice. */
const TWICE_EM = 0.12;
/** And closer than this share of its width, so that narrow double letters stay two. */
const TWICE_ADVANCE = 0.4;
/** How far a word's box reaches above and below its baseline, in ems. */
const ASCENT_EM = 0.75;
const DESCENT_EM = 0.25;

/** Angles are told to this many degrees. */
const ANGLE_STEP = 5;
/** Painted glyphs are kept by squares of this side, so that a twin is found at once. */
const CELL_PT = 4;
const ROW_STRIDE = 1 << 16;

/** Degrees clockwise; text within a few degrees of upright is upright. */
function angleOf({ ux, uy }: PlacedGlyph): { angle?: number } {
  const degrees = (Math.round((Math.atan2(uy, ux) * 180) / Math.PI / ANGLE_STEP) * ANGLE_STEP + 360) % 360;
  return degrees === 0 ? {} : { angle: degrees };
}

interface Run {
  text: string;
  readonly first: PlacedGlyph;
  last: PlacedGlyph;
  readonly box: [number, number, number, number];
  covered: boolean;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function grow(box: [number, number, number, number], glyph: PlacedGlyph): void {
  const { ux, uy, size } = glyph;
  for (const along of [0, 1]) {
    const x = along === 0 ? glyph.x : glyph.endX;
    const y = along === 0 ? glyph.y : glyph.endY;
    for (const up of [ASCENT_EM * size, -DESCENT_EM * size]) {
      box[0] = Math.min(box[0], x + uy * up);
      box[1] = Math.min(box[1], y - ux * up);
      box[2] = Math.max(box[2], x + uy * up);
      box[3] = Math.max(box[3], y - ux * up);
    }
  }
}

/** Whether a small raised figure follows letters: the mark of a footnote, a word of its own. */
const isNoteMark = (run: Run, glyph: PlacedGlyph): boolean =>
  glyph.size < run.last.size * 0.8 && /^[0-9*†‡]$/u.test(glyph.text) && !/[0-9]$/u.test(run.text);

function continues(run: Run, glyph: PlacedGlyph): boolean {
  const { last } = run;
  if (last.ux * glyph.ux + last.uy * glyph.uy < 0.99) return false;
  const em = Math.max(last.size, glyph.size);
  const dx = glyph.x - last.endX;
  const dy = glyph.y - last.endY;
  const along = dx * last.ux + dy * last.uy;
  const across = Math.abs(dy * last.ux - dx * last.uy);
  if (across > em * RAISE_EM) return false;
  if (across > em * 0.1 && isNoteMark(run, glyph)) return false;
  const gap = along - Math.max(last.tracking, glyph.tracking);
  return along > -em * OVERLAP_EM && gap <= Math.min(last.size, glyph.size) * GAP_EM;
}

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

  /** What a later box hides is no longer printed. */
  cover(box: Bbox): void {
    this.#close();
    for (const run of this.#runs) {
      const x = (run.box[0] + run.box[2]) / 2;
      const y = (run.box[1] + run.box[3]) / 2;
      if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) run.covered = true;
    }
  }

  /** A word's paint is read last, for a later painting may have changed it. */
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

  /** The later painting lies on top, so it gives the colour. */
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
