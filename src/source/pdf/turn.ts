/**
 * Pages with sideways text. In: the glyphs of a page's runs and the page's size. Out: the quarter turn that makes most of the text
 * upright, and the matrix for that turn.
 */
import type { Turn } from "../../model/page.js";
import type { PlacedGlyph } from "./glyphs.js";
import type { Matrix } from "./matrix.js";
import { angleOf } from "./runs.js";
import { shows } from "./shown-glyphs.js";

/** Share of a page's characters that must have the same direction for the page to be turned. */
const TURNED_SHARE = 0.6;

/** Angles of words are multiples of five degrees; so much may be a slant of the page. */
const SLANT = 5;

/** The clockwise turn in degrees after which most of the page's text is upright. */
export function uprightTurn(runs: Iterable<readonly PlacedGlyph[]>): Turn {
  const characters = new Map<number, number>();
  let total = 0;
  for (const glyphs of runs) {
    const [first] = glyphs;
    if (first === undefined) continue;
    const angle = angleOf(first);
    const shown = glyphs.filter(shows).length;
    // A page at a slant is turned upright first.
    const quarter = (Math.round(angle / 90) * 90) % 360;
    const turned = Math.abs(angle - Math.round(angle / 90) * 90) <= SLANT ? quarter : angle;
    characters.set(turned, (characters.get(turned) ?? 0) + shown);
    total += shown;
  }
  for (const turn of [90, 180, 270] as const) {
    if ((characters.get(360 - turn) ?? 0) > total * TURNED_SHARE) return turn;
  }
  return 0;
}

/** Turns a page of this size clockwise; the origin is the top left corner before and after. */
export function turnMatrix(turn: Turn, width: number, height: number): Matrix {
  if (turn === 90) return [0, 1, -1, 0, height, 0];
  if (turn === 180) return [-1, 0, 0, -1, width, height];
  if (turn === 270) return [0, -1, 1, 0, 0, width];
  return [1, 0, 0, 1, 0, 0];
}
