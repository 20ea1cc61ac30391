/**
 * Walks a page's operator list. In: operators of pdf.js, the page's matrix, its fonts. Out: glyphs for the words, paths
 * for the drawing, and the boxes that images cover. Keeps the graphics state as PDF's imaging model has it.
 */
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Bbox } from "../../schema/values.js";
import { Drawing } from "./drawing.js";
import { type PlacedGlyph, placeGlyphs, type ShownGlyph } from "./glyphs.js";
import { type FontFace, type GraphicsState, initialState } from "./graphics-state.js";
import { IDENTITY, intersect, type Matrix, mapBox, multiply, toMatrix } from "./matrix.js";
import { isBox, readSubpaths } from "./subpaths.js";
import { WordBuilder } from "./words.js";

/** Arguments as pdf.js hands them over: their kinds depend on the operator. */
type Arguments = readonly unknown[];
type Handler = (walker: Walker, args: Arguments) => void;

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

const number = (value: unknown, otherwise = 0): number => (typeof value === "number" ? value : otherwise);
const colourOf = (value: unknown): string | null =>
  typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;
const numbersOf = (value: unknown): ArrayLike<number> | null =>
  value instanceof Float32Array || Array.isArray(value) ? (value as ArrayLike<number>) : null;

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

  walk(codes: readonly number[], args: readonly (Arguments | null)[]): void {
    for (let index = 0; index < codes.length; index += 1) HANDLERS.get(codes[index] ?? 0)?.(this, args[index] ?? []);
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
    this.state.fontSize = number(size);
  }

  setGState(entries: unknown): void {
    for (const [key, value] of entries as Iterable<[string, unknown]>) {
      if (key === "LW") this.state.lineWidth = number(value, 1);
      else if (key === "ca") this.state.fillAlpha = number(value, 1);
      else if (key === "CA") this.state.strokeAlpha = number(value, 1);
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

const HANDLERS: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [OPS.save, (w) => w.save()],
  [OPS.restore, (w) => w.restore()],
  [OPS.transform, (w, args) => w.transform(toMatrix(args as readonly number[]))],
  [OPS.setLineWidth, (w, [width]) => void (w.state.lineWidth = number(width, 1))],
  [OPS.setGState, (w, [entries]) => w.setGState(entries)],
  [OPS.setFillRGBColor, (w, [colour]) => void (w.state.fillColour = colourOf(colour))],
  [OPS.setStrokeRGBColor, (w, [colour]) => void (w.state.strokeColour = colourOf(colour))],
  [OPS.setFillColorN, (w) => void (w.state.fillColour = null)],
  [OPS.setStrokeColorN, (w) => void (w.state.strokeColour = null)],
  [OPS.setFillTransparent, (w) => void (w.state.fillColour = null)],
  [OPS.setStrokeTransparent, (w) => void (w.state.strokeColour = null)],
  [OPS.beginText, (w) => w.setTextMatrix(IDENTITY)],
  [OPS.setFont, (w, [name, size]) => w.setFont(name, size)],
  [OPS.setCharSpacing, (w, [space]) => void (w.state.charSpacing = number(space))],
  [OPS.setWordSpacing, (w, [space]) => void (w.state.wordSpacing = number(space))],
  [OPS.setHScale, (w, [percent]) => void (w.state.horizontalScale = number(percent, 100) / 100)],
  [OPS.setLeading, (w, [leading]) => void (w.state.leading = number(leading))],
  [OPS.setTextRise, (w, [rise]) => void (w.state.rise = number(rise))],
  [OPS.setTextRenderingMode, (w, [mode]) => void (w.state.renderMode = number(mode))],
  [OPS.moveText, (w, [x, y]) => w.moveText(number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    (w, [x, y]) => {
      w.state.leading = -number(y);
      w.moveText(number(x), number(y));
    },
  ],
  [OPS.setTextMatrix, (w, [matrix]) => w.setTextMatrix(toMatrix(numbersOf(matrix) ?? IDENTITY))],
  [OPS.nextLine, (w) => w.moveText(0, -w.state.leading)],
  [OPS.showText, (w, [items]) => w.showText(items as readonly (ShownGlyph | number)[])],
  [OPS.clip, (w) => w.clip()],
  [OPS.eoClip, (w) => w.clip()],
  [OPS.constructPath, (w, [paint, data]) => w.path(number(paint), numbersOf((data as unknown[] | null)?.[0]))],
  [OPS.paintFormXObjectBegin, (w, [matrix, box]) => w.beginForm(numbersOf(matrix), numbersOf(box))],
  [OPS.paintFormXObjectEnd, (w) => w.restore()],
  [OPS.beginGroup, (w, [group]) => w.beginGroup(group as { smask?: unknown })],
  [OPS.endGroup, (w) => w.endGroup()],
  [
    OPS.beginAnnotation,
    (w, [, box, transform, matrix]) =>
      w.beginAnnotation(numbersOf(box), numbersOf(transform) ?? IDENTITY, numbersOf(matrix) ?? IDENTITY),
  ],
  [OPS.endAnnotation, (w) => w.restore()],
  [OPS.beginMarkedContent, (w, [tag]) => w.beginMarked(tag, null)],
  [OPS.beginMarkedContentProps, (w, [tag, layer]) => w.beginMarked(tag, layer)],
  [OPS.endMarkedContent, (w) => w.endMarked()],
  [OPS.paintImageXObject, (w) => w.image()],
  [OPS.paintInlineImageXObject, (w) => w.image()],
  [OPS.paintImageMaskXObject, (w) => w.image()],
  [OPS.paintSolidColorImageMask, (w) => w.drawing.fillUnit(w.state)],
]);
