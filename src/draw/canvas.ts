/** Drawing surfaces. In: the fonts for labels. Out: surfaces on which lengths are in points; null if none can be made. */
import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";

export type Pen = SKRSContext2D;

export interface Fonts {
  readonly regular: string;
  readonly bold: string;
}

export interface Graphics {
  /** @param scale pixels per point */
  surface(widthPt: number, heightPt: number, scale: number): { canvas: Canvas; pen: Pen };
  /** Copies pixels of four bytes each. `at` is the place of their top left corner in pixels, by default that of the surface. */
  paste(pen: Pen, rgba: Uint8ClampedArray, widthPx: number, at?: readonly [x: number, y: number]): void;
}

const REGULAR = "ragtally-label";
const BOLD = "ragtally-label-bold";

/** @returns null if the canvas package is not installed for this machine */
export async function loadGraphics(fonts: Fonts): Promise<Graphics | null> {
  const api = await import("@napi-rs/canvas").catch(() => null);
  if (api === null) return null;
  api.GlobalFonts.registerFromPath(fonts.regular, REGULAR);
  api.GlobalFonts.registerFromPath(fonts.bold, BOLD);
  return {
    surface(widthPt, heightPt, scale) {
      const canvas = api.createCanvas(Math.ceil(widthPt * scale), Math.ceil(heightPt * scale));
      const pen = canvas.getContext("2d");
      pen.scale(scale, scale);
      return { canvas, pen };
    },
    paste(pen, rgba, widthPx, [x, y] = [0, 0]) {
      pen.putImageData(new api.ImageData(rgba, widthPx), x, y);
    },
  };
}

export interface TextStyle {
  readonly sizePt: number;
  readonly colour: string;
  readonly bold?: boolean;
}

function setTextStyle(pen: Pen, { sizePt, colour, bold = false }: TextStyle): void {
  pen.font = `${sizePt}px ${bold ? BOLD : REGULAR}`;
  pen.fillStyle = colour;
  pen.textBaseline = "alphabetic";
}

/** Writes one line, shortened with an ellipsis if it is too long. Returns its width. */
export function writeText(pen: Pen, text: string, x: number, y: number, style: TextStyle, widthPt = 1e6): number {
  setTextStyle(pen, style);
  const line = fitText(pen, text, widthPt);
  pen.fillText(line, x, y);
  return pen.measureText(line).width;
}

function fitText(pen: Pen, text: string, widthPt: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (pen.measureText(line).width <= widthPt) return line;
  let [fits, over] = [0, line.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (pen.measureText(`${line.slice(0, middle)}…`).width <= widthPt) fits = middle;
    else over = middle;
  }
  return `${line.slice(0, fits).trimEnd()}…`;
}

/** A colour with an opacity from 0 to 1. */
export function withOpacity(colour: string, opacity: number): string {
  const alpha = Math.round(opacity * 255);
  return `${colour}${alpha.toString(16).padStart(2, "0")}`;
}

/** Width and height of a tag. */
export function tagSize(pen: Pen, text: string, sizePt: number): [width: number, height: number] {
  setTextStyle(pen, { sizePt, colour: "#ffffff", bold: true });
  return [pen.measureText(text).width + sizePt, sizePt * 1.4];
}

/** Writes white bold text on a coloured background, whose top left corner is given. Returns its width. */
export function writeTag(pen: Pen, text: string, x: number, top: number, colour: string, sizePt: number): number {
  const [width, height] = tagSize(pen, text, sizePt);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, top, width, height, sizePt * 0.3);
  pen.fill();
  writeText(pen, text, x + sizePt / 2, top + sizePt * 1.05, { sizePt, colour: "#ffffff", bold: true });
  return width;
}
