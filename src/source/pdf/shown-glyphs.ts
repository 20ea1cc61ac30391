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

export const shows = ({ covered, invisible, ground, colour }: PlacedGlyph): boolean =>
  !covered && (invisible || ground === null || !isSameColour(colour, ground));

/** Largest contrast of faint text to what is under it: silver on white has 1.8. */
const FAINT = 2;

export const isFaint = ({ invisible, ground, colour }: PlacedGlyph): boolean =>
  !invisible && ground !== null && ground !== colour && contrast(colour, ground) < FAINT;

/** What shows of a run of glyphs: all of it, or the parts between hidden glyphs; struck glyphs are parts of their own. */
export function shownParts(glyphs: PlacedGlyph[]): PlacedGlyph[][] {
  const struck = glyphs[0]?.struck;
  if (glyphs.every((glyph) => shows(glyph) && glyph.struck === struck)) return [glyphs];
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
