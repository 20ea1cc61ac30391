/**
 * The stages in order for a PDF: pages, tables, blocks, printed reports, normalised reports. It runs where the
 * document is read, in a guarded process, so that only the reports travel.
 */
import { pageList } from "../../language/page-list.js";
import { blocksOfPages } from "../../layout/page-blocks.js";
import { boxAsShown, type Page } from "../../model/page.js";
import type { Move } from "../../normalise/move-sources.js";
import { parseReports } from "../../parse/parse-reports.js";
import type { Profile } from "../../schema/profile.js";
import type { PdfLimits } from "../../source/pdf/limits.js";
import { type PdfReading, readDocument } from "../../source/pdf/read-document.js";
import { notesOf } from "../../source/pdf/reading-notes.js";
import { findTablesOfPages } from "../../table/find-tables.js";
import { moveNormalised, type NormalisedFile, normalisedReports } from "./audit-file.js";

export interface PdfArgument {
  readonly sourceFile: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly profile: Profile;
}

/** Points to two decimals: finer than any printer, and the same on every machine. */
const hundredths = (points: number): number => Math.round(points * 100) / 100;

/** Boxes as their pages are displayed: a page whose text stands on its side was turned to be read. */
function boxAsDisplayed(pages: readonly Page[]): Move {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (row) => {
    const page = row.page === null ? undefined : byNumber.get(row.page);
    if (page === undefined || row.bbox === null) return row;
    const [x0, top, x1, bottom] = boxAsShown(row.bbox, page);
    return { ...row, bbox: [hundredths(x0), hundredths(top), hundredths(x1), hundredths(bottom)] };
  };
}

/** @param bytes handed over: no longer usable afterwards */
export async function readPdf(bytes: Uint8Array, argument: PdfArgument, limits: PdfLimits): Promise<NormalisedFile> {
  const reading = await readDocument(bytes, limits);
  if (reading.ok) return resultOfReading(reading, argument);
  const { code, message } = reading;
  const { sourceFile: source_file, sha256: source_sha256 } = argument;
  const file = { source_file, source_sha256, bytes: argument.bytes, pages: null, report_count: 0 };
  return { file: { ...file, outcome: "failed", error_code: code, message }, reports: [] };
}

/** What became of a PDF whose pages were read. */
export function resultOfReading(reading: PdfReading, argument: PdfArgument): NormalisedFile {
  const { pages, needsOcr, scannedPages } = reading;
  const { sourceFile, sha256, profile } = argument;
  const printed = parseReports(blocksOfPages(pages, findTablesOfPages(pages)), profile);
  const asDisplayed = boxAsDisplayed(pages);
  const reports = normalisedReports(printed, { sourceFile, sha256, format: "pdf" }).map((report) =>
    moveNormalised(report, asDisplayed),
  );
  const recognised = reports.length > 0 ? [] : scannedPages.filter((number) => !needsOcr.includes(number));
  const isToRecognise = needsOcr.length > 0 || recognised.length > 0;
  const notes = [
    ...(reports.length === 0 && !isToRecognise ? ["no report was found in it"] : []),
    ...(recognised.length === 0
      ? []
      : [`pictures whose recognised text gives no report: page ${pageList(recognised)}`]),
    ...notesOf(reading),
  ];
  return {
    file: {
      source_file: sourceFile,
      source_sha256: sha256,
      bytes: argument.bytes,
      pages: pages.length,
      outcome: reports.length > 0 ? "parsed" : isToRecognise ? "needs-ocr" : "no-report",
      error_code: null,
      message: notes.length === 0 ? null : notes.join("; "),
      report_count: reports.length,
    },
    reports,
  };
}
