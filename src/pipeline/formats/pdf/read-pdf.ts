/**
 * The content of a PDF to blocks: pages, tables, blocks. It runs in a guarded process, where the document is read. Only what
 * reads PDFs imports it, as it loads pdf.js.
 */
import { withoutMarginNumbers } from "../../../geometry/margin-numbers.js";
import { pageList } from "../../../language/page-list.js";
import { blocksOfPages } from "../../../layout/page-blocks.js";
import { withoutWatermarks } from "../../../layout/watermarks.js";
import type { Block } from "../../../model/block.js";
import { boxAsShown, type Page, type Table } from "../../../model/page.js";
import { DEFAULT_RECOGNITION } from "../../../model/recognition.js";
import type { Move } from "../../../normalise/sources.js";
import type { InputFile } from "../../../schema/dataset.js";
import { heldFiles } from "../../../source/members/held-files.js";
import { type PdfReading, readDocument } from "../../../source/pdf/read-document.js";
import { notesOf } from "../../../source/pdf/reading-notes.js";
import { pagesToRecognise, withRecognised } from "../../../source/pdf/scanned-pages.js";
import { findTablesOfPages } from "../../../table/find-tables.js";
import type { ContentLimits, ContentResult, ReadContent, RecognitionInput } from "../input-format.js";
import { repairedPages } from "./repaired-pages.js";
import { confidenceOn } from "./word-confidence.js";
import { wordsOn } from "./words-at.js";

const NO_RECOGNITION: RecognitionInput = { settings: { ...DEFAULT_RECOGNITION, mode: "never" }, pages: null };

/** @param bytes handed over: not usable afterwards */
export async function readPdf(
  bytes: Uint8Array,
  limits: ContentLimits,
  recognition: RecognitionInput = NO_RECOGNITION,
): Promise<ContentResult> {
  const reading = await readDocument(bytes, limits);
  if (!reading.ok) return reading;
  if (recognition.pages !== null) return contentOfReading(withRecognised(reading, recognition.pages));
  const toRecognise = pagesToRecognise(reading, recognition.settings.mode);
  return { ...contentOfReading(reading), ...(toRecognise.length > 0 && { toRecognise }) };
}

export function contentOfReading(reading: PdfReading): ReadContent {
  const { pages, repairs } = repairedPages(reading.pages);
  return {
    ok: true,
    ...(repairs.length > 0 && { repairs }),
    blocks: tablesAndBlocks(pages).blocks,
    pageCount: pages.length,
    unreadPages: [...reading.needsOcr, ...reading.unreadable].sort((a, b) => a - b),
    asShown: boxAsDisplayed(pages),
    wordsAt: wordsOn(pages),
    ...(reading.recognised.length > 0 && { confidenceAt: confidenceOn(pages, reading.recognised) }),
    ...(reading.facts.attached.members.length > 0 && { held: reading.facts.attached }),
    outcomeOf: (hasReports) => outcomeOf(reading, hasReports),
  };
}

/** `tables[n]` are those of `pages[n]`. */
export function tablesAndBlocks(pages: readonly Page[]): {
  readonly tables: readonly (readonly Table[])[];
  readonly blocks: readonly Block[];
} {
  const { pages: clean, marks } = withoutWatermarks(pages);
  const tables = findTablesOfPages(clean.map(withoutMarginNumbers));
  return { tables, blocks: blocksOfPages(clean, tables, marks) };
}

/** Points to two decimals: finer than any printer, and the same on every machine. */
const hundredths = (points: number): number => Math.round(points * 100) / 100;

/** Boxes as their pages are displayed: a page whose text is on its side was turned to be read. */
function boxAsDisplayed(pages: readonly Page[]): Move {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (row) => {
    const page = row.page === null ? undefined : byNumber.get(row.page);
    if (page === undefined || row.bbox === null) return row;
    const [x0, top, x1, bottom] = boxAsShown(row.bbox, page);
    return { ...row, bbox: [hundredths(x0), hundredths(top), hundredths(x1), hundredths(bottom)] };
  };
}

function outcomeOf(reading: PdfReading, hasReports: boolean): Pick<InputFile, "outcome" | "message"> {
  const { needsOcr, scannedPages, facts } = reading;
  // A scan with a layer of text that gave no report may have been recognised badly, by another program.
  const isKnown = new Set([...needsOcr, ...reading.recognised]);
  const recognised = hasReports ? [] : scannedPages.filter((number) => !isKnown.has(number));
  const isToRecognise = needsOcr.length > 0 || recognised.length > 0;
  const notes = [
    ...(!hasReports && !isToRecognise ? ["no report was found in it"] : []),
    ...(recognised.length === 0
      ? []
      : [`pictures whose recognised text gives no report: page ${pageList(recognised)}`]),
    ...notesOf(reading),
    ...heldFiles(facts.attached, "attached to it"),
  ];
  return {
    outcome: hasReports ? "parsed" : isToRecognise ? "needs-ocr" : "no-report",
    message: notes.length === 0 ? null : notes.join("; "),
  };
}
