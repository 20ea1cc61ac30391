/**
 * Places the glyphs of shown text. In: one show-text operator's glyphs and the graphics state. Out: glyphs with baseline,
 * advance and colour, in points from the page's top left. Advances the text position in the state.
 */
import type { Bbox } from "../../schema/values.js";
import { blend } from "./colour.js";
import type { FontFace, GraphicsState } from "./graphics-state.js";
import { type Matrix, mapX, mapY, multiply } from "./matrix.js";
import { glyphText } from "./symbols.js";

/** A glyph as pdf.js returns it. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

export interface PlacedGlyph {
  /** Empty if the glyph represents no character; a space if it only separates words. */
  readonly text: string;
  /** Start of the baseline. */
  readonly x: number;
  readonly y: number;
  /** End of the baseline, without the spacing after it. */
  readonly endX: number;
  readonly endY: number;
  /** Direction of the baseline: a unit vector. */
  readonly ux: number;
  readonly uy: number;
  /** Height of an em. */
  readonly size: number;
  /** The middle of its body. */
  readonly midX: number;
  readonly midY: number;
  /** Letter-spacing: the extra space after every glyph of this run. */
  readonly tracking: number;
  colour: string;
  bold: boolean;
  invisible: boolean;
  /** The colour under it; null where that is not known, or where the glyph shows by more than its colour. */
  ground: string | null;
  /** Whether something painted later hides it. */
  covered: boolean;
  /** Whether a line is drawn through it. */
  struck: boolean;
}

/** The render mode that paints nothing. Mode 7 only clips, but what is painted next shows in the shape of the letters. */
const INVISIBLE = 3;
/** Modes that stroke the outline only, and that fill and stroke. */
const OUTLINE_ONLY = new Set([1, 5]);
const FILLED_AND_OUTLINED = new Set([2, 6]);

/** Height of the middle of a glyph above its baseline, in ems. */
const MIDDLE_EM = 0.3;
const PAPER = "#ffffff";

/** With a lower share of letters a run is not a letter-spaced heading but, say, a row of dots. */
const LETTER_SHARE = 0.7;

/** The smallest gap between neighbouring glyphs, in text space: letter-spaced text has it everywhere. 0 if it is not such text. */
function smallestGap(items: readonly (ShownGlyph | number)[], fontSize: number): number {
  let smallest = Number.POSITIVE_INFINITY;
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
      // Most runs are not letter-spaced, which their first pair of letters shows.
      if (offset <= 0) return offset;
      smallest = Math.min(smallest, offset);
      gaps += 1;
      if (/\p{L}/u.test(item.unicode)) letters += 1;
    }
    before = item;
    offset = 0;
  }
  return gaps >= 3 && letters >= gaps * LETTER_SHARE ? smallest : 0;
}

/** @param place called with each glyph inside the clip, and with every space */
export function placeGlyphs(
  items: readonly (ShownGlyph | number)[],
  state: GraphicsState,
  place: (glyph: PlacedGlyph) => void,
): void {
  const { font, fontSize, horizontalScale } = state;
  if (font === null || font.vertical) return;
  const unit = fontSize * font.matrix[0];
  const matrix = multiply(state.ctm, state.textMatrix);
  const shape = shapeOf(font, state, matrix);
  const paint = paintOf(font, state);
  const spacing = Math.max(0, smallestGap(items, fontSize) + state.charSpacing);
  const tracking = spacing * Math.abs(horizontalScale) * Math.hypot(matrix[0], matrix[1]);
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
    const [x, y] = [mapX(matrix, from, baseline), mapY(matrix, from, baseline)];
    const [endX, endY] = [mapX(matrix, to, baseline), mapY(matrix, to, baseline)];
    const midX = (x + endX) / 2 + shape.uy * shape.size * MIDDLE_EM;
    const midY = (y + endY) / 2 - shape.ux * shape.size * MIDDLE_EM;
    if (text === " " || insideClip(midX, midY, state.clip))
      place({
        text,
        x,
        y,
        endX,
        endY,
        ux: shape.ux,
        uy: shape.uy,
        size: shape.size,
        midX,
        midY,
        tracking,
        colour: paint.colour,
        bold: paint.bold,
        invisible: paint.invisible,
        ground: paint.ground,
        covered: false,
        struck: false,
      });
    offset += item.width * unit + state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
  }
  state.x += offset * horizontalScale;
}

/** Direction and size of a font's glyphs under the text matrix. */
function shapeOf(
  { emScale }: FontFace,
  { fontSize, horizontalScale }: GraphicsState,
  matrix: Matrix,
): Pick<PlacedGlyph, "ux" | "uy" | "size"> {
  const scaleX = Math.hypot(matrix[0], matrix[1]);
  const flip = Math.sign(fontSize * horizontalScale) || 1;
  return {
    ux: scaleX === 0 ? 1 : (matrix[0] / scaleX) * flip,
    uy: scaleX === 0 ? 0 : (matrix[1] / scaleX) * flip,
    size: Math.abs(fontSize) * emScale * Math.hypot(matrix[2], matrix[3]),
  };
}

function paintOf(font: FontFace, state: GraphicsState): Pick<PlacedGlyph, "colour" | "bold" | "invisible" | "ground"> {
  const { renderMode, groupAlpha } = state;
  const isOutline = OUTLINE_ONLY.has(renderMode);
  const hasOutline = FILLED_AND_OUTLINED.has(renderMode);
  const alpha = groupAlpha * (isOutline ? state.strokeAlpha : state.fillAlpha);
  const colour = isOutline ? state.strokeColour : state.fillColour;
  const isOneColour = colour !== null && !font.type3 && !(hasOutline && state.strokeColour !== colour);
  return {
    colour: colour === null ? "#000000" : alpha === 0 ? colour : blend(colour, alpha),
    bold: font.bold || hasOutline,
    invisible: renderMode === INVISIBLE || alpha === 0,
    ground: isOneColour && state.isPlain ? PAPER : null,
  };
}

/** Whether the middle of a glyph is inside the clip. */
const insideClip = (midX: number, midY: number, clip: Bbox): boolean =>
  midX >= clip[0] && midX <= clip[2] && midY >= clip[1] && midY <= clip[3];
