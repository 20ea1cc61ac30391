/**
 * Pages printed or scanned at a slant. In: the glyphs of a page's runs, in painting order. Out: the angle of its lines, 0 where they
 * are level or do not agree. In some files each word of a slanted line is level, as text recognition placed it by itself.
 */
import type { Word } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { PlacedGlyph } from "./glyphs.js";
import { type Matrix, mapBox } from "./matrix.js";

/** Largest angle that is a slant, in degrees; with a greater one the text is turned on purpose. */
const MOST_DEGREES = 3.5;
/** Smaller angles move no line of a page by a point. */
const LEAST_DEGREES = 0.05;
/** Shortest stretch of a line that shows its angle, in ems. */
const SHORTEST_EM = 6;
/** Widest gap within a stretch, and largest step between its runs, in ems. */
const GAP_EM = 2.5;
const STEP_EM = 0.35;
/** Smallest share of the text, by length, whose angle is within `AGREE_DEGREES` of the page's. */
const AGREEING = 0.6;
const AGREE_DEGREES = 0.3;
/** Fewest stretches that show the angle of a page. */
const FEWEST = 3;

export interface Skew {
  /** Degrees clockwise; 0 where the lines are level. */
  readonly degrees: number;
  /** Whether each word is level by itself. */
  readonly hasLevelWords: boolean;
}

interface Stretch {
  readonly first: PlacedGlyph;
  /** The first glyph of its last run. */
  lastStart: PlacedGlyph;
  last: PlacedGlyph;
  /** Whether it is a single run. */
  isOne: boolean;
}

interface Angle {
  readonly degrees: number;
  readonly length: number;
}

/** The slant of a page's lines. */
export function skewOf(runs: Iterable<readonly PlacedGlyph[]>): Skew {
  const stretches: Angle[] = [];
  const words: Angle[] = [];
  for (const { first, lastStart, last, isOne } of stretchesOf(runs)) {
    words.push({
      degrees: toDegrees(first.ux, first.uy),
      length: Math.hypot(last.endX - first.x, last.endY - first.y),
    });
    const [dx, dy] = [lastStart.x - first.x, lastStart.y - first.y];
    const length = Math.hypot(dx, dy);
    if (!isOne && length >= SHORTEST_EM * first.size) stretches.push({ degrees: toDegrees(dx, dy), length });
  }
  const degrees = commonAngle(words);
  return degrees === 0 ? { degrees: commonAngle(stretches), hasLevelWords: true } : { degrees, hasLevelWords: false };
}

/** The angle that most of the text has, by length; 0 where most of it is level, or has no angle in common. */
function commonAngle(angles: readonly Angle[]): number {
  const slanted = angles.filter(({ degrees }) => Math.abs(degrees) <= MOST_DEGREES);
  const degrees = median(slanted);
  if (slanted.length < FEWEST || Math.abs(degrees) < LEAST_DEGREES) return 0;
  const agreeing = slanted.filter((each) => Math.abs(each.degrees - degrees) <= AGREE_DEGREES);
  return lengthOf(agreeing) >= AGREEING * lengthOf(angles) ? degrees : 0;
}

const toDegrees = (dx: number, dy: number): number => (Math.atan2(dy, dx) * 180) / Math.PI;
const lengthOf = (angles: readonly Angle[]): number => angles.reduce((sum, { length }) => sum + length, 0);

/** Runs one after another on one line. */
function* stretchesOf(runs: Iterable<readonly PlacedGlyph[]>): Generator<Stretch> {
  let open: Stretch | null = null;
  for (const glyphs of runs) {
    const [first, last] = [glyphs[0], glyphs.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (open !== null && continues(open.last, first)) Object.assign(open, { lastStart: first, last, isOne: false });
    else {
      if (open !== null) yield open;
      open = { first, lastStart: first, last, isOne: true };
    }
  }
  if (open !== null) yield open;
}

function continues(last: PlacedGlyph, next: PlacedGlyph): boolean {
  const { ux, uy, size } = last;
  const [dx, dy] = [next.x - last.endX, next.y - last.endY];
  const [along, across] = [dx * ux + dy * uy, dy * ux - dx * uy];
  return (
    along > 0 && along <= GAP_EM * size && Math.abs(across) <= STEP_EM * size && ux * next.ux + uy * next.uy > 0.99
  );
}

/** The angle in the middle of all text, by length. */
function median(angles: readonly Angle[]): number {
  const sorted = [...angles].sort((a, b) => a.degrees - b.degrees);
  const half = lengthOf(sorted) / 2;
  let passed = 0;
  for (const { degrees, length } of sorted) {
    passed += length;
    if (passed >= half) return degrees;
  }
  return 0;
}

/** Turns a page of this size anticlockwise around its centre, by an angle in degrees. */
export function straighten(degrees: number, width: number, height: number): Matrix {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [x, y] = [width / 2, height / 2];
  return [cos, -sin, sin, cos, x - cos * x - sin * y, y + sin * x - cos * y];
}

/** The box around a page of this size that was straightened: its corners are outside the upright page. */
export const boundsStraightened = (matrix: Matrix, width: number, height: number): Bbox =>
  mapBox(matrix, 0, 0, width, height);

/** Words that were level on a page whose lines were not, on the page straightened: level again, around the same centres. */
export function levelled(words: readonly Word[], degrees: number): Word[] {
  const radians = (Math.abs(degrees) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const shrink = 1 / (cos * cos - sin * sin);
  return words.map(({ angle = 0, ...word }) => {
    if (angle % 90 > MOST_DEGREES + 2 && angle % 90 < 90 - MOST_DEGREES - 2) return { angle, ...word };
    const [x0, top, x1, bottom] = word.bbox;
    const [width, height] = [x1 - x0, bottom - top];
    const narrower = (width - (width * cos - height * sin) * shrink) / 2;
    const lower = (height - (height * cos - width * sin) * shrink) / 2;
    const bbox: Bbox = [x0 + narrower, top + lower, x1 - narrower, bottom - lower];
    const quarter = (Math.round(angle / 90) * 90) % 360;
    return { ...word, bbox, ...(quarter === 0 ? {} : { angle: quarter }) };
  });
}
