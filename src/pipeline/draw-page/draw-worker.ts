/**
 * The stages in order for the picture of one page: pages, tables, blocks, reports, highlights, picture. It runs in the guarded process
 * that reads the document.
 */
import { loadGraphics } from "../../draw/canvas.js";
import { highlightsOfPage, type PageHighlights } from "../../draw/highlights.js";
import { drawPicture, type PicturePlan, pictureSize } from "../../draw/picture.js";
import type { Page } from "../../model/page.js";
import type { Raster } from "../../model/raster.js";
import { parseReports } from "../../parse/parse-reports.js";
import type { Report } from "../../schema/dataset.js";
import type { Profile } from "../../schema/profile.js";
import { failureOf } from "../../source/pdf/failure.js";
import type { PdfJob, PdfJobOutcome } from "../../source/pdf/pdf-job.js";
import { LABEL_FONTS } from "../../source/pdf/pdfjs-files.js";
import type { PdfReading } from "../../source/pdf/read-document.js";
import { renderPage } from "../../source/pdf/render-page.js";
import { findCandidatesOfPages } from "../../table/find-tables.js";
import { tablesAndBlocks } from "../formats/pdf/read-pdf.js";
import { normalisedReports } from "../worker/normalised-file.js";

export interface DrawArgument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly page: number | null;
  readonly scale: number;
  readonly profile: Profile;
  readonly candidates: boolean;
}

export interface DrawnPage {
  /** 1-based. */
  readonly page: number;
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Rows of a report that are on the page, entirely or in part. */
  readonly rowCount: number;
}

/** Most pixels of a picture; A4 at a scale of 8 has fewer. */
const MAX_PIXELS = 50_000_000;

async function drawPageOf(reading: PdfReading, argument: DrawArgument): Promise<PdfJobOutcome<DrawnPage>> {
  const { name, bytes, scale, profile } = argument;
  const graphics = await loadGraphics(LABEL_FONTS);
  if (graphics === null) {
    const message = "pages cannot be drawn: the package @napi-rs/canvas is not installed for this machine";
    return { ok: false, code: "NO_CANVAS", message };
  }
  const { tables, blocks } = tablesAndBlocks(reading.pages);
  const printed = parseReports(blocks, profile);
  const reports = normalisedReports(printed, { sourceFile: name, sha256: "", format: "pdf" }).map(
    ({ report }) => report,
  );
  const number = argument.page ?? reports.flatMap((report) => report.deliverables)[0]?.page ?? 1;
  const page = reading.pages[number - 1];
  if (page === undefined) {
    const has = reading.pages.length === 1 ? "1 page" : `${reading.pages.length} pages`;
    return { ok: false, code: "NO_PAGE", message: `there is no page ${number}; the PDF has ${has}` };
  }
  if (reading.unreadable.includes(number))
    return { ok: false, code: "CORRUPT", message: `page ${number} cannot be read` };
  const highlights = highlightsOfPage(number, blocks, reports);
  const text = {
    title: name,
    subtitle: `page ${number} of ${reading.pages.length}${page.turn === undefined && page.skew === undefined ? "" : ", turned upright"}`,
    notes: notesOf(page, reading, highlights, reports),
  };
  const plan: PicturePlan = { widthPt: page.widthPt, heightPt: page.heightPt, scale, highlights, text };
  const { widthPt, heightPt } = pictureSize(plan);
  const [widthPx, heightPx] = [Math.ceil(widthPt * scale), Math.ceil(heightPt * scale)];
  if (widthPx * heightPx > MAX_PIXELS) {
    const message = `a scale of ${scale} makes ${widthPx} by ${heightPx} pixels, over the limit of ${MAX_PIXELS}; choose a smaller one`;
    return { ok: false, code: "TOO_MANY_PIXELS", message };
  }
  const picture = await pictureOf(bytes, page, scale);
  if (!picture.ok) return picture;
  const drawn = await drawPicture(graphics, plan, picture.value, {
    tables: tables[number - 1] ?? [],
    runnersUp: argument.candidates ? (findCandidatesOfPages(reading.pages)[number - 1]?.runnersUp ?? []) : [],
    words: page.words,
  });
  return { ok: true, value: { page: number, ...drawn, rowCount: highlights.rows.length } };
}

async function pictureOf(bytes: Uint8Array, page: Page, scale: number): Promise<PdfJobOutcome<Raster>> {
  try {
    return {
      ok: true,
      value: await renderPage(bytes, page.number, { scale, turn: page.turn ?? 0, skew: page.skew ?? 0 }),
    };
  } catch (error) {
    return failureOf(error);
  }
}

function notesOf(page: Page, reading: PdfReading, highlights: PageHighlights, reports: readonly Report[]): string[] {
  const notes: string[] = [];
  if (reading.needsOcr.includes(page.number)) notes.push("A picture without text: to be recognised first.");
  if (reports.length === 0) notes.push("No report was found in this file.");
  else if (highlights.rows.length === 0) notes.push("No row of a report on this page.");
  return [...notes, ...highlights.stated.map(({ text }) => `states ${text}`)];
}

/** The picture of one page of a PDF. */
export const pdfJob: PdfJob<DrawArgument, DrawnPage> = drawPageOf;
