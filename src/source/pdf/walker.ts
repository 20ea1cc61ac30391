/**
 * Walks a page's operator list. In: operators of pdf.js, the page's matrix, its fonts. Out: glyphs for the words, paths
 * for the drawing, and the boxes that images cover. Keeps the graphics state as PDF's imaging model has it.
 */
import type { Bbox } from "../../schema/values.js";
import { Drawing } from "./drawing.js";
import { type PlacedGlyph, placeGlyphs, type ShownGlyph } from "./glyphs.js";
import { type FontFace, type GraphicsState, initialState } from "./graphics-state.js";
import { intersect, type Matrix, mapBox, multiply, toMatrix } from "./matrix.js";
import { OPS } from "./open.js";
import { numberOf, OPERATORS } from "./operators.js";
import { isBox, readSubpaths } from "./subpaths.js";
import { WordBuilder } from "./words.js";

/** Arguments as pdf.js hands them over: their kinds depend on the operator. */
export type Arguments = readonly unknown[];

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (Arguments | null)[];
}

export interface PageSetting {
  /** From user space to the page, rotated and cropped. */
  readonly matrix: Matrix;
  readonly bounds: Bbox;
  readonly fonts: ReadonlyMap<string, FontFace>;
  /** Whether a layer is shown, by what marks its content. */
  readonly isLayerShown: (layer: unknown) => boolean;
}

/** An image may be as small as this, in points, and still count. */
const IMAGE_MIN_PT = 2;

export class Walker {
  readonly words = new WordBuilder();
  readonly drawing = new Drawing((box) => this.words.cover(box));
  readonly images: Bbox[] = [];
  state: GraphicsState;
  #stack: GraphicsState[] = [];
  #layers: boolean[] = [];
  #masks: boolean[] = [];
  #pendingClip = false;
  /** Where an image would lie that pdf.js was told to leave out: a matrix was set, and nothing painted since. */
  #hole: GraphicsState | null = null;

  constructor(readonly setting: PageSetting) {
    this.state = initialState(setting.matrix, setting.bounds);
  }

  walk({ fnArray, argsArray }: OperatorList): void {
    for (let index = 0; index < fnArray.length; index += 1) {
      OPERATORS.get(fnArray[index] ?? 0)?.(this, argsArray[index] ?? []);
    }
    this.#endImage();
  }

  save(): void {
    this.#stack.push({ ...this.state });
  }

  restore(): void {
    this.#endImage();
    this.state = this.#stack.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix);
    this.#hole = this.state;
  }

  image(): void {
    const box = intersect(mapBox(this.state.ctm, 0, 0, 1, 1), this.state.clip);
    this.#hole = null;
    if (box === null || !this.#isPainting()) return;
    if (box[2] - box[0] >= IMAGE_MIN_PT && box[3] - box[1] >= IMAGE_MIN_PT) this.images.push(box);
  }

  #endImage(): void {
    if (this.#hole === this.state) this.image();
    this.#hole = null;
  }

  #isPainting(): boolean {
    return !this.#layers.includes(false) && !this.#masks.includes(true);
  }

  showText(items: readonly (ShownGlyph | number)[]): void {
    this.#hole = null;
    const painting = this.#isPainting();
    placeGlyphs(items, this.state, (glyph: PlacedGlyph) => {
      if (painting) this.words.add(glyph);
    });
  }

  moveText(x: number, y: number): void {
    this.state.lineX += x;
    this.state.lineY += y;
    this.state.x = this.state.lineX;
    this.state.y = this.state.lineY;
  }

  setTextMatrix(matrix: Matrix): void {
    Object.assign(this.state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  setFont(name: unknown, size: unknown): void {
    this.state.font = this.setting.fonts.get(String(name)) ?? null;
    this.state.fontSize = numberOf(size);
  }

  setGState(entries: unknown): void {
    for (const [key, value] of entries as Iterable<[string, unknown]>) {
      if (key === "LW") this.state.lineWidth = numberOf(value, 1);
      else if (key === "ca") this.state.fillAlpha = numberOf(value, 1);
      else if (key === "CA") this.state.strokeAlpha = numberOf(value, 1);
      else if (key === "Font" && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  beginForm(matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    this.save();
    if (matrix !== null) this.state.ctm = multiply(this.state.ctm, toMatrix(matrix));
    if (box !== null) this.#clipTo(mapBox(this.state.ctm, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0), true);
  }

  /** A group is painted as a whole: its content starts opaque, under the alpha that was set outside. */
  beginGroup(group: { readonly smask?: unknown }): void {
    this.save();
    this.#masks.push(group.smask !== null && group.smask !== undefined);
    const { fillAlpha, groupAlpha } = this.state;
    Object.assign(this.state, { groupAlpha: groupAlpha * fillAlpha, fillAlpha: 1, strokeAlpha: 1 });
  }

  endGroup(): void {
    this.restore();
    this.#masks.pop();
  }

  /** An annotation's picture starts afresh from the page's own matrix. */
  beginAnnotation(box: ArrayLike<number> | null, transform: ArrayLike<number>, matrix: ArrayLike<number>): void {
    this.#stack.push({ ...this.state });
    this.state = initialState(this.setting.matrix, this.setting.bounds);
    this.beginFormless(box, multiply(toMatrix(transform), toMatrix(matrix)));
  }

  beginFormless(box: ArrayLike<number> | null, matrix: Matrix): void {
    if (box !== null) this.#clipTo(mapBox(this.state.ctm, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0), true);
    this.state.ctm = multiply(this.state.ctm, matrix);
  }

  beginMarked(tag: unknown, layer: unknown): void {
    this.#layers.push(tag !== "OC" || this.setting.isLayerShown(layer));
  }

  endMarked(): void {
    this.#layers.pop();
  }

  clip(): void {
    this.#pendingClip = true;
  }

  path(paint: number, codes: ArrayLike<number> | null): void {
    if (codes !== null) {
      if (paint !== OPS.endPath) this.#hole = null;
      if (this.#isPainting()) this.#paint(paint, codes);
      if (this.#pendingClip) this.#clipToPath(codes);
    }
    this.#pendingClip = false;
  }

  #paint(paint: number, codes: ArrayLike<number>): void {
    if (FILLS.has(paint)) this.drawing.fill(codes, this.state, EVEN_ODD.has(paint));
    if (STROKES.has(paint)) this.drawing.stroke(codes, this.state);
  }

  #clipToPath(codes: ArrayLike<number>): void {
    const subpaths = readSubpaths(codes, this.state.ctm);
    const boxes = subpaths.map(({ box }) => box);
    const whole: Bbox = [
      Math.min(...boxes.map((box) => box[0])),
      Math.min(...boxes.map((box) => box[1])),
      Math.max(...boxes.map((box) => box[2])),
      Math.max(...boxes.map((box) => box[3])),
    ];
    const [only] = subpaths;
    if (only !== undefined) this.#clipTo(whole, subpaths.length === 1 && isBox(only));
  }

  #clipTo(box: Bbox, exact: boolean): void {
    const nothing: Bbox = [box[0], box[1], box[0], box[1]];
    this.state.clip = intersect(this.state.clip, box) ?? nothing;
    this.state.clipIsBox &&= exact;
  }
}

const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const EVEN_ODD = new Set<number>([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
