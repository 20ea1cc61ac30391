/**
 * Opens a PDF with pdf.js. In: bytes. Out: its loading task, set up for reading without drawing, or for drawing. No other
 * module imports pdf.js, so that the globals it changes on import are restored immediately.
 */
import "./drawing-classes.js";
import { restoreNativeFunctions } from "./native-functions.js";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import path from "node:path";
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentLoadingTask,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { PDFJS_FOLDER } from "./pdfjs-files.js";

restoreNativeFunctions();

export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
export { AnnotationMode, OPS };

const folder = (name: string): string => `${path.join(PDFJS_FOLDER, name)}${path.sep}`;

/**
 * Larger images are left out: they contain no text, and decoding them would take most of the time. Smaller ones may be icons
 * whose colour shows a status.
 */
const MAX_IMAGE_PIXELS = 10_000;

/**
 * A document to load fonts into, and a font to load. Nothing is drawn, so both do nothing; without them pdf.js would build
 * the outline of every glyph.
 */
const EMPTY_DOCUMENT = { fonts: { add() {}, delete() {}, clear() {} } };
class EmptyFont {
  readonly loaded = Promise.resolve();
}

/** Options for reading and for drawing. */
const COMMON = {
  isEvalSupported: false,
  useSystemFonts: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: VerbosityLevel.ERRORS,
  cMapUrl: folder("cmaps"),
  standardFontDataUrl: folder("standard_fonts"),
  wasmUrl: folder("wasm"),
  iccUrl: folder("iccs"),
};

/** @param bytes detached by the call; never a Buffer, which pdf.js refuses */
export function openDocument(bytes: Uint8Array): PDFDocumentLoadingTask {
  if (!("FontFace" in globalThis)) Object.assign(globalThis, { FontFace: EmptyFont });
  return getDocument({
    ...COMMON,
    data: bytes,
    // Only its messages show what it leaves out: see `pdfjs-messages.ts`.
    verbosity: VerbosityLevel.INFOS,
    // Needed to know whether a font has a map from its glyphs to characters.
    fontExtraProperties: true,
    disableFontFace: false,
    ownerDocument: EMPTY_DOCUMENT as never,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
}

/**
 * Opens a document for drawing: glyphs by their outlines, images as they are.
 * @param bytes detached by the call; never a Buffer
 * @param maxImagePixels images larger than this are left out
 */
export function openForDrawing(bytes: Uint8Array, maxImagePixels: number): PDFDocumentLoadingTask {
  return getDocument({ ...COMMON, data: bytes, disableFontFace: true, maxImageSize: maxImagePixels });
}
