/**
 * The stages in order for a PDF: pages, tables, blocks, printed reports, normalised reports, findings. It runs where the
 * document is read, in a guarded process, so that only the reports travel.
 */
import { pageList } from "./language/page-list.js";
import { blocksOfPages } from "./layout/page-blocks.js";
import { parseReports } from "./parse/parse.js";
import { auditedReports, type FileResult } from "./pipeline.js";
import type { Profile } from "./schema/profile.js";
import type { PdfReading } from "./source/pdf/read-document.js";
import { findTables } from "./table/find-tables.js";

export interface PdfArgument {
  readonly sourceFile: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly profile: Profile;
}

/** What became of a PDF whose pages were read. */
export function work(reading: PdfReading, argument: PdfArgument): FileResult {
  const { pages, needsOcr, unreadable, damage } = reading;
  const { sourceFile, sha256, profile } = argument;
  const printed = parseReports(blocksOfPages(pages, pages.map(findTables)), profile);
  const reports = auditedReports(printed, { sourceFile, sha256, format: "pdf" }, profile);
  const notes = [
    ...(reports.length === 0 && needsOcr.length === 0 ? ["no report was found in it"] : []),
    ...(needsOcr.length === 0 ? [] : [`pictures without text, to be recognised first: page ${pageList(needsOcr)}`]),
    ...(unreadable.length === 0 ? [] : [`cannot be read: page ${pageList(unreadable)}`]),
    ...(damage === null ? [] : [damage]),
  ];
  return {
    file: {
      source_file: sourceFile,
      source_sha256: sha256,
      bytes: argument.bytes,
      pages: pages.length,
      outcome: reports.length > 0 ? "parsed" : needsOcr.length > 0 ? "needs-ocr" : "no-report",
      error_code: null,
      message: notes.length === 0 ? null : notes.join("; "),
      report_count: reports.length,
    },
    reports,
  };
}
