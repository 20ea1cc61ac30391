/**
 * Shown text to placed glyphs. In: one show-text operator's glyphs and the graphics state. Out: glyphs with their
 * baseline, advance and paint, in points from the page's top left; the state moves on as the text does.
 */
import type { Bbox } from "../../schema/values.js";
import type { GraphicsState } from "./graphics-state.js";
import { mapX, mapY, multiply } from "./matrix.js";
import { glyphText } from "./symbols.js";

/** A glyph as pdf.js hands it over. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

export interface PlacedGlyph {
  /** Empty where the glyph stands for no character; a space where it only parts words. */
  readonly text: string;
  /** Start of its baseline. */
  readonly x: number;
  readonly y: number;
  /** Where its baseline ends, without the spacing that follows. */
  readonly endX: number;
  readonly endY: number;
  /** Direction of its baseline: a unit vector. */
  readonly ux: number;
  readonly uy: number;
  /** Height of its em. */
  readonly size: number;
  /** Spacing that the text's setter put after every glyph of this run. */
  readonly tracking: number;
  colour: string;
  bold: boolean;
  invisible: boolean;
}

/** The render mode that paints nothing. Mode 7 only clips, but then paint shows through the letters. */
const NO_INK = 3;
/** Modes that paint the outline only, and outline and body. */
const OUTLINE_ONLY = new Set([1, 5]);
const FILLED_AND_OUTLINED = new Set([2, 6]);

/** Below this share of letters a run is no letter-spaced heading but, say, a row of dots. */
const LETTER_SHARE = 0.7;

/** The least gap that offsets leave between neighbouring glyphs, in text space: letter-spaced text has it everywhere. */
function leastGap(items: readonly (ShownGlyph | number)[], fontSize: number): number {
  let least = Number.POSITIVE_INFINITY;
  let gaps = 0;
  let letters = 0;
  let before: ShownGlyph | null = null;
  let offset = 0;
  for (const item of items) {
    if (typeof item === "number") {
      offset -= (item * fontSize) / 1000;
      continue;
    }
    if (before !== null && before.unicode.trim() !== "" && item.unicode.trim() !== "") {
      // Most runs are not spaced, which their first pair of letters shows.
      if (offset <= 0) return offset;
      least = Math.min(least, offset);
      gaps += 1;
      if (/\p{L}/u.test(item.unicode)) letters += 1;
    }
    before = item;
    offset = 0;
  }
  return gaps >= 3 && letters >= gaps * LETTER_SHARE ? least : 0;
}

/** @param place takes each glyph that lies inside the clip, and every space */
export function placeGlyphs(
  items: readonly (ShownGlyph | number)[],
  state: GraphicsState,
  place: (glyph: PlacedGlyph) => void,
): void {
  const { font, fontSize, horizontalScale } = state;
  if (font === null) return;
  const unit = fontSize * font.matrix[0];
  if (font.vertical) return;
  const matrix = multiply(state.ctm, state.textMatrix);
  const scaleX = Math.hypot(matrix[0], matrix[1]);
  const size = Math.abs(fontSize) * font.emScale * Math.hypot(matrix[2], matrix[3]);
  const flip = Math.sign(fontSize * horizontalScale) || 1;
  const ux = scaleX === 0 ? 1 : (matrix[0] / scaleX) * flip;
  const uy = scaleX === 0 ? 0 : (matrix[1] / scaleX) * flip;
  const { renderMode } = state;
  const alpha = state.groupAlpha * (OUTLINE_ONLY.has(renderMode) ? state.strokeAlpha : state.fillAlpha);
  const colour = (OUTLINE_ONLY.has(renderMode) ? state.strokeColour : state.fillColour) ?? "#000000";
  const bold = font.bold || FILLED_AND_OUTLINED.has(renderMode);
  const invisible = renderMode === NO_INK || alpha === 0;
  const spread = Math.max(0, leastGap(items, fontSize) + state.charSpacing);
  const tracking = spread * Math.abs(horizontalScale) * scaleX;
  const baseline = state.y + state.rise;
  let offset = 0;
  for (const item of items) {
    if (typeof item === "number") {
      offset -= (item * fontSize) / 1000;
      continue;
    }
    const from = state.x + offset * horizontalScale;
    const to = from + item.width * unit * horizontalScale;
    const text = glyphText(item.unicode, font.name);
    const glyph: PlacedGlyph = {
      text,
      x: mapX(matrix, from, baseline),
      y: mapY(matrix, from, baseline),
      endX: mapX(matrix, to, baseline),
      endY: mapY(matrix, to, baseline),
      ux,
      uy,
      size,
      tracking,
      colour,
      bold,
      invisible,
    };
    if (text === " " || insideClip(glyph, state.clip)) place(glyph);
    offset += item.width * unit + state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
  }
  state.x += offset * horizontalScale;
}

/** Whether any of a glyph's body lies inside the clip. */
function insideClip(glyph: PlacedGlyph, clip: Bbox): boolean {
  const midX = (glyph.x + glyph.endX) / 2 + glyph.uy * glyph.size * 0.3;
  const midY = (glyph.y + glyph.endY) / 2 - glyph.ux * glyph.size * 0.3;
  return midX >= clip[0] && midX <= clip[2] && midY >= clip[1] && midY <= clip[3];
}
