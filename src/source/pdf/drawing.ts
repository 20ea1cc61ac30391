/**
 * Turns painted paths into rulings and fills. In: paths with the graphics state they are painted in. Out: horizontal and
 * vertical lines, however they were drawn, and filled boxes in painting order. Other drawings are left out; every one is told
 * to what keeps account of what lies on top.
 */
import type { Fill, Ruling } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import { blend } from "./colour.js";
import type { GraphicsState } from "./graphics-state.js";
import { intersect, meanScale } from "./matrix.js";
import { EVEN_ODD, FILLS, STROKES } from "./paints.js";
import { fillsItsBox, isBox, isFrame, isInside, readSubpaths, type Subpath } from "./subpaths.js";

/** A filled box up to this thick is a line; a long one may be up to `THICK_PT` thick. */
const THIN_PT = 2;
const THICK_PT = 4;
const LONG_RATIO = 10;
/** A stroke wider than this is a filled band, not a line. */
const BAND_PT = 5;
/** Largest side of an outline that may mark a lamp, in points. */
const RING_MAX_PT = 60;
/** How much a line may slant, in points, and still count as horizontal or vertical. */
const SLANT_PT = 0.75;

const round = (value: number): number => Math.round(value * 100) / 100;
const grown = (box: Bbox, by: number): Bbox => [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
const roundBox = (box: Bbox): Bbox => [round(box[0]), round(box[1]), round(box[2]), round(box[3])];

/**
 * A null colour is one that is not known all over the box: a pattern, a shape that is no box, or paint that lets what is below
 * shine through.
 * @param hides whether nothing of what is below shows
 */
type OnPaint = (box: Bbox, colour: string | null, hides: boolean) => void;

/** Whether a box is painted as it is: all of it, in its own colour. */
const isOpaque = (alpha: number, { isPlain, clipIsBox }: GraphicsState): boolean => alpha === 1 && isPlain && clipIsBox;

export class Drawing {
  readonly rulings: Ruling[] = [];
  readonly fills: Fill[] = [];
  /** The boxes of stroked outlines: discs, rounded boxes, diamonds. */
  readonly rings: Bbox[] = [];

  /** @param onPaint called with every box that is painted, and with the box around every other shape */
  constructor(private readonly onPaint: OnPaint) {}

  /** @param paint the code of the operator that paints the path */
  paint(paint: number, codes: ArrayLike<number>, state: GraphicsState): void {
    if (FILLS.has(paint)) this.fill(codes, state, EVEN_ODD.has(paint));
    if (STROKES.has(paint)) this.stroke(codes, state);
  }

  fill(codes: ArrayLike<number>, state: GraphicsState, evenOdd: boolean): void {
    const alpha = state.fillAlpha * state.groupAlpha;
    if (alpha === 0) return;
    const subpaths = readSubpaths(codes, state.ctm);
    if (state.fillColour === null) {
      for (const { box } of subpaths) this.#paintUnknown(box, state);
      return;
    }
    for (let index = 0; index < subpaths.length; index += 1) {
      const outer = subpaths[index];
      const inner = subpaths[index + 1];
      if (outer === undefined) continue;
      if (inner !== undefined && isFrame(outer, inner, evenOdd)) {
        this.#addFrame(outer.box, inner.box, state);
        index += 1;
      } else this.#addFill(outer, state, alpha);
    }
  }

  stroke(codes: ArrayLike<number>, state: GraphicsState): void {
    if (state.strokeColour === null || state.strokeAlpha * state.groupAlpha === 0) return;
    const width = state.lineWidth * meanScale(state.ctm);
    for (const subpath of readSubpaths(codes, state.ctm)) {
      if (width > BAND_PT) this.#paintUnknown(grown(subpath.box, width / 2), state);
      const { points, closed } = subpath;
      if (subpath.curved && !fillsItsBox(subpath)) continue;
      if (closed || subpath.curved) this.#addRing(subpath.box, state);
      for (let index = 0; index + 3 < points.length; index += 2) {
        this.#addStroke(points[index], points[index + 1], points[index + 2], points[index + 3], width, state);
      }
      if (closed) this.#addStroke(points.at(-2), points.at(-1), points[0], points[1], width, state);
    }
  }

  /** @param colour the one that its points share, or null */
  picture(box: Bbox, colour: string | null): void {
    this.fills.push({ bbox: roundBox(box), colour: colour ?? "#ffffff", picture: true });
  }

  /** Fills the unit square under the current matrix, as one-pixel images and masks do. */
  fillUnit(state: GraphicsState): void {
    this.fill([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4], state, false);
  }

  #addFill(subpath: Subpath, state: GraphicsState, alpha: number): void {
    const box = intersect(subpath.box, state.clip);
    if (box === null || state.fillColour === null) return;
    const exact = isBox(subpath);
    const opaque = exact && isOpaque(alpha, state);
    const isThin = this.#addIfThin(box);
    this.onPaint(box, opaque ? state.fillColour : null, opaque && !isThin);
    if (isThin || (!exact && !fillsItsBox(subpath))) return;
    if (!state.clipIsBox && !state.clipFillsBox && !isInside(subpath.box, state.clip)) return;
    this.fills.push({ bbox: roundBox(box), colour: blend(state.fillColour, alpha) });
  }

  #paintUnknown(box: Bbox, state: GraphicsState): void {
    const visible = intersect(box, state.clip);
    if (visible !== null) this.onPaint(visible, null, false);
  }

  /** Adds a box as a ruling if it is thin enough. */
  #addIfThin(box: Bbox): boolean {
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    const thickness = Math.min(width, height);
    const length = Math.max(width, height);
    if (thickness > THIN_PT && (thickness > THICK_PT || length < thickness * LONG_RATIO)) return false;
    if (height <= width) this.#addRuling(box[0], (box[1] + box[3]) / 2, box[2], true, thickness);
    else this.#addRuling(box[1], (box[0] + box[2]) / 2, box[3], false, thickness);
    return true;
  }

  /** Adds the four sides of a box with a hole in it; sides too thick for a ruling are left out. */
  #addFrame(outer: Bbox, inner: Bbox, state: GraphicsState): void {
    const sides: Bbox[] = [
      [outer[0], outer[1], outer[2], inner[1]],
      [outer[0], inner[3], outer[2], outer[3]],
      [outer[0], outer[1], inner[0], outer[3]],
      [inner[2], outer[1], outer[2], outer[3]],
    ];
    for (const side of sides) {
      const visible = intersect(side, state.clip);
      if (visible === null || Math.min(side[2] - side[0], side[3] - side[1]) <= 0) continue;
      this.#addIfThin(visible);
      this.onPaint(visible, null, false);
    }
  }

  #addRing(box: Bbox, { clip }: GraphicsState): void {
    if (Math.max(box[2] - box[0], box[3] - box[1]) <= RING_MAX_PT && isInside(box, clip))
      this.rings.push(roundBox(box));
  }

  #addStroke(x0 = 0, y0 = 0, x1 = 0, y1 = 0, width: number, state: GraphicsState): void {
    const horizontal = Math.abs(y1 - y0) <= SLANT_PT && Math.abs(x1 - x0) > Math.abs(y1 - y0);
    if (!horizontal && (Math.abs(x1 - x0) > SLANT_PT || y0 === y1)) return;
    const half = width / 2;
    const visible = intersect(
      horizontal
        ? [Math.min(x0, x1), (y0 + y1) / 2 - half, Math.max(x0, x1), (y0 + y1) / 2 + half]
        : [(x0 + x1) / 2 - half, Math.min(y0, y1), (x0 + x1) / 2 + half, Math.max(y0, y1)],
      state.clip,
    );
    if (visible === null) return;
    if (width > BAND_PT && state.strokeColour !== null) {
      const alpha = state.strokeAlpha * state.groupAlpha;
      this.fills.push({ bbox: roundBox(visible), colour: blend(state.strokeColour, alpha) });
      const opaque = isOpaque(alpha, state);
      this.onPaint(visible, opaque ? state.strokeColour : null, opaque);
    } else if (horizontal) this.#addRuling(visible[0], (visible[1] + visible[3]) / 2, visible[2], true, width);
    else this.#addRuling(visible[1], (visible[0] + visible[2]) / 2, visible[3], false, width);
  }

  #addRuling(from: number, across: number, to: number, horizontal: boolean, width: number): void {
    const [start, middle, end, widthPt] = [round(from), round(across), round(to), round(width)];
    this.rulings.push(
      horizontal
        ? { x0: start, y0: middle, x1: end, y1: middle, widthPt, horizontal }
        : { x0: middle, y0: start, x1: middle, y1: end, widthPt, horizontal },
    );
  }
}
