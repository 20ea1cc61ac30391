/**
 * The graphics state: matrices, text settings, colours and clip. In: operators, applied by the walker. Out: one plain
 * object that `save` copies and `restore` brings back.
 */
import type { Bbox } from "../../schema/values.js";
import type { Matrix } from "./matrix.js";

/** The properties of a pdf.js font that reading needs. */
export interface FontFace {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Whether the file lacks the map from its glyphs to characters. */
  readonly unmapped: boolean;
  /** From glyph space to text space; its first value is the width of a unit. */
  readonly matrix: Matrix;
  /** Height of an em in text space at size 1. */
  readonly emScale: number;
}

export interface GraphicsState {
  /** From user space to the page, top left origin. */
  ctm: Matrix;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: FontFace | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is unscaled. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  /** "#rrggbb", or null for a pattern or no paint. */
  fillColour: string | null;
  strokeColour: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Alpha of the enclosing groups, a factor of both the fill and the stroke alpha. */
  groupAlpha: number;
  lineWidth: number;
  clip: Bbox;
  /** False if the true clip is another shape than the box in `clip`. */
  clipIsBox: boolean;
  /** True if the clip is its box, or a disc or rounded box that touches all four sides: what fills it counts as a box. */
  clipFillsBox: boolean;
  /** False under a mask or a blend mode, where painting may not hide what is below. */
  isPlain: boolean;
}

export function initialState(ctm: Matrix, clip: Bbox): GraphicsState {
  return {
    ctm,
    textMatrix: [1, 0, 0, 1, 0, 0],
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    fillColour: "#000000",
    strokeColour: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    lineWidth: 1,
    clip,
    clipIsBox: true,
    clipFillsBox: true,
    isPlain: true,
  };
}

/** Moves to the start of another line, relative to the start of the current one. */
export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

export function setTextMatrix(state: GraphicsState, textMatrix: Matrix): void {
  Object.assign(state, { textMatrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}

/** Applies the entries of a state dictionary, except the font, which the walker sets. */
export function applyEntries(state: GraphicsState, entries: Iterable<readonly [string, unknown]>): void {
  for (const [key, value] of entries) {
    if (key === "LW" && typeof value === "number") state.lineWidth = value;
    else if (key === "ca" && typeof value === "number") state.fillAlpha = value;
    else if (key === "CA" && typeof value === "number") state.strokeAlpha = value;
    else if (key === "BM") state.isPlain = value === "source-over";
    else if (key === "SMask" && value) state.isPlain = false;
  }
}
