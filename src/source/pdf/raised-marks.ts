/**
 * Marks of footnotes: small figures, stars or letters raised after a word. In: a page's words. Out: the same words; a mark is set
 * aside, whether it is printed small and raised or is a character that looks so. Exponents of units are no marks.
 */
import type { Word } from "../../model/page.js";

/** Largest type size of a mark, as a share of its word's. */
export const SMALLER = 0.87;
/** How far a mark stands from the end of its word, and its baseline above the word's, in ems of the word. */
const NEAREST_EM = -0.15;
const FARTHEST_EM = 0.35;
const LOWEST_EM = 0.12;
const HIGHEST_EM = 0.8;
/** Height of a word's box below its baseline, in ems. */
const DESCENT_EM = 0.25;
/** Sides of the squares by which the ends of words are found, in points. */
const SQUARE_PT = 16;
const ROW_STRIDE = 1 << 12;

const MARK = /^(?:[([]?\d{1,2}(?:,\d{1,2})*[)\]]?|[*†‡§¶]{1,3}|[a-f])$/u;
const UNIT = /(?:^|[^\p{L}])(?:[kcdm]?m|ft|in|yd|ha|s)$/u;
/** Raised characters after a word. */
const RAISED_END = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]$/u;
const WITH_RAISED_END = /^(.*[^\u00b9\u00b2\u00b3\u2070\u2074-\u2079])([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2})$/u;

/** Whether a word is a unit of measurement, whose raised figure is an exponent. */
export const isUnit = (text: string): boolean => UNIT.test(text);

export function setMarksAside(words: readonly Word[]): Word[] {
  const marks = words.filter(({ text, angle }) => angle === undefined && MARK.test(text));
  const smallest = marks.reduce((least, { sizePt }) => Math.min(least, sizePt), Number.POSITIVE_INFINITY);
  const ends = wordsByEnd(words.filter(({ sizePt }) => smallest <= sizePt * SMALLER));
  return words.flatMap((word): Word[] => {
    if (RAISED_END.test(word.text)) return splitRaisedEnd(word);
    return MARK.test(word.text) && hasHost(word, ends) ? [{ ...word, aside: "stray" }] : [word];
  });
}

function splitRaisedEnd(word: Word): Word[] {
  const [, text = "", mark = ""] = WITH_RAISED_END.exec(word.text) ?? [];
  if (text === "" || isUnit(text) || text === "10") return [word];
  const [x0, top, x1, bottom] = word.bbox;
  const middle = x0 + ((x1 - x0) * text.length) / word.text.length;
  return [
    { ...word, text, bbox: [x0, top, middle, bottom] },
    { ...word, text: mark, bbox: [middle, top, x1, bottom], aside: "stray" },
  ];
}

const squareOf = (x: number, y: number): number => Math.floor(y / SQUARE_PT) * ROW_STRIDE + Math.floor(x / SQUARE_PT);
const baselineOf = ({ bbox, sizePt }: Word): number => bbox[3] - DESCENT_EM * sizePt;

function wordsByEnd(words: readonly Word[]): Map<number, Word[]> {
  const ends = new Map<number, Word[]>();
  for (const word of words) {
    if (word.angle !== undefined) continue;
    const key = squareOf(word.bbox[2], baselineOf(word));
    const there = ends.get(key);
    if (there === undefined) ends.set(key, [word]);
    else there.push(word);
  }
  return ends;
}

/** Whether a larger word ends just before a mark, and stands lower. */
function hasHost(mark: Word, ends: ReadonlyMap<number, readonly Word[]>): boolean {
  if (mark.angle !== undefined) return false;
  const [x, y] = [mark.bbox[0], baselineOf(mark)];
  // The largest type of which the mark's size can be a footnote's is not known: one square around the mark is searched.
  for (const dy of [0, SQUARE_PT])
    for (const dx of [-SQUARE_PT, 0, SQUARE_PT])
      if (ends.get(squareOf(x + dx, y + dy))?.some((word) => isHost(word, mark)) === true) return true;
  return false;
}

function isHost(word: Word, mark: Word): boolean {
  const em = word.sizePt;
  if (word === mark || mark.sizePt > em * SMALLER || isUnit(word.text)) return false;
  if (/^\p{L}$/u.test(mark.text) && !/\p{Ll}{2}\)?$/u.test(word.text)) return false;
  const gap = mark.bbox[0] - word.bbox[2];
  const rise = baselineOf(word) - baselineOf(mark);
  return gap >= NEAREST_EM * em && gap <= FARTHEST_EM * em && rise >= LOWEST_EM * em && rise <= HIGHEST_EM * em;
}
