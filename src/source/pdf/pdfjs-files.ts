/** Where the files that come with pdf.js are, without loading it. */
import { createRequire } from "node:module";
import path from "node:path";

export const PDFJS_FOLDER = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Fonts that come with pdf.js and may be used for labels: a sans serif, regular and bold. */
export const LABEL_FONTS = {
  regular: path.join(PDFJS_FOLDER, "standard_fonts", "LiberationSans-Regular.ttf"),
  bold: path.join(PDFJS_FOLDER, "standard_fonts", "LiberationSans-Bold.ttf"),
};
