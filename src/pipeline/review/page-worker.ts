/**
 * The picture of one page of a PDF, with a place on it. In: the page and the place's box. Out: a PNG, the page's size and the box on the
 * upright page. It runs in the guarded process that reads the document.
 */
import { loadGraphics } from "../../draw/canvas.js";
import { cropPixels } from "../../draw/crop.js";
import { boxAsUpright } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { PdfJob, PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { LABEL_FONTS } from "../../source/pdf/pdfjs-files.js";
import type { PdfReading } from "../../source/pdf/read-document.js";
import { renderPage } from "../../source/pdf/render-page.js";

export interface PageArgument {
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly page: number;
  readonly box: Bbox | null;
}

export interface PagePicture {
  readonly png: Uint8Array;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly frame: Bbox | null;
  readonly pageCount: number;
}

/** Pixels per point: legible when it is enlarged to twice the size of paper. */
const SCALE = 2;
/** Most pixels of a picture; a larger page is drawn at a smaller scale. */
const MAX_PIXELS = 8_000_000;

async function pictureOf(
  reading: PdfReading,
  { bytes, page: number, box }: PageArgument,
): Promise<PdfJobOutcome<PagePicture>> {
  const graphics = await loadGraphics(LABEL_FONTS);
  if (graphics === null) return { ok: false, code: "NO_CANVAS", message: "the package that draws is not installed" };
  const page = reading.pages[number - 1];
  if (page === undefined || reading.unreadable.includes(number))
    return { ok: false, code: "NO_PAGE", message: `there is no page ${number} that can be drawn` };
  const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / (page.widthPt * page.heightPt)));
  const picture = await renderPage(bytes, number, { scale, turn: page.turn ?? 0 });
  const [widthPt, heightPt] = [picture.widthPx / scale, picture.heightPx / scale];
  const png = await cropPixels(graphics, picture, [0, 0, widthPt, heightPt], scale);
  const frame = box === null ? null : boxAsUpright(box, page);
  return { ok: true, value: { png, widthPt, heightPt, frame, pageCount: reading.pages.length } };
}

export const pdfJob: PdfJob<PageArgument, PagePicture> = pictureOf;
