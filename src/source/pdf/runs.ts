/**
 * Runs of glyphs that form one word. In: a run and the glyph painted next. Out: whether the glyph belongs to the run, and
 * the run's box.
 */
import type { Bbox } from "../../schema/values.js";
import type { PlacedGlyph } from "./glyphs.js";
import { isUnit, SMALLER } from "./raised-marks.js";

/** A gap wider than this separates words, in ems: kerning is narrower, the narrowest justified space is wider. */
const GAP_EM = 0.15;
/** A glyph may start this far before the end of the last one, in ems: kerning and italics. */
const OVERLAP_EM = 0.3;
/** A glyph may be raised or lowered by this much and still be on the same line, in ems: ordinals and indices. */
const RAISE_EM = 0.45;
/** How far a word's box extends above and below its baseline, in ems. */
const ASCENT_EM = 0.75;
const DESCENT_EM = 0.25;

/** Angles are rounded to this many degrees. */
const ANGLE_STEP = 5;

export interface Run {
  text: string;
  readonly glyphs: PlacedGlyph[];
  last: PlacedGlyph;
}

/** Degrees clockwise; text within a few degrees of upright is upright. */
export const angleOf = ({ ux, uy }: PlacedGlyph): number =>
  (Math.round((Math.atan2(uy, ux) * 180) / Math.PI / ANGLE_STEP) * ANGLE_STEP + 360) % 360;

/** The box around glyphs. */
export function boxOf(glyphs: readonly PlacedGlyph[]): Bbox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) grow(box, glyph);
  return box;
}

function grow(box: [number, number, number, number], glyph: PlacedGlyph): void {
  const { ux, uy, size } = glyph;
  if (ux === 1) {
    box[0] = Math.min(box[0], glyph.x, glyph.endX);
    box[1] = Math.min(box[1], glyph.y - ASCENT_EM * size, glyph.endY - ASCENT_EM * size);
    box[2] = Math.max(box[2], glyph.x, glyph.endX);
    box[3] = Math.max(box[3], glyph.y + DESCENT_EM * size, glyph.endY + DESCENT_EM * size);
    return;
  }
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

/** Whether a raised glyph is the mark of a footnote: a small figure, sign or letter, which is a word of its own. */
const isFootnoteMark = (run: Run, glyph: PlacedGlyph): boolean =>
  glyph.size < run.last.size * SMALLER &&
  (/^[0-9*†‡§¶]$/u.test(glyph.text) ? !isUnit(run.text) : /^[a-f]$/.test(glyph.text) && /\p{Ll}{2}$/u.test(run.text));

export function continues(run: Run, glyph: PlacedGlyph): boolean {
  const { last } = run;
  if (last.ux * glyph.ux + last.uy * glyph.uy < 0.99) return false;
  const em = Math.max(last.size, glyph.size);
  const dx = glyph.x - last.endX;
  const dy = glyph.y - last.endY;
  const along = dx * last.ux + dy * last.uy;
  const across = Math.abs(dy * last.ux - dx * last.uy);
  if (across > em * RAISE_EM) return false;
  if (across > em * 0.1 && isFootnoteMark(run, glyph)) return false;
  const gap = along - Math.max(last.tracking, glyph.tracking);
  return along > -em * OVERLAP_EM && gap <= Math.min(last.size, glyph.size) * GAP_EM;
}
