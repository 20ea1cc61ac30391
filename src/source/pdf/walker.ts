/**
 * Carries out a page's operators. In: calls from `walkOperators` for each of them, the page's matrix and fonts. Out: words,
 * rulings and fills, and the boxes that images cover. Keeps the graphics state as PDF's imaging model defines it.
 */
import type { Bbox } from "../../schema/values.js";
import { clipToBox, clipToPath } from "./clip.js";
import { Drawing } from "./drawing.js";
import { type PlacedGlyph, placeGlyphs, type ShownGlyph } from "./glyphs.js";
import { type GraphicsState, initialState } from "./graphics-state.js";
import { intersect, type Matrix, mapBox, multiply, toMatrix } from "./matrix.js";
import { OPS } from "./open.js";
import { type Group, numberOf, type PageSetting } from "./operator-list.js";
import { colourOf } from "./pictures.js";
import { WordBuilder } from "./words.js";

/** Smallest side of an image that counts, in points. */
const IMAGE_MIN_PT = 2;
/** Largest side of an image that may show a status, in points. */
const ICON_MAX_PT = 72;

export class Walker {
  readonly words: WordBuilder;
  readonly drawing: Drawing;
  readonly images: Bbox[] = [];
  state: GraphicsState;
  #stack: GraphicsState[] = [];
  #layers: boolean[] = [];
  #masks: boolean[] = [];
  #pendingClip = false;
  /** The state in which an image may have been left out by pdf.js: a matrix was set and nothing painted since. */
  #omittedImage: GraphicsState | null = null;

  constructor(readonly setting: PageSetting) {
    this.state = initialState(setting.matrix, setting.bounds);
    this.words = new WordBuilder(setting.bounds);
    this.drawing = new Drawing((box, colour, hides) => this.words.paint(box, colour, hides));
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
    this.#omittedImage = this.state;
  }

  /** @param source its name on the page, or the image itself; null where it is only known to be there */
  image(source: unknown = null): void {
    const box = intersect(mapBox(this.state.ctm, 0, 0, 1, 1), this.state.clip);
    this.#omittedImage = null;
    if (box === null || !this.#isPainting()) return;
    this.words.paint(box, null, false);
    if (box[2] - box[0] < IMAGE_MIN_PT || box[3] - box[1] < IMAGE_MIN_PT) return;
    this.images.push(box);
    if (Math.max(box[2] - box[0], box[3] - box[1]) <= ICON_MAX_PT)
      this.drawing.picture(
        box,
        typeof source === "string" ? (this.setting.pictures.get(source) ?? null) : colourOf(source),
      );
  }

  /** Fills the clip with colours that change from place to place. */
  shade(): void {
    this.#omittedImage = null;
    if (this.#isPainting()) this.words.paint(this.state.clip, null, false);
  }

  #endImage(): void {
    if (this.#omittedImage === this.state) this.image();
    this.#omittedImage = null;
  }

  #isPainting(): boolean {
    return !this.#layers.includes(false) && !this.#masks.includes(true);
  }

  showText(items: readonly (ShownGlyph | number)[]): void {
    this.#omittedImage = null;
    const painting = this.#isPainting();
    placeGlyphs(items, this.state, (glyph: PlacedGlyph) => {
      if (painting) this.words.add(glyph);
    });
  }

  /** Render modes from 4 on add the text to the clip, which then has the shape of its letters. */
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

  /** A group is painted as one object: its content starts opaque, and the alpha set outside applies to all of it. */
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

  /** An annotation's appearance starts with the page's own matrix and a new state. */
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
      if (paint !== OPS.endPath) this.#omittedImage = null;
      if (this.#isPainting()) this.drawing.paint(paint, codes, this.state);
      if (this.#pendingClip) clipToPath(this.state, codes);
    }
    this.#pendingClip = false;
  }
}
