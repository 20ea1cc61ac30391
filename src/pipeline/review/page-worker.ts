/**
 * The picture of one page of a PDF. In: the page. Out: a PNG of it upright, its size, and the page as displayed, which places are on. It runs
 * in the guarded process that reads the document.
 */
import { loadGraphics } from "../../draw/canvas.js";
import { cropPixels } from "../../draw/crop.js";
import type { Page } from "../../model/page.js";
import type { PdfJob, PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { LABEL_FONTS } from "../../source/pdf/pdfjs-files.js";
import type { PdfReading } from "../../source/pdf/read-document.js";
import { renderPage } from "../../source/pdf/render-page.js";

export interface PageArgument {
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly page: number;
}

export interface PagePicture {
  readonly png: Uint8Array;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pageCount: number;
  /** The page before it is turned upright. */
  readonly displayed: Pick<Page, "turn" | "widthPt" | "heightPt">;
}

/** Pixels per point: legible when it is enlarged to twice the size of paper. */
const SCALE = 2;
/** Most pixels of a picture; a larger page is drawn at a smaller scale. */
const MAX_PIXELS = 8_000_000;

async function pictureOf(
  reading: PdfReading,
  { bytes, page: number }: PageArgument,
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
  const displayed = {
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    ...(page.turn !== undefined && { turn: page.turn }),
  };
  return { ok: true, value: { png, widthPt, heightPt, pageCount: reading.pages.length, displayed } };
}

export const pdfJob: PdfJob<PageArgument, PagePicture> = pictureOf;
