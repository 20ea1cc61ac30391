/**
 * Which glyphs a reader sees. In: placed glyphs that know the colour under them and whether something covers them. Out: the
 * parts of a run that show: a glyph in the colour of what is under it does not.
 */
import { contrast } from "./colour.js";
import type { PlacedGlyph } from "./glyphs.js";

/** Whether a glyph is a picture, such as a disc: letters of any colour may be painted over it. */
export const isPicture = (text: string): boolean => text > "\u2000" && !/^[\p{L}\p{N}\p{P}]/u.test(text);

/** The largest difference between a channel of two colours that nobody sees. */
const SAME_COLOUR = 8;

function isSameColour(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [Number.parseInt(one.slice(1), 16), Number.parseInt(other.slice(1), 16)];
  return [16, 8, 0].every((at) => Math.abs(((first >> at) & 255) - ((second >> at) & 255)) <= SAME_COLOUR);
}

/** Largest contrast of faint text to what is under it: silver on white has 1.8. */
const FAINT = 2;

/** How the last two colours differ: nearly all glyphs of a page have the same two. */
let last = { colour: "", ground: "", isSame: false, isFaint: false };

function compare(colour: string, ground: string): typeof last {
  if (last.colour !== colour || last.ground !== ground) {
    const isSame = isSameColour(colour, ground);
    last = { colour, ground, isSame, isFaint: !isSame && contrast(colour, ground) < FAINT };
  }
  return last;
}

export const shows = ({ covered, invisible, ground, colour }: PlacedGlyph): boolean =>
  !covered && (invisible || ground === null || !compare(colour, ground).isSame);

export const isFaint = ({ invisible, ground, colour }: PlacedGlyph): boolean =>
  !invisible && ground !== null && compare(colour, ground).isFaint;

/** Whether all of a run shows, and all or nothing of it is struck out. */
export function isWhole(glyphs: readonly PlacedGlyph[]): boolean {
  const struck = glyphs[0]?.struck;
  return glyphs.every((glyph) => glyph.struck === struck && shows(glyph));
}

/** What shows of a run, in the parts between hidden glyphs; struck glyphs are parts of their own. */
export function shownParts(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const parts: PlacedGlyph[][] = [];
  let part: PlacedGlyph[] = [];
  for (const glyph of glyphs) {
    if (part.length > 0 && (!shows(glyph) || part[0]?.struck !== glyph.struck)) part = [];
    if (!shows(glyph)) continue;
    if (part.length === 0) parts.push(part);
    part.push(glyph);
  }
  return parts;
}
