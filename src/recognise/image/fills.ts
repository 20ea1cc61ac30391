/**
 * Filled areas to the pixel. In: a picture, and its regions in squares. Out: boxes in pixels with their colours, split where a line of
 * another colour runs through them from side to side. Light may fall on them unevenly.
 */
import type { Raster } from "../../model/raster.js";
import type { Regions } from "./regions.js";
import type { SquareBox } from "./square-boxes.js";
import type { Squares } from "./squares.js";
import { groundOf, squaresIn } from "./surface.js";

export type Colour = readonly [red: number, green: number, blue: number];

/** A filled box in pixels; right and bottom are outside. */
export interface PixelFill {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly colour: Colour;
  /** What is around it. */
  readonly outside: Colour;
  /** Its colour from place to place, from the upper left corner in pixels. */
  readonly ground: Squares;
  readonly originX: number;
  readonly originY: number;
}

/** Share of a line's pixels that must differ from the fill to end or split it. */
const ENDS = 0.5;
const SPLITS = 0.85;
/** How far a pixel of a splitting line is from the fill's colour. */
const DIFFERENT = 24;
/** Thickest line that splits a fill, in squares, and thinnest part that is left of one. */
const THICKEST = 1.2;
const THINNEST_PART = 2.5;
/** Areas with both sides shorter than this, in squares, are parts of large letters, or symbols. */
const LETTER = 5;
/** How far from the edge of its squares a fill's edge is looked for, in squares. */
const EDGE_REACH = 2.2;
/** Share of a fill's pixels that have its colour; the rest is written on it. */
const PLAIN = 0.5;
/** Most pixels of a line that are looked at. */
const MOST_SAMPLES = 200;

export const distance = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

export function fillsOf(picture: Raster, squares: Squares, regions: Regions): PixelFill[] {
  return regions.boxes
    .filter(({ left, top, right, bottom }) => Math.max(right - left, bottom - top) + 1 >= LETTER)
    .map((box) => sized(picture, squares, regions, box))
    .filter((fill) => isPlain(picture, fill))
    .flatMap((fill) => splitFill(picture, squares.side, fill));
}

/** The box with its edges where the picture shows them. */
function sized(picture: Raster, squares: Squares, { paper, plainOf }: Regions, box: SquareBox): PixelFill {
  const { side } = squares;
  const [midColumn, midRow] = [Math.floor((box.left + box.right) / 2), Math.floor((box.top + box.bottom) / 2)];
  const ground = groundOf(squaresIn(squares, box), maskIn(squares, plainOf, box));
  const rough: PixelFill = {
    left: box.left * side,
    top: box.top * side,
    right: Math.min(picture.widthPx, (box.right + 1) * side),
    bottom: Math.min(picture.heightPx, (box.bottom + 1) * side),
    colour: meanOf(ground),
    outside: squareColour(paper, midColumn, midRow),
    ground,
    originX: box.left * side,
    originY: box.top * side,
  };
  const beyond = (column: number, row: number): Colour => {
    const there = squareColour(squares, column, row);
    return distance(there, rough.colour) > DIFFERENT / 2 ? there : rough.outside;
  };
  const reach = Math.round(side * EDGE_REACH);
  return {
    ...rough,
    left: edge(picture, rough, "left", reach, beyond(box.left - 2, midRow)),
    top: edge(picture, rough, "top", reach, beyond(midColumn, box.top - 2)),
    right: edge(picture, rough, "right", reach, beyond(box.right + 2, midRow)),
    bottom: edge(picture, rough, "bottom", reach, beyond(midColumn, box.bottom + 2)),
  };
}

function squareColour({ columns, rows, rgb }: Squares, column: number, row: number): Colour {
  const at = (Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))) * 3;
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
}

/** Which squares of a box belong to its region. */
function maskIn(
  { columns }: Squares,
  regionOf: Int32Array,
  { left, right, top, bottom, region }: SquareBox,
): Uint8Array {
  const width = right - left + 1;
  const mask = new Uint8Array(width * (bottom - top + 1));
  for (let at = 0; at < mask.length; at += 1) {
    const [column, row] = [left + (at % width), top + Math.floor(at / width)];
    mask[at] = regionOf[row * columns + column] === region ? 1 : 0;
  }
  return mask;
}

