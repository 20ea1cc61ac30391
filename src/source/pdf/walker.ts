/**
 * What a page's operators do. In: calls of `walkOperators` for each, the page's matrix, its fonts. Out: glyphs for the words, paths
 * for the drawing, and the boxes that images cover. Keeps the graphics state as PDF's imaging model has it.
 */
import type { Bbox } from "../../schema/values.js";
import { clipToBox, clipToPath } from "./clip.js";
import { Drawing } from "./drawing.js";
import { type PlacedGlyph, placeGlyphs, type ShownGlyph } from "./glyphs.js";
import { type GraphicsState, initialState } from "./graphics-state.js";
import { intersect, type Matrix, mapBox, multiply, toMatrix } from "./matrix.js";
import { OPS } from "./open.js";
import { type Group, numberOf, type PageSetting } from "./operator-list.js";
import { WordBuilder } from "./words.js";

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

  /** A page may end in an image that was left out. */
  endPage(): void {
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

  /** Text that adds to the clip, as modes from 4 on do, leaves a clip of its letters' shape. */
  endText(): void {
    if (this.state.renderMode >= 4) Object.assign(this.state, { clipIsBox: false, clipFillsBox: false });
  }

  setFont(name: unknown, size: unknown): void {
    this.state.font = this.setting.fonts.get(String(name)) ?? null;
    this.state.fontSize = numberOf(size);
  }

  beginForm(matrix: ArrayLike<number> | null, box: ArrayLike<number> | null): void {
    this.save();
    if (matrix !== null) this.state.ctm = multiply(this.state.ctm, toMatrix(matrix));
    if (box !== null) clipToBox(this.state, this.state.ctm, box);
  }

  /** A group is painted as a whole: its content starts opaque, under the alpha that was set outside. */
  beginGroup(group: Group): void {
    this.save();
    const { matrix, bbox } = group;
    if (bbox) clipToBox(this.state, matrix ? multiply(this.state.ctm, toMatrix(matrix)) : this.state.ctm, bbox);
    this.#masks.push(group.smask !== null && group.smask !== undefined);
    const { fillAlpha, groupAlpha } = this.state;
    Object.assign(this.state, { groupAlpha: groupAlpha * fillAlpha, fillAlpha: 1, strokeAlpha: 1, isPlain: true });
  }

  endGroup(): void {
    this.restore();
    this.#masks.pop();
  }

  /** An annotation's picture starts afresh from the page's own matrix. */
  beginAnnotation(box: ArrayLike<number> | null, transform: ArrayLike<number>, matrix: ArrayLike<number>): void {
    this.save();
    this.state = initialState(this.setting.matrix, this.setting.bounds);
    if (box !== null) clipToBox(this.state, this.state.ctm, box);
    this.state.ctm = multiply(this.state.ctm, multiply(toMatrix(transform), toMatrix(matrix)));
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
      if (this.#isPainting()) this.drawing.paint(paint, codes, this.state);
      if (this.#pendingClip) clipToPath(this.state, codes);
    }
    this.#pendingClip = false;
  }
}
