/** The content of a picture file to blocks: its pages are shown by a PDF, which is read as any other. */
import { PictureError } from "../../../source/images/picture-error.js";
import { pdfOfPicture } from "../../../source/images/picture-file.js";
import type { ContentLimits, ContentResult, RecognitionInput } from "../input-format.js";
import { readPdf } from "../pdf/read-pdf.js";

export async function readImage(
  bytes: Uint8Array,
  limits: ContentLimits,
  recognition?: RecognitionInput,
): Promise<ContentResult> {
  try {
    return await readPdf(await pdfOfPicture(bytes, limits.maxPages), limits, recognition);
  } catch (error) {
    if (error instanceof PictureError) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}
