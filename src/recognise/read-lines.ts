/**
 * Lines of writing to words. In: lines of pieces, the ink, and what recognises. Out: words with boxes around their own pieces, and how sure
 * each is. A reading that leaves letters out is tried again in other ways; the one that covers the ink best is taken.
 */
import type { PictureMode, ReadWord, Recogniser } from "../model/recognition.js";
import type { Ink } from "./image/ink.js";
import type { Piece } from "./image/pieces.js";
import type { TextLine } from "./image/text-lines.js";
import { shapedText } from "./letter-shapes.js";
import { type LinePicture, linePicture } from "./line-picture.js";

/** A word of the page, in pixels of the upright picture. */
export interface PixelWord extends ReadWord {
  /** Height of the letters of its line, and where that line's letters begin and end. */
  readonly letterPx: number;
  readonly lineTop: number;
  readonly lineBottom: number;
  /** What of the ink is the word's. */
  readonly pieces: readonly Piece[];
}

/** Share of a line's ink that words must cover, and how sure they must be, for a reading to be taken at once. */
const COVERED = 0.97;
const SURE = 0.8;
const COVERED_LONG = 0.9;
const SURE_LONG = 0.5;
/** Lines up to so many times as long as high may be a single word or character. */
const SHORT = 6;
const SINGLE = 1.6;
/** How much a word may be less sure when it covers more: coverage counts more. */
const COVERAGE_WEIGHT = 2;

type InkedWord = ReadWord & Pick<PixelWord, "pieces">;

/** What reads the lines of a page, and whether one may be read once more. */
export interface LineReader {
  readonly recognise: Recogniser;
  readonly again: () => boolean;
}

interface Reading {
  readonly words: readonly InkedWord[];
  readonly covered: number;
  readonly confidence: number;
}

export function readLine(line: TextLine, ink: Ink, { recognise, again }: LineReader): PixelWord[] {
  const height = letterHeightOf(line);
  const first = attempt(line, linePicture(ink, line, height), "line", recognise);
  let best = first;
  for (const { mode, scale } of isGood(first, line, height) ? [] : otherWays(line, height, first)) {
    if (!again()) break;
    const reading = attempt(line, linePicture(ink, line, height / scale), mode, recognise);
    if (scoreOf(reading) > scoreOf(best)) best = reading;
    if (isGood(best, line, height)) break;
  }
  return best.words.map((word) => ({
    ...word,
    text: shapedText(word.text, word.pieces, height, (piece) => isEvenlyInked(piece, ink)),
    letterPx: height,
    lineTop: line.top,
    lineBottom: line.bottom,
  }));
}

/** A line read once, as it is or turned upside down. */
export function readOnce(line: TextLine, ink: Ink, recognise: Recogniser, turn: 0 | 180): ReadWord[] {
  const { picture } = linePicture(ink, line, letterHeightOf(line));
  return recognise(turn === 0 ? picture : { ...picture, grey: picture.grey.slice().reverse() }, "line");
}

const scoreOf = ({ covered, confidence }: Reading): number => COVERAGE_WEIGHT * covered + confidence;

/** Ink of a stem, row by row, as a share of its usual strength: weaker where a dot and its stem have run together. */
const EVEN = 0.88;

function isEvenlyInked({ runs, top, bottom }: Piece, { strength, widthPx }: Ink): boolean {
  const rows = new Uint8Array(bottom - top);
  for (const { y, from, to } of runs)
    for (let at = y * widthPx + from; at < y * widthPx + to; at += 1)
      rows[y - top] = Math.max(rows[y - top] ?? 0, strength[at] ?? 0);
  const inner = rows.slice(1, -1);
  const usual = inner.slice().sort()[Math.floor(inner.length / 2)] ?? 0;
  return inner.every((value) => value >= EVEN * usual);
}

const lengthOf = ({ left, right }: TextLine, height: number): number => (right - left) / Math.max(1, height);

/** Whether a reading need not be tried again. Of long lines other ways read no more, unless much was left out. */
function isGood({ covered, confidence }: Reading, line: TextLine, height: number): boolean {
  return lengthOf(line, height) > SHORT
    ? covered >= COVERED_LONG && confidence >= SURE_LONG
    : covered >= COVERED && confidence >= SURE;
}

/** Other ways to read a line, the likeliest first. */
function otherWays(
  line: TextLine,
  height: number,
  first: Reading,
): { readonly mode: PictureMode; readonly scale: number }[] {
  const length = lengthOf(line, height);
  const ways: { mode: PictureMode; scale: number }[] = [];
  // A line of which nothing was read is read if it is taken for a word; if not, there is nothing to read.
  if (first.words.length === 0 && length > SHORT) return [{ mode: "word", scale: 1 }];
  if (length <= SINGLE) ways.push({ mode: "character", scale: 1 });
  if (length <= SHORT) ways.push({ mode: "word", scale: 1 });
  ways.push({ mode: "line", scale: 1.5 }, { mode: "block", scale: 1 });
  return ways;
}

/** The height of the line's letters: that of its higher ones, as small letters have none of their own. */
function letterHeightOf({ pieces, top, bottom }: TextLine): number {
  const heights = pieces.map((piece) => piece.bottom - piece.top).sort((a, b) => a - b);
  return Math.min(bottom - top, heights[Math.floor(heights.length * 0.8)] ?? bottom - top);
}

function attempt(
  line: TextLine,
  { picture, scale, originX, originY }: LinePicture,
  mode: PictureMode,
  recognise: Recogniser,
): Reading {
  const words = recognise(picture, mode).map((word) => ({
    ...word,
    left: originX + word.left / scale,
    right: originX + word.right / scale,
    top: originY + word.top / scale,
    bottom: originY + word.bottom / scale,
  }));
  return fitted(line.pieces, words);
}

/** Words with the boxes of the pieces that they cover, and how much of the ink that is. */
function fitted(pieces: readonly Piece[], words: readonly ReadWord[]): Reading {
  const own = words.map((): Piece[] => []);
  let [total, covered] = [0, 0];
  for (const piece of pieces) {
    total += piece.area;
    const at = wordOf(piece, words);
    if (at < 0) continue;
    covered += piece.area;
    own[at]?.push(piece);
  }
  const boxed = words.map((word, at): InkedWord => boxedBy(word, own[at] ?? []));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sureness = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
  return { words: boxed, covered: covered / Math.max(1, total), confidence: sureness / Math.max(1, letters) };
}

/** The word that a piece's middle is in, or that it overlaps most; -1 where none is near. */
function wordOf({ left, right }: Piece, words: readonly ReadWord[]): number {
  let [best, most] = [-1, 0];
  for (const [at, word] of words.entries()) {
    const shared = Math.min(right, word.right) - Math.max(left, word.left);
    if (shared > most) [best, most] = [at, shared];
  }
  return best;
}

function boxedBy(read: ReadWord, pieces: readonly Piece[]): InkedWord {
  const word = { ...read, pieces };
  if (pieces.length === 0) return word;
  return {
    ...word,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ top }) => top)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
  };
}
