/**
 * Opens a PDF with pdf.js. In: bytes. Out: its loading task, set up for reading without drawing.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, type PDFDocumentLoadingTask, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const ROOT = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const folder = (name: string): string => `${path.join(ROOT, name)}${path.sep}`;

/** Images above one pixel are left out: they hold no text, and decoding them is most of the work. */
const MAX_IMAGE_PIXELS = 1;

/** @param bytes detached by the call; never a Buffer, which pdf.js refuses */
export function openDocument(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: MAX_IMAGE_PIXELS,
    cMapUrl: folder("cmaps"),
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    iccUrl: folder("iccs"),
  });
}
