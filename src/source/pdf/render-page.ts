/**
 * Renders a page as a picture. In: a PDF's bytes, a page number, a turn and a scale. Out: pixels. Must run in a guarded
 * process, as reading does: a document that opens may still take all memory when it is drawn.
 */
import type { Turn } from "../../model/page.js";
import { AnnotationMode, openForDrawing } from "./open.js";
import { straighten } from "./skew.js";

export { LABEL_FONTS } from "./open.js";

/** A page's picture, four bytes per pixel: red, green, blue, opacity. */
export interface PagePicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8ClampedArray;
}

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

/**
 * @param bytes transferred to pdf.js: no longer usable afterwards
 * @throws what pdf.js throws: see `failure.ts`
 */
export async function renderPage(bytes: Uint8Array, number: number, options: RenderOptions): Promise<PagePicture> {
  const task = openForDrawing(bytes, MAX_IMAGE_PIXELS);
  try {
    const document = await task.promise;
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: options.scale, rotation: (page.rotate + options.turn) % 360 });
    const [widthPx, heightPx] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const factory = document.canvasFactory as { create(width: number, height: number): Surface };
    const { canvas, context } = factory.create(widthPx, heightPx);
    const transform = [...straighten(options.skew ?? 0, viewport.width, viewport.height)];
    await page.render({ canvas: canvas as never, viewport, transform, annotationMode: AnnotationMode.ENABLE }).promise;
    return { widthPx, heightPx, rgba: context.getImageData(0, 0, widthPx, heightPx).data };
  } finally {
    await task.destroy();
  }
}
