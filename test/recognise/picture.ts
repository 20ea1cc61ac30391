/** Pictures of made-up pages for the tests of recognition: drawn, then shaded, roughened and turned as scanners do. */
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import type { Raster } from "../../src/model/raster.js";
import { LABEL_FONTS } from "../../src/source/pdf/pdfjs-files.js";

export type Pen = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

GlobalFonts.registerFromPath(LABEL_FONTS.regular, "Test Sans");
GlobalFonts.registerFromPath(LABEL_FONTS.bold, "Test Sans Bold");

export interface Look {
  /** Degrees clockwise. */
  readonly slant?: number;
  /** How much darker the left side is than the right, 0 to 1. */
  readonly shadow?: number;
  /** Largest change of a pixel's lightness. */
  readonly noise?: number;
  readonly grey?: true;
}

/** A page of this size in pixels, white where nothing is drawn. */
export function pagePicture(widthPx: number, heightPx: number, draw: (pen: Pen) => void, look: Look = {}): Raster {
  const canvas = createCanvas(widthPx, heightPx);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.translate(widthPx / 2, heightPx / 2);
  pen.rotate(((look.slant ?? 0) * Math.PI) / 180);
  pen.translate(-widthPx / 2, -heightPx / 2);
  pen.fillStyle = "#000000";
  pen.strokeStyle = "#000000";
  draw(pen);
  const { data } = pen.getImageData(0, 0, widthPx, heightPx);
  roughen(data, widthPx, look);
  return { widthPx, heightPx, rgba: data };
}

/** The same changes every time: a small generator instead of chance. */
function roughen(data: Uint8ClampedArray, widthPx: number, { shadow = 0, noise = 0, grey }: Look): void {
  let seed = 12345;
  for (let at = 0; at < data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const light = 1 - shadow * (1 - ((at / 4) % widthPx) / widthPx);
    const change = (seed / 2147483648 - 0.5) * 2 * noise;
    const mean = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    for (let channel = 0; channel < 3; channel += 1)
      data[at + channel] = (grey === true ? mean : (data[at + channel] ?? 0)) * light + change;
  }
}

export interface TablePlan {
  readonly left: number;
  readonly top: number;
  readonly widths: readonly number[];
  readonly rowHeight: number;
  readonly fontPx: number;
  readonly rows: readonly (readonly string[])[];
  /** Colour of a cell. */
  readonly fill?: (row: number, column: number) => string | null;
  readonly lines?: boolean;
}

export function drawTable(
  pen: Pen,
  { left, top, widths, rowHeight, fontPx, rows, fill, lines = true }: TablePlan,
): void {
  pen.font = `${fontPx}px "Test Sans"`;
  pen.lineWidth = 2;
  for (const [row, cells] of rows.entries()) {
    let x = left;
    for (const [column, text] of cells.entries()) {
      const [width, y] = [widths[column] ?? 0, top + row * rowHeight];
      const colour = fill?.(row, column) ?? null;
      if (colour !== null) {
        pen.fillStyle = colour;
        pen.fillRect(x, y, width, rowHeight);
        pen.fillStyle = "#000000";
      }
      if (lines) pen.strokeRect(x, y, width, rowHeight);
      for (const [at, line] of text.split("\n").entries())
        pen.fillText(line, x + fontPx * 0.6, y + fontPx * 1.25 * (at + 1) + 2);
      x += width;
    }
  }
}
