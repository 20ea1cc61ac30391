/**
 * Splits a path into subpaths. In: pdf.js's flat list of drawing codes and a matrix. Out: subpaths as points on the page,
 * and whether one is a box, a round or cornered shape that fills its box, or some other outline.
 */
import type { Bbox } from "../../schema/values.js";
import { type Matrix, mapX, mapY } from "./matrix.js";

export interface Subpath {
  /** x and y alternately, for each point on the outline; the control points of curves are left out. */
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
  /** Around all points and the control points of curves. */
  readonly box: Bbox;
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
/** How many numbers follow each code. */
const ARGUMENTS: readonly number[] = [2, 2, 6, 4, 0];

/** @param codes 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each before its coordinates */
export function readSubpaths(codes: ArrayLike<number>, matrix: Matrix): Subpath[] {
  let draft = emptyDraft();
  const drafts = [draft];
  for (let index = 0; index < codes.length; ) {
    const code = codes[index] ?? CLOSE;
    const next = index + 1 + (ARGUMENTS[code] ?? 0);
    if (code === MOVE || (code === LINE && draft.closed)) {
      // A line after a closed subpath starts where that subpath did.
      draft = emptyDraft(code === LINE ? [draft.points[0] ?? 0, draft.points[1] ?? 0] : []);
      drafts.push(draft);
    }
    draft.closed ||= code === CLOSE;
    draft.curved ||= code === CURVE || code === QUADRATIC;
    addPoints(draft, codes, [index + 1, next], matrix);
    index = next;
  }
  return drafts.filter(({ points }) => points.length >= 4);
}

/** A subpath that is being read. */
interface Draft {
  readonly points: number[];
  closed: boolean;
  curved: boolean;
  readonly box: [number, number, number, number];
}

const emptyDraft = (points: number[] = []): Draft => ({
  points,
  closed: false,
  curved: false,
  box: [Infinity, Infinity, -Infinity, -Infinity],
});

/** Adds an operator's points, of which the last is on the outline; those before are control points. */
function addPoints(
  { points, box }: Draft,
  codes: ArrayLike<number>,
  [first, end]: readonly [number, number],
  matrix: Matrix,
): void {
  for (let at = first; at < end; at += 2) {
    const x = mapX(matrix, codes[at] ?? 0, codes[at + 1] ?? 0);
    const y = mapY(matrix, codes[at] ?? 0, codes[at + 1] ?? 0);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
    if (at + 2 === end) points.push(x, y);
  }
}

/** How far a point may be from the box's edge and still count as on it, in points and as a share of the side. */
const EDGE_PT = 0.3;
const EDGE_SHARE = 0.02;

/** Whether the outline is its own box: straight lines, and all corners in the corners of the box. */
export function isBox({ points, curved, box }: Subpath): boolean {
  if (curved || points.length < 8 || points.length > 12) return false;
  let corners = 0;
  for (let index = 0; index < points.length; index += 2) {
    const corner = cornersAt(points[index] ?? 0, points[index + 1] ?? 0, box);
    if (corner === 0) return false;
    corners |= corner;
  }
  return corners === ALL_CORNERS;
}

const ALL_CORNERS = 0b1111;

/** The corners of the box at a point, a bit each: one, or several if the box is tiny; 0 if it is at none. */
function cornersAt(x: number, y: number, box: Bbox): number {
  const atLeft = Math.abs(x - box[0]) <= EDGE_PT ? 0b0101 : 0;
  const atRight = Math.abs(x - box[2]) <= EDGE_PT ? 0b1010 : 0;
  const atTop = Math.abs(y - box[1]) <= EDGE_PT ? 0b0011 : 0;
  const atBottom = Math.abs(y - box[3]) <= EDGE_PT ? 0b1100 : 0;
  return (atLeft | atRight) & (atTop | atBottom);
}

/** Whether it is a disc, a rounded box, a diamond or similar: every point is on its box's edge or on the ellipse in the box. */
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

/** Whether a box is inside another, with a small tolerance. */
export const isInside = (inner: Bbox, outer: Bbox): boolean =>
  inner[0] >= outer[0] - EDGE_PT &&
  inner[1] >= outer[1] - EDGE_PT &&
  inner[2] <= outer[2] + EDGE_PT &&
  inner[3] <= outer[3] + EDGE_PT;

/** Whether the inner box leaves a hole in the outer one: by the even-odd rule, or by its opposite direction. */
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
