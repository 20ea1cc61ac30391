/**
 * Narrows the clip. In: the graphics state and a box or a path. Out: the state's clip, always an upright box on the page,
 * with flags for a true clip that is some other shape inside that box.
 */
import type { Bbox } from "../../schema/values.js";
import type { GraphicsState } from "./graphics-state.js";
import { intersect, type Matrix, mapBox } from "./matrix.js";
import { fillsItsBox, isBox, readSubpaths } from "./subpaths.js";

function narrow(state: GraphicsState, box: Bbox, exact: boolean): void {
  const nothing: Bbox = [box[0], box[1], box[0], box[1]];
  state.clip = intersect(state.clip, box) ?? nothing;
  state.clipIsBox &&= exact;
}

/** @param box left, bottom, right and top, before the matrix is applied */
export function clipToBox(state: GraphicsState, matrix: Matrix, box: ArrayLike<number>): void {
  narrow(state, mapBox(matrix, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0), true);
}

/** An empty path would clip everything away. It is ignored, because every viewer shows the content of such files. */
export function clipToPath(state: GraphicsState, codes: ArrayLike<number>): void {
  const subpaths = readSubpaths(codes, state.ctm);
  const [first] = subpaths;
  if (first === undefined) return;
  const bounds: [number, number, number, number] = [...first.box];
  for (const { box } of subpaths) {
    bounds[0] = Math.min(bounds[0], box[0]);
    bounds[1] = Math.min(bounds[1], box[1]);
    bounds[2] = Math.max(bounds[2], box[2]);
    bounds[3] = Math.max(bounds[3], box[3]);
  }
  const fills = subpaths.length === 1 && fillsItsBox(first);
  narrow(state, bounds, subpaths.length === 1 && isBox(first));
  state.clipFillsBox &&= fills;
}
