/**
 * Opens a PDF with pdf.js. In: bytes. Out: its loading task, set up for reading without drawing, or for drawing. The only
 * importer of pdf.js, so that what its import changes is put right at once.
 */
import "./drawing-classes.js";
import { restorePush } from "./native-push.js";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { createRequire } from "node:module";
import path from "node:path";
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentLoadingTask,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";

restorePush();

export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
export { AnnotationMode, OPS };

const ROOT = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const folder = (name: string): string => `${path.join(ROOT, name)}${path.sep}`;

/** Images above one pixel are left out: they hold no text, and decoding them is most of the work. */
const MAX_IMAGE_PIXELS = 1;

/**
 * A page to load fonts into, and a font to load: nothing is drawn, so nothing need happen. Without them pdf.js builds
 * the outline of every glyph.
 */
const FONTLESS = { fonts: { add() {}, delete() {}, clear() {} } };
class UndrawnFont {
  readonly loaded = Promise.resolve();
}

/** Options that hold for reading and drawing alike. */
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
  if (!("FontFace" in globalThis)) Object.assign(globalThis, { FontFace: UndrawnFont });
  return getDocument({
    ...COMMON,
    data: bytes,
    // What it leaves out it only tells: see `complaints.ts`.
    verbosity: VerbosityLevel.INFOS,
    // With them comes whether a font says which letters its glyphs show.
    fontExtraProperties: true,
    disableFontFace: false,
    ownerDocument: FONTLESS as never,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
}

/**
 * Opens a document to be drawn: glyphs by their outlines, images as they are.
 * @param bytes detached by the call; never a Buffer
 * @param maxImagePixels images larger than this are left out
 */
export function openForDrawing(bytes: Uint8Array, maxImagePixels: number): PDFDocumentLoadingTask {
  return getDocument({ ...COMMON, data: bytes, disableFontFace: true, maxImageSize: maxImagePixels });
}

/** Fonts that come with pdf.js and may be used for labels: a sans serif, regular and bold. */
export const LABEL_FONTS = {
  regular: path.join(ROOT, "standard_fonts", "LiberationSans-Regular.ttf"),
  bold: path.join(ROOT, "standard_fonts", "LiberationSans-Bold.ttf"),
};
