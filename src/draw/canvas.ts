/** The drawing surface. Out: a surface on which lengths are points, with fonts for its labels; or why there is none. */
import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";

export type Pen = SKRSContext2D;

export interface Fonts {
  readonly regular: string;
  readonly bold: string;
}

export interface Studio {
  /** @param scale pixels a point */
  surface(widthPt: number, heightPt: number, scale: number): { canvas: Canvas; pen: Pen };
  /** Pixels, four bytes each, as they are; their upper left corner at `at`, in pixels, or at the surface's. */
  paste(pen: Pen, rgba: Uint8ClampedArray, widthPx: number, at?: readonly [x: number, y: number]): void;
}

const REGULAR = "ragtally-label";
const BOLD = "ragtally-label-bold";

/** @returns null where the package that draws is not installed for this machine */
export async function openStudio(fonts: Fonts): Promise<Studio | null> {
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

function setType(pen: Pen, { sizePt, colour, bold = false }: TextStyle): void {
  pen.font = `${sizePt}px ${bold ? BOLD : REGULAR}`;
  pen.fillStyle = colour;
  pen.textBaseline = "alphabetic";
}

/** Writes one line, cut with an ellipsis where it is too long. Gives its width. */
export function writeText(pen: Pen, text: string, x: number, y: number, style: TextStyle, widthPt = 1e6): number {
  setType(pen, style);
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
export function glaze(colour: string, opacity: number): string {
  const alpha = Math.round(opacity * 255);
  return `${colour}${alpha.toString(16).padStart(2, "0")}`;
}

/** Width and height of a tag. */
export function tagSize(pen: Pen, text: string, sizePt: number): [width: number, height: number] {
  setType(pen, { sizePt, colour: "#ffffff", bold: true });
  return [pen.measureText(text).width + sizePt, sizePt * 1.4];
}

/** A word on a coloured ground whose upper left corner is given: white, small and bold. Gives its width. */
export function writeTag(pen: Pen, text: string, x: number, top: number, colour: string, sizePt: number): number {
  const [width, height] = tagSize(pen, text, sizePt);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, top, width, height, sizePt * 0.3);
  pen.fill();
  writeText(pen, text, x + sizePt / 2, top + sizePt * 1.05, { sizePt, colour: "#ffffff", bold: true });
  return width;
}