function meanOf({ rgb }: Squares): Colour {
  const sum = [0, 0, 0];
  for (let at = 0; at < rgb.length; at += 1) sum[at % 3] = (sum[at % 3] ?? 0) + (rgb[at] ?? 0);
  const count = rgb.length / 3;
  return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}

/** A fill's own colour at a place of the picture. */
function colourThere({ ground, originX, originY }: PixelFill, x: number, y: number): Colour {
  return squareColour(ground, Math.floor((x - originX) / ground.side), Math.floor((y - originY) / ground.side));
}

type Side = "left" | "top" | "right" | "bottom";

/** Where along a side's direction most pixels are no longer nearer to the fill's colour than to that beyond it. */
function edge(picture: Raster, fill: PixelFill, side: Side, reach: number, beyond: Colour): number {
  const isAcross = side === "left" || side === "right";
  const outwards = side === "left" || side === "top" ? -1 : 1;
  const limit = isAcross ? picture.widthPx : picture.heightPx;
  const rough = fill[side];
  for (let step = -reach; step <= reach; step += 1) {
    // The line of pixels just outside an edge at this place.
    const at = rough + step * outwards;
    const line = outwards < 0 ? at - 1 : at;
    if (line < 0 || line >= limit) return Math.min(Math.max(at, 0), limit);
    const isBeyond = (colour: Colour, own: Colour): boolean => distance(colour, own) > distance(colour, beyond);
    if (shareOf(picture, fill, { isColumn: isAcross, line, margin: 1 / 8 }, isBeyond) > ENDS) return at;
  }
  return rough;
}

interface Line {
  readonly isColumn: boolean;
  readonly line: number;
  /** Share of its length at each end that is left out. */
  readonly margin: number;
}

/** Share of a line's pixels, across the fill or down it, of which something is true. */
function shareOf(
  { widthPx, rgba }: Raster,
  fill: PixelFill,
  { isColumn, line, margin }: Line,
  isTrue: (colour: Colour, own: Colour) => boolean,
): number {
  const [from, to] = isColumn ? [fill.top, fill.bottom] : [fill.left, fill.right];
  const left = (to - from) * margin;
  const step = Math.max(1, Math.floor((to - from) / MOST_SAMPLES));
  let [count, found] = [0, 0];
  for (let along = Math.floor(from + left); along < to - left; along += step) {
    const [x, y] = isColumn ? [line, along] : [along, line];
    const at = (y * widthPx + x) * 4;
    count += 1;
    if (isTrue([rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0], colourThere(fill, x, y))) found += 1;
  }
  return found / Math.max(1, count);
}

const isDifferent = (colour: Colour, own: Colour): boolean => distance(colour, own) > DIFFERENT;

/** Whether most of a box has its colour: a letter's strokes do not fill the box around them. */
function isPlain(picture: Raster, fill: PixelFill): boolean {
  let [lines, different] = [0, 0];
  const step = Math.max(1, Math.floor((fill.bottom - fill.top) / MOST_SAMPLES));
  for (let line = fill.top; line < fill.bottom; line += step) {
    lines += 1;
    different += shareOf(picture, fill, { isColumn: false, line, margin: 0 }, isDifferent);
  }
  return different < (1 - PLAIN) * lines;
}

/** The parts of a fill between lines of another colour that run through it. */
function splitFill(picture: Raster, side: number, fill: PixelFill): PixelFill[] {
  return splitAlong(picture, side, fill, false).flatMap((part) => splitAlong(picture, side, part, true));
}

function splitAlong(picture: Raster, side: number, fill: PixelFill, isColumn: boolean): PixelFill[] {
  const [from, to] = isColumn ? [fill.left, fill.right] : [fill.top, fill.bottom];
  const parts: PixelFill[] = [];
  let [start, gapStart] = [from, -1];
  for (let line = from + 1; line < to - 1; line += 1) {
    const isLine = shareOf(picture, fill, { isColumn, line, margin: 0 }, isDifferent) > SPLITS;
    if (isLine && gapStart < 0) gapStart = line;
    if (isLine || gapStart < 0) continue;
    const isSplit =
      line - gapStart <= THICKEST * side &&
      gapStart - start >= THINNEST_PART * side &&
      to - line >= THINNEST_PART * side;
    if (isSplit) {
      parts.push(isColumn ? { ...fill, left: start, right: gapStart } : { ...fill, top: start, bottom: gapStart });
      start = line;
    }
    gapStart = -1;
  }
  return [...parts, isColumn ? { ...fill, left: start } : { ...fill, top: start }];
}
