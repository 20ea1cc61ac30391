/**
 * What a picture of a page shows before anything is read: its direction, fills, lines, symbols, and its lines of writing. In: a picture. Out:
 * the picture upright and level, and these in its pixels.
 */
import { turned } from "../geometry/turned-picture.js";
import type { Turn } from "../model/page.js";
import type { Raster } from "../model/raster.js";
import { dottedRules } from "./image/dotted-rules.js";
import { type Colour, fillsOf, type PixelFill } from "./image/fills.js";
import { type Ink, inkOf } from "./image/ink.js";
import { isSolid, type Piece, piecesOf } from "./image/pieces.js";
import { regionsOf } from "./image/regions.js";
import { straightened } from "./image/resample.js";
import { type PixelRule, takeRules } from "./image/rules.js";
import { type Squares, squaresOf } from "./image/squares.js";
import { textDirection } from "./image/text-direction.js";
import { type Barrier, letterHeight, type TextLine, textLinesOf } from "./image/text-lines.js";

/** Longer side of an A4 page in millimetres: a picture is taken for one, as the sizes that files state for scans are often wrong. */
const LONGER_SIDE_MM = 297;
/** Side of the squares in which colours are compared, in millimetres. */
const SQUARE_MM = 0.85;
/** Lowest and highest letter, in millimetres, and smallest symbol. */
const LOWEST_MM = 0.7;
const HIGHEST_MM = 12;
const SYMBOL_MM = 1.2;
/** Least height of a symbol, as a share of a letter's: a bullet is lower. */
const SYMBOL_LETTER = 0.85;
/** Widest gap between the letters of a word, as a share of their height. */
const LETTER_GAP = 0.22;

/** A filled disc, square or diamond, with its box and colour. */
export interface PixelSymbol extends Pick<Piece, "left" | "top" | "right" | "bottom"> {
  readonly colour: Colour;
}

export interface Analysis {
  readonly picture: Raster;
  readonly turn: Turn;
  /** Degrees clockwise at which it was, after the turn. */
  readonly skew: number;
  readonly perMm: number;
  readonly paper: Squares;
  readonly fills: readonly PixelFill[];
  readonly rules: readonly PixelRule[];
  readonly symbols: readonly PixelSymbol[];
  readonly ink: Ink;
  readonly lines: readonly TextLine[];
  /** Usual height of a letter in pixels. */
  readonly usual: number;
}

/** @param known the turn that makes it upright, where that is known */
export function analysed(asShown: Raster, known: Turn | null = null): Analysis {
  const { degrees, isOnSide } = textDirection(asShown, known === null ? null : known % 180 !== 0);
  const turn: Turn = known ?? (isOnSide ? 90 : 0);
  const picture = straightened(turned(asShown, turn), degrees);
  return { turn, skew: degrees, ...contentOf(picture) };
}

function contentOf(picture: Raster): Omit<Analysis, "turn" | "skew"> {
  const perMm = Math.max(picture.widthPx, picture.heightPx) / LONGER_SIDE_MM;
  const squares = squaresOf(picture, Math.max(4, Math.round(SQUARE_MM * perMm)));
  const regions = regionsOf(squares);
  const { paper } = regions;
  const fills = fillsOf(picture, squares, regions);
  const ink = inkOf(picture, paper, fills);
  const rules = takeRules(ink, perMm);
  const pieces = (piecesOf(ink) ?? []).filter(({ top, bottom }) => bottom - top <= HIGHEST_MM * perMm);
  const least = Math.max(
    SYMBOL_MM * perMm,
    SYMBOL_LETTER * letterHeight(pieces, LOWEST_MM * perMm, HIGHEST_MM * perMm),
  );
  const solid = pieces.filter((piece) => piece.bottom - piece.top >= least && isSolid(piece));
  const isSymbol = standingAlone(solid, pieces);
  const symbols = solid.filter(isSymbol).map((piece) => ({ ...piece, colour: colourOf(picture, piece) }));
  const written = pieces.filter((piece) => !isSymbol(piece));
  const usual = letterHeight(written, LOWEST_MM * perMm, HIGHEST_MM * perMm);
  const lines = usual === 0 ? [] : textLinesOf(written, usual, barrierOf(picture, rules, fills));
  const inLines = new Set(lines.flatMap((line) => line.pieces));
  const dotted = dottedRules(
    written.filter((piece) => !inLines.has(piece)),
    rules,
    perMm,
  );
  return { picture, perMm, paper, fills, rules: [...rules, ...dotted], symbols, ink, lines, usual };
}

/** Whether no letter is so near to a piece that it is itself a letter. */
function standingAlone(solid: readonly Piece[], pieces: readonly Piece[]): (piece: Piece) => boolean {
  const alone = new Set(
    solid.filter((symbol) => {
      const height = symbol.bottom - symbol.top;
      return !pieces.some(
        (other) =>
          other !== symbol &&
          other.bottom - other.top > height / 2 &&
          Math.min(other.bottom, symbol.bottom) - Math.max(other.top, symbol.top) > height / 2 &&
          Math.max(other.left - symbol.right, symbol.left - other.right) < LETTER_GAP * height,
      );
    }),
  );
  return (piece) => alone.has(piece);
}

/** Lines down the page and the sides of fills, which no line of writing crosses. */
function barrierOf({ widthPx, heightPx }: Raster, rules: readonly PixelRule[], fills: readonly PixelFill[]): Barrier {
  const isBarrier = new Uint8Array(widthPx * heightPx);
  const mark = (x: number, from: number, to: number): void => {
    const column = Math.min(widthPx - 1, Math.max(0, Math.round(x)));
    for (let y = Math.max(0, from); y < Math.min(heightPx, to); y += 1) isBarrier[y * widthPx + column] = 1;
  };
  for (const { across, at, from, to } of rules) if (!across) mark(at, from, to);
  for (const { left, right, top, bottom } of fills) {
    mark(left, top, bottom);
    mark(right - 1, top, bottom);
  }
  return (y, from, to) => {
    if (y < 0 || y >= heightPx) return false;
    for (let x = Math.max(0, from); x < Math.min(widthPx, to); x += 1)
      if (isBarrier[y * widthPx + x] === 1) return true;
    return false;
  };
}

/** The mean colour of a piece's pixels, those on its edge left out. */
function colourOf({ widthPx, rgba }: Raster, { runs }: Piece): Colour {
  const sum = [0, 0, 0];
  let count = 0;
  for (const { y, from, to } of runs.slice(1, -1))
    for (let x = from + 1; x < to - 1; x += 1) {
      const at = (y * widthPx + x) * 4;
      count += 1;
      for (let channel = 0; channel < 3; channel += 1) sum[channel] = (sum[channel] ?? 0) + (rgba[at + channel] ?? 0);
    }
  const mean = (channel: number): number => (sum[channel] ?? 0) / Math.max(1, count);
  return [mean(0), mean(1), mean(2)];
}
