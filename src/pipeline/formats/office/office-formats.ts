/**
 * The input formats of office programs. Their readers load libraries, and are imported when they are needed.
 */
import { isDocx, isOds, isOdt, isXlsx } from "../../../source/zip-kind.js";
import type { InputFormat } from "../input-format.js";

export const DOCX: InputFormat = {
  accepts: isDocx,
  async read(bytes, profile, limits) {
    const [{ readDocument }, { docxLines }] = await Promise.all([document(), import("../../../source/office/docx.js")]);
    return readDocument(bytes, docxLines, "a Word document", profile, limits);
  },
  async linesOf(bytes) {
    const [{ linesOfDocument }, { docxLines }] = await Promise.all([
      document(),
      import("../../../source/office/docx.js"),
    ]);
    return linesOfDocument(bytes, docxLines);
  },
};

export const ODT: InputFormat = {
  accepts: isOdt,
  async read(bytes, profile, limits) {
    const [{ readDocument }, { odtLines }] = await Promise.all([document(), import("../../../source/office/odt.js")]);
    return readDocument(bytes, odtLines, "an OpenDocument text", profile, limits);
  },
  async linesOf(bytes) {
    const [{ linesOfDocument }, { odtLines }] = await Promise.all([
      document(),
      import("../../../source/office/odt.js"),
    ]);
    return linesOfDocument(bytes, odtLines);
  },
};

export const XLSX: InputFormat = {
  accepts: isXlsx,
  async read(bytes, profile, limits) {
    const [{ readSheets }, { xlsxLines }] = await Promise.all([sheets(), import("../../../source/office/xlsx.js")]);
    return readSheets(bytes, xlsxLines, profile, limits);
  },
  async linesOf(bytes) {
    const [{ linesOfSheets }, { xlsxLines }] = await Promise.all([sheets(), import("../../../source/office/xlsx.js")]);
    return linesOfSheets(bytes, xlsxLines);
  },
};

export const ODS: InputFormat = {
  accepts: isOds,
  async read(bytes, profile, limits) {
    const [{ readSheets }, { odsLines }] = await Promise.all([sheets(), import("../../../source/office/ods.js")]);
    return readSheets(bytes, odsLines, profile, limits);
  },
  async linesOf(bytes) {
    const [{ linesOfSheets }, { odsLines }] = await Promise.all([sheets(), import("../../../source/office/ods.js")]);
    return linesOfSheets(bytes, odsLines);
  },
};

const document = () => import("./read-document.js");
const sheets = () => import("./read-sheets.js");
