/**
 * The images of a page. In: a page of pdf.js with its operators. Out: how many pixels its images have, and the single image that a scanned
 * page consists of, if it consists of one.
 */
import type { Raster } from "../../model/raster.js";
import { type Matrix, multiply, toMatrix } from "./matrix.js";
import { OPS, type PDFPageProxy } from "./open.js";
import { type Arguments, numberOf, type OperatorList } from "./operator-list.js";

/** Text in this mode is not painted. */
const INVISIBLE = 3;
/** How far an image may be from the page's edges, as a share of its side, to be all that the page shows. */
const EDGE = 0.02;

/** Operators that paint an image with a width and a height. */
const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
]);
const TEXTS: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);
/** Operators that paint something else, or change how an image is painted. */
const OTHERS: ReadonlySet<number> = new Set([
  OPS.shadingFill,
  OPS.beginGroup,
  OPS.beginAnnotation,
  OPS.paintSolidColorImageMask,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintFormXObjectBegin,
]);

/** Pixels of all images of a page, and how large the largest is. */
export function imagePixels({ fnArray, argsArray }: OperatorList): { readonly all: number; readonly most: number } {
  let [all, most] = [0, 0];
  for (const [at, code] of fnArray.entries()) {
    if (!IMAGES.has(code)) continue;
    const [first, second, third] = argsArray[at] ?? [];
    const inline = (typeof first === "object" && first !== null ? first : {}) as { width?: unknown; height?: unknown };
    const pixels = numberOf(inline.width ?? second) * numberOf(inline.height ?? third);
    all += pixels;
    most = Math.max(most, pixels);
  }
  return { all, most };
}

/** The image that covers a page and is all that it shows; null where there is none, or it is turned or flipped. */
export async function soleImage(page: PDFPageProxy, list: OperatorList): Promise<Raster | null> {
  const name = nameOfSoleImage(list, toMatrix(page.getViewport({ scale: 1, rotation: 0 }).transform), page.view);
  if (name === null) return null;
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return rasterOf(await new Promise((resolve) => objects.get(name, resolve)));
}

/** What is known of the page's state while its operators are followed. */
interface State {
  readonly ctm: Matrix;
  readonly renderMode: number;
}

/** An image with the matrix with which it is painted; the name is null where it has none. */
interface Painted {
  readonly name: string | null;
  readonly ctm: Matrix;
}

function nameOfSoleImage(list: OperatorList, matrix: Matrix, view: readonly number[]): string | null {
  const painted = paintedImages(list, matrix);
  const [first] = painted ?? [];
  return first !== undefined && painted?.length === 1 && coversPage(first.ctm, view) ? first.name : null;
}

/** The images that a page paints; null where it paints something else. */
function paintedImages({ fnArray, argsArray }: OperatorList, matrix: Matrix): Painted[] | null {
  let state: State = { ctm: matrix, renderMode: 0 };
  const stack: State[] = [];
  const painted: Painted[] = [];
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at] ?? [];
    if (code === OPS.save) stack.push(state);
    else if (code === OPS.restore) state = stack.pop() ?? state;
    else if (paintsElse(code, args, state)) return null;
    else if (IMAGES.has(code)) painted.push({ name: nameIn(code, args), ctm: state.ctm });
    else state = changed(state, code, args);
  }
  return painted;
}

const nameIn = (code: number, [name]: Arguments): string | null =>
  code === OPS.paintImageXObject && typeof name === "string" ? name : null;

function changed(state: State, code: number, args: Arguments): State {
  if (code === OPS.transform) return { ...state, ctm: multiply(state.ctm, toMatrix(args as readonly number[])) };
  return code === OPS.setTextRenderingMode ? { ...state, renderMode: numberOf(args[0]) } : state;
}

/** Whether an operator paints something that is no image. */
function paintsElse(code: number, args: Arguments, { renderMode }: State): boolean {
  if (TEXTS.has(code)) return renderMode !== INVISIBLE;
  return code === OPS.constructPath ? args[0] !== OPS.endPath : OTHERS.has(code);
}

/** Whether an upright image drawn with this matrix covers the page, and little more. */
function coversPage([a, b, c, d, e, f]: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const isNear = (value: number, wanted: number, side: number): boolean => Math.abs(value - wanted) <= EDGE * side;
  // The page's matrix has turned y downwards.
  return (
    isNear(b, 0, height) &&
    isNear(c, 0, width) &&
    isNear(a, width, width) &&
    isNear(-d, height, height) &&
    isNear(e, 0, width) &&
    isNear(f, height, height)
  );
}

/** The layouts of pdf.js: one bit, three bytes or four bytes for each pixel. */
const BIT = 1;
const RGB = 2;
const RGBA = 3;

/** @param source an image of pdf.js, or what it returns if decoding failed */
function rasterOf(source: unknown): Raster | null {
  const {
    data,
    kind,
    width: widthPx = 0,
    height: heightPx = 0,
  } = (typeof source === "object" && source !== null ? source : {}) as {
    data?: Uint8Array | Uint8ClampedArray | null;
    kind?: number;
    width?: number;
    height?: number;
  };
  if (!data || widthPx === 0 || heightPx === 0) return null;
  const pixels = widthPx * heightPx;
  if (kind === RGBA && data.length >= pixels * 4) {
    const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, pixels * 4);
    return { widthPx, heightPx, rgba };
  }
  if (kind === RGB && data.length >= pixels * 3) return { widthPx, heightPx, rgba: fromRgb(data, pixels) };
  const stride = (widthPx + 7) >> 3;
  if (kind === BIT && data.length >= stride * heightPx)
    return { widthPx, heightPx, rgba: fromBits(data, widthPx, heightPx) };
  return null;
}

function fromRgb(data: ArrayLike<number>, pixels: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let at = 0, from = 0; at < rgba.length; at += 4, from += 3) {
    rgba[at] = data[from] ?? 0;
    rgba[at + 1] = data[from + 1] ?? 0;
    rgba[at + 2] = data[from + 2] ?? 0;
  }
  return rgba;
}

/** Rows of bits, each row from a new byte on; a bit that is set is white. */
function fromBits(data: ArrayLike<number>, widthPx: number, heightPx: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  const stride = (widthPx + 7) >> 3;
  for (let y = 0, at = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1, at += 4) {
      if ((((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1) continue;
      rgba[at] = 0;
      rgba[at + 1] = 0;
      rgba[at + 2] = 0;
    }
  return rgba;
}
