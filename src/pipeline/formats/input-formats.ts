/**
 * The table of input formats. To add one: its name in `sourceFormatSchema`, an entry here, and a folder beside `text` and `pdf`
 * with what reads it. A reader that loads a large library is imported when it is needed, so that other files are read without it.
 */
import { SOURCE_FORMATS, type SourceFormat } from "../../schema/values.js";
import { isPicture } from "../../source/images/picture-file.js";
import { hasPdfSignature } from "../../source/pdf/failure.js";
import type { InputFormat } from "./input-format.js";
import { DOCX, ODS, ODT, XLSX } from "./office/office-formats.js";
import { linesOfText, readText } from "./text/read-text.js";

export const INPUT_FORMATS: Readonly<Record<SourceFormat, InputFormat>> = {
  pdf: {
    accepts: hasPdfSignature,
    async read(bytes, _profile, limits, recognition) {
      const { readPdf } = await import("./pdf/read-pdf.js");
      return readPdf(bytes, limits, recognition);
    },
    linesOf: null,
  },
  image: {
    accepts: isPicture,
    async read(bytes, _profile, limits, recognition) {
      const { readImage } = await import("./image/read-image.js");
      return readImage(bytes, limits, recognition);
    },
    linesOf: null,
  },
  docx: DOCX,
  xlsx: XLSX,
  odt: ODT,
  ods: ODS,
  text: {
    // It comes last, and says of content that is no text what it is instead.
    accepts: () => true,
    read: async (bytes, profile) => readText(bytes, profile),
    linesOf: async (bytes) => [linesOfText(bytes)],
  },
};

/** The first format, in the order of `SOURCE_FORMATS`, that accepts the content. */
export function formatOf(bytes: Uint8Array): SourceFormat {
  return SOURCE_FORMATS.find((name) => INPUT_FORMATS[name].accepts(bytes)) ?? "text";
}
