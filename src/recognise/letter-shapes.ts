/**
 * Characters that the engine confuses, distinguished by their shape. In: a word as it was read, and its pieces of ink. Out: the word with O and 0
 * by how wide they are, l and i by whether there is a dot, with both of two l, and with its points, where each character is a piece of its own.
 */
import type { Piece } from "./image/pieces.js";

/** A code: capitals and digits, of both at least one. */
const CODE = /^(?=.*[A-Z])(?=.*\d)[A-Z0-9./()-]+$/;
/** Width over height from which a round character is a letter, and up to which it is a digit, in common typefaces. */
const LETTER = 0.84;
const DIGIT = 0.76;
/** Height of a stem without a dot, as a share of the line's capitals, from which it is an l. */
const TALL = 0.9;

/** Marks are no higher than a small part of a letter. */
const MARK = /^[.,:;'’"–-]/;
const MARKS = /^[.,:;'’"–-]*$/;
const LETTER_AFTER_MARKS = /^[.,:;'’"–-]*[^.,:;'’"–-]/;
/** Height of a letter, and of a point, as shares of the line's capitals; and how oblong a point may be. */
const HIGH = 0.55;
const LOW = 0.3;
const ROUND = 1.6;

interface Shape {
  left: number;
  top: number;
  right: number;
  bottom: number;
  readonly first: Piece;
  pieceCount: number;
}

/** @param isSolid whether a piece is inked evenly from its top to its bottom: between a dot and its stem the ink is weaker */
export function shapedText(
  text: string,
  pieces: readonly Piece[],
  height: number,
  isSolid: (piece: Piece) => boolean,
): string {
  const isCode = CODE.test(text) && /[O0]/.test(text);
  if (!isCode && !/[il\d]/.test(text)) return text;
  const shapes = shapesOf(pieces);
  const pointed = /\d/.test(text) ? withPoints(text, shapes, height) : withBothOfTwo(text, shapes, height);
  const characters = [...pointed];
  if (characters.length !== shapes.length) return pointed;
  return characters
    .map((character, at) => {
      const shape = shapes[at];
      if (shape === undefined) return character;
      if (isCode && (character === "O" || character === "0")) return roundOf(character, shape);
      return character === "i" && isStem(shape, height) && isSolid(shape.first) ? "l" : character;
    })
    .join("");
}

/** A number or code with the points between its characters, which the engine leaves out of short lines such as "2.1.1". */
function withPoints(text: string, shapes: readonly Shape[], height: number): string {
  const baseline = Math.max(...shapes.map(({ bottom }) => bottom));
  let [rest, out] = [text, ""];
  const take = (pattern: RegExp): boolean => {
    const taken = pattern.exec(rest)?.[0] ?? "";
    out += taken;
    rest = rest.slice(taken.length);
    return taken !== "";
  };
  for (const shape of shapes) {
    if (shape.bottom - shape.top >= HIGH * height) {
      if (!take(LETTER_AFTER_MARKS)) return text;
    } else if (!take(MARK) && isPoint(shape, height, baseline) && out !== "") out += ".";
  }
  return MARKS.test(rest) ? out + rest : text;
}

const LOW_LETTER = /[acemnorsuvwxz]/;
const TALL_LETTER = /[A-Zbdfhkl]/;

/** A word with the second of two l, of which the engine leaves one out: where stems stand side by side, and all other letters fit their shapes. */
function withBothOfTwo(text: string, shapes: readonly Shape[], height: number): string {
  if (!/^[A-Za-z]+$/.test(text) || shapes.length !== text.length + 1) return text;
  const possible = [...text.matchAll(/l/g)].flatMap(({ index }) => {
    const pair = shapes.slice(index, index + 2);
    const doubled = `${text.slice(0, index)}l${text.slice(index)}`;
    const fits = [...doubled].every((letter, at) => fitsShape(letter, shapes[at], height));
    return fits && pair.every((shape) => isStem(shape, height) && isNarrow(shape, height)) ? [doubled] : [];
  });
  return possible.length === 1 ? (possible[0] ?? text) : text;
}

/** Greatest width of a stem, as a share of the height of the line's capitals. */
const NARROW = 0.3;

const isNarrow = ({ left, right }: Shape, height: number): boolean => right - left <= NARROW * height;

function fitsShape(letter: string, shape: Shape | undefined, height: number): boolean {
  const high = shape === undefined ? 0 : shape.bottom - shape.top;
  return !(LOW_LETTER.test(letter) && high >= TALL * height) && !(TALL_LETTER.test(letter) && high < TALL * height);
}

/** A point is about as high as wide and is on the line; a comma hangs below it. */
const isPoint = ({ left, top, right, bottom }: Shape, height: number, baseline: number): boolean =>
  Math.max(bottom - top, right - left) <= LOW * height &&
  bottom - top <= ROUND * (right - left) &&
  right - left <= ROUND * (bottom - top) &&
  baseline - bottom <= LOW * height;

/** Pieces one above the other are one character. */
function shapesOf(pieces: readonly Piece[]): Shape[] {
  const shapes: Shape[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const { left, top, right, bottom } = piece;
    const last = shapes.at(-1);
    const shared = last === undefined ? 0 : Math.min(last.right, right) - Math.max(last.left, left);
    if (last !== undefined && shared > 0.5 * Math.min(right - left, last.right - last.left)) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
      last.pieceCount += 1;
    } else shapes.push({ left, top, right, bottom, first: piece, pieceCount: 1 });
  }
  return shapes;
}

function roundOf(character: string, { left, top, right, bottom }: Shape): string {
  const shape = (right - left) / Math.max(1, bottom - top);
  return shape >= LETTER ? "O" : shape <= DIGIT ? "0" : character;
}

const isStem = ({ top, bottom, pieceCount }: Shape, height: number): boolean =>
  pieceCount === 1 && bottom - top >= TALL * height;
