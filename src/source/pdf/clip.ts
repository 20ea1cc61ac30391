/**
 * Narrows the clip. In: the graphics state and a box or a path. Out: the state's clip, always an upright box on the page,
 * with a mark where the true clip is some other shape inside it.
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

/** @param box left, bottom, right and top before the matrix */
export function clipToBox(state: GraphicsState, matrix: Matrix, box: ArrayLike<number>): void {
  narrow(state, mapBox(matrix, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0), true);
}

/** An empty path would clip everything away; such files show their content in every viewer, so it is passed over. */
export function clipToPath(state: GraphicsState, codes: ArrayLike<number>): void {
  const subpaths = readSubpaths(codes, state.ctm);
  const [first] = subpaths;
  if (first === undefined) return;
  const whole: [number, number, number, number] = [...first.box];
  for (const { box } of subpaths) {
    whole[0] = Math.min(whole[0], box[0]);
    whole[1] = Math.min(whole[1], box[1]);
    whole[2] = Math.max(whole[2], box[2]);
    whole[3] = Math.max(whole[3], box[3]);
  }
  const fills = subpaths.length === 1 && fillsItsBox(first);
  narrow(state, whole, subpaths.length === 1 && isBox(first));
  state.clipFillsBox &&= fills;
}
