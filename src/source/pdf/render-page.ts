/**
 * Renders a page as a picture. In: a PDF's bytes, a page number, a turn and a scale. Out: pixels. Must run in a guarded
 * process, as reading does: a document that opens may still take all memory when it is drawn.
 */
import { turned } from "../../geometry/turned-picture.js";
import type { Turn } from "../../model/page.js";
import type { Raster } from "../../model/raster.js";
import { AnnotationMode, openForDrawing, type PDFDocumentProxy, type PDFPageProxy } from "./open.js";
import { imagePixels, soleImage } from "./page-images.js";
import { straighten } from "./skew.js";

export interface RenderOptions {
  /** Pixels per point. */
  readonly scale: number;
  /** Clockwise turn in degrees, in addition to the page's own rotation. */
  readonly turn: Turn;
  /** Degrees anticlockwise by which it is turned back, so that its lines are level. */
  readonly skew?: number;
}

/** Images with more pixels than this are left out. A scan of an A3 sheet at 600 dpi is below the limit. */
const MAX_IMAGE_PIXELS = 80_000_000;

interface Surface {
  readonly canvas: object;
  readonly context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}

interface Factory {
  create(width: number, height: number): Surface;
  /** Frees the pixels at once; the collector would see only a small object and wait. */
  destroy(surface: Surface): void;
}

/**
 * @param bytes transferred to pdf.js: no longer usable afterwards
 * @throws what pdf.js throws: see `failure.ts`
 */
export async function renderPage(bytes: Uint8Array, number: number, options: RenderOptions): Promise<Raster> {
  const task = openForDrawing(bytes, MAX_IMAGE_PIXELS);
  try {
    const document = await task.promise;
    return await draw(document, await document.getPage(number), options);
  } finally {
    await task.destroy();
  }
}

async function draw(document: PDFDocumentProxy, page: PDFPageProxy, options: RenderOptions): Promise<Raster> {
  const viewport = page.getViewport({ scale: options.scale, rotation: (page.rotate + options.turn) % 360 });
  const [widthPx, heightPx] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = document.canvasFactory as Factory;
  const surface = factory.create(widthPx, heightPx);
  try {
    const transform = [...straighten(options.skew ?? 0, viewport.width, viewport.height)];
    const canvas = surface.canvas as never;
    await page.render({ canvas, viewport, transform, annotationMode: AnnotationMode.ENABLE }).promise;
    return { widthPx, heightPx, rgba: surface.context.getImageData(0, 0, widthPx, heightPx).data };
  } finally {
    page.cleanup();
    factory.destroy(surface);
  }
}

/** A page as it is shown, at the resolution of its images. */
export interface ScannedPage {
  readonly picture: Raster;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Resolution of pages without images, and the lowest and highest at which any page is drawn, in pixels per point. */
const USUAL_SCALE = 200 / 72;
const LEAST_SCALE = 100 / 72;
const MOST_SCALE = 300 / 72;
/** Longest side of a picture in pixels: A4 at 400 dpi, A3 at 300. */
const LONGEST_PX = 4960;

/**
 * The picture of a page at the resolution of its images, for recognition.
 * @param bytes transferred to pdf.js: no longer usable afterwards
 * @throws what pdf.js throws: see `failure.ts`
 */
export async function scannedPage(bytes: Uint8Array, number: number): Promise<ScannedPage> {
  const task = openForDrawing(bytes, MAX_IMAGE_PIXELS);
  try {
    const document = await task.promise;
    const page = await document.getPage(number);
    const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 });
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
    const image = await soleImage(page, list);
    if (image !== null && Math.max(image.widthPx, image.heightPx) <= LONGEST_PX)
      return { picture: turned(image, (((page.rotate % 360) + 360) % 360) as Turn), widthPt, heightPt };
    const { all } = imagePixels(list);
    const own = all === 0 ? USUAL_SCALE : Math.sqrt(all / Math.max(1, widthPt * heightPt));
    const most = LONGEST_PX / Math.max(1, widthPt, heightPt);
    const scale = Math.min(most, Math.max(LEAST_SCALE, Math.min(MOST_SCALE, own)));
    return { picture: await draw(document, page, { scale, turn: 0 }), widthPt, heightPt };
  } finally {
    await task.destroy();
  }
}
