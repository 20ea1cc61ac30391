/**
 * What a PDF's operators have set so far: matrices, text settings, colours, clip. In: operators, applied by the walker.
 * Out: one plain object that `save` copies and `restore` brings back.
 */
import type { Bbox } from "../../schema/values.js";
import type { Matrix } from "./matrix.js";

/** What of a pdf.js font the reading needs. */
export interface FontFace {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Whether the file does not say which letters its glyphs show. */
  readonly unmapped: boolean;
  /** From glyph space to text space; its first value is the width of a unit. */
  readonly matrix: Matrix;
  /** Height of its em in text space at size 1. */
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
  /** Alpha of the groups around, which multiplies into both. */
  groupAlpha: number;
  lineWidth: number;
  clip: Bbox;
  /** False where the clip is some other shape than its box. */
  clipIsBox: boolean;
  /** True where the clip is a disc or a rounded box, if not its box itself: what fills it is seen as such. */
  clipFillsBox: boolean;
  /** False under a mask or a blend mode, where paint need not hide what is below. */
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

/** Moves to the start of another line, relative to the start of this one. */
export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

export function setTextMatrix(state: GraphicsState, textMatrix: Matrix): void {
  Object.assign(state, { textMatrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}

/** Sets what a state dictionary names, but for its font, which the walker knows. */
export function applyEntries(state: GraphicsState, entries: Iterable<readonly [string, unknown]>): void {
  for (const [key, value] of entries) {
    if (key === "LW" && typeof value === "number") state.lineWidth = value;
    else if (key === "ca" && typeof value === "number") state.fillAlpha = value;
    else if (key === "CA" && typeof value === "number") state.strokeAlpha = value;
    else if (key === "BM") state.isPlain = value === "source-over";
    else if (key === "SMask" && value) state.isPlain = false;
  }
}
