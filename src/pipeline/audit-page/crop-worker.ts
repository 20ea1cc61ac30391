/**
 * Pictures of places on a PDF's pages. In: places by page and box. Out: for each a PNG and the part of the page that it shows, or
 * null. It runs in the guarded process that reads the document, so that only the cut pieces are sent back.
 */
import { loadGraphics } from "../../draw/canvas.js";
import { cropBox, cropPixels } from "../../draw/crop.js";
import { boxAsUpright } from "../../model/page.js";
import type { Bbox } from "../../schema/values.js";
import type { PdfJob, PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { LABEL_FONTS } from "../../source/pdf/pdfjs-files.js";
import type { PdfReading } from "../../source/pdf/read-document.js";
import { renderPage } from "../../source/pdf/render-page.js";

export interface CutPlace {
  /** 1-based. */
  readonly page: number;
  /** As the page is displayed. */
  readonly bbox: Bbox;
}

export interface CutArgument {
  readonly bytes: Uint8Array;
  readonly places: readonly CutPlace[];
}

export interface CutPiece {
  readonly png: Uint8Array;
  /** The part of the page that it shows, and the place in it: in points of the page as it was read, upright. */
  readonly box: Bbox;
  readonly frame: Bbox;
  /** Whether the page is displayed on its side. */
  readonly turned: boolean;
}

/** Pixels per point: sharp on a screen and on paper. */
const SCALE = 1.6;
/** Most pixels of a page's picture; a larger page is drawn at a smaller scale. */
const MAX_PIXELS = 12_000_000;

async function cutPieces(
  reading: PdfReading,
  { bytes, places }: CutArgument,
): Promise<PdfJobOutcome<(CutPiece | null)[]>> {
  const graphics = await loadGraphics(LABEL_FONTS);
  if (graphics === null) return { ok: false, code: "NO_CANVAS", message: "the package that draws is not installed" };
  const pieces: (CutPiece | null)[] = places.map(() => null);
  for (const number of new Set(places.map(({ page }) => page))) {
    const page = reading.pages[number - 1];
    if (page === undefined || reading.unreadable.includes(number)) continue;
    const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / (page.widthPt * page.heightPt)));
    // Drawing takes the bytes over, so each page gets a copy. A page that cannot be drawn has no pictures.
    const picture = await renderPage(bytes.slice(), number, { scale, turn: page.turn ?? 0 }).catch(() => null);
    if (picture === null) continue;
    const [widthPt, heightPt] = [picture.widthPx / scale, picture.heightPx / scale];
    for (const [index, place] of places.entries()) {
      if (place.page !== number) continue;
      const frame = boxAsUpright(place.bbox, page);
      const box = cropBox(frame, widthPt, heightPt);
      if (box === null) continue;
      const png = await cropPixels(graphics, picture, box, scale);
      pieces[index] = { png, box, frame, turned: page.turn !== undefined };
    }
  }
  return { ok: true, value: pieces };
}

/** A picture for each place, or null where none can be made. */
export const pdfJob: PdfJob<CutArgument, (CutPiece | null)[]> = cutPieces;
