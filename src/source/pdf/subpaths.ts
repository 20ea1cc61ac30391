/**
 * A path to its pieces. In: pdf.js's flat list of drawing codes and a matrix. Out: subpaths as points on the page, each
 * told as a box, a round or cornered blob that fills its box, or some other outline.
 */
import type { Bbox } from "../../schema/values.js";
import { type Matrix, mapX, mapY } from "./matrix.js";

export interface Subpath {
  /** x and y in turn, where the outline passes; bends in between are left out. */
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
  /** Around all points and the handles of its curves. */
  readonly box: Bbox;
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
/** Numbers that follow each code. */
const ARGUMENTS: readonly number[] = [2, 2, 6, 4, 0];

/** @param codes 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each before its coordinates */
export function readSubpaths(codes: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: number[] = [];
  let closed = false;
  let curved = false;
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = () => {
    if (points.length >= 4) subpaths.push({ points, closed, curved, box });
    points = [];
    closed = false;
    curved = false;
    box = [Infinity, Infinity, -Infinity, -Infinity];
  };
  for (let index = 0; index < codes.length; ) {
    const code = codes[index] ?? CLOSE;
    const count = ARGUMENTS[code] ?? 0;
    if (code === MOVE) end();
    else if (code === CLOSE) closed = true;
    else if (code === CURVE || code === QUADRATIC) curved = true;
    else if (code === LINE && closed) {
      const [startX = 0, startY = 0] = points;
      end();
      points.push(startX, startY);
    }
    for (let at = index + 1; at < index + 1 + count; at += 2) {
      const x = mapX(matrix, codes[at] ?? 0, codes[at + 1] ?? 0);
      const y = mapY(matrix, codes[at] ?? 0, codes[at + 1] ?? 0);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
      if (at === index + count - 1) points.push(x, y);
    }
    index += 1 + count;
  }
  end();
  return subpaths;
}

/** Deviation from the box's edge that still lies on it, in points and as a share of its side. */
const EDGE_PT = 0.3;
const EDGE_SHARE = 0.02;

/** Whether the outline is its box: straight, with all its corners in the box's corners. */
export function isBox({ points, curved, box }: Subpath): boolean {
  if (curved || points.length < 8 || points.length > 12) return false;
  let corners = 0;
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index] ?? 0;
    const y = points[index + 1] ?? 0;
    const left = Math.abs(x - box[0]) <= EDGE_PT;
    const right = Math.abs(x - box[2]) <= EDGE_PT;
    const top = Math.abs(y - box[1]) <= EDGE_PT;
    const bottom = Math.abs(y - box[3]) <= EDGE_PT;
    if (!(left || right) || !(top || bottom)) return false;
    corners |= (left && top ? 1 : 0) | (right && top ? 2 : 0) | (left && bottom ? 4 : 0) | (right && bottom ? 8 : 0);
  }
  return corners === 15;
}

/** Whether it is a disc, a rounded box, a diamond or the like: every point on its box's edge or on the ellipse in it. */
export function fillsItsBox(subpath: Subpath): boolean {
  const { points, box } = subpath;
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (points.length < 6 || width <= 0 || height <= 0) return false;
  const slackX = Math.max(EDGE_PT, width * EDGE_SHARE);
  const slackY = Math.max(EDGE_PT, height * EDGE_SHARE);
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index] ?? 0;
    const y = points[index + 1] ?? 0;
    const onEdge = Math.min(x - box[0], box[2] - x) <= slackX || Math.min(y - box[1], box[3] - y) <= slackY;
    const radius = Math.hypot((2 * (x - box[0])) / width - 1, (2 * (y - box[1])) / height - 1);
    if (!onEdge && Math.abs(radius - 1) > 0.05) return false;
  }
  return true;
}

/** Whether a box lies in another, but for a hair. */
export const isInside = (inner: Bbox, outer: Bbox): boolean =>
  inner[0] >= outer[0] - EDGE_PT &&
  inner[1] >= outer[1] - EDGE_PT &&
  inner[2] <= outer[2] + EDGE_PT &&
  inner[3] <= outer[3] + EDGE_PT;

/** A box in a box that leaves a hole: by the even-odd rule, or wound the other way. */
export function isFrame(outer: Subpath, inner: Subpath, evenOdd: boolean): boolean {
  if (!isBox(outer) || !isBox(inner) || !isInside(inner.box, outer.box)) return false;
  return evenOdd || Math.sign(area(outer.points)) !== Math.sign(area(inner.points));
}

function area(points: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < points.length; index += 2) {
    const next = (index + 2) % points.length;
    sum += (points[index] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[index + 1] ?? 0);
  }
  return sum;
}
