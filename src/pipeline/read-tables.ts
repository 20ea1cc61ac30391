/**
 * The tables of any PDF, whether it is a report or not. In: its path and the pages wanted. Out: tables with their cells, by page and
 * from top to bottom. They are found in the guarded process that reads the document.
 */

import { withoutMarginNumbers } from "../geometry/margin-numbers.js";
import { withoutWatermarks } from "../layout/watermarks.js";
import { boxAsShown, type Page, type Table, type TableStrategy } from "../model/page.js";
import type { RecognitionSettings } from "../model/recognition.js";
import type { Bbox } from "../schema/values.js";
import { MEMBER_MARK } from "../source/members/member.js";
import { runPdfJob } from "../source/pdf/one-document.js";
import type { PdfJob, PdfJobOutcome } from "../source/pdf/pdf-job.js";
import type { PdfReading } from "../source/pdf/read-document.js";
import { notesOf } from "../source/pdf/reading-notes.js";
import { findTablesOfPages } from "../table/find-tables.js";
import { oneRecognition } from "./recognise-pages.js";

/** Both ends are 1-based and included; `to` is null for a range up to the last page. */
export interface PageRange {
  readonly from: number;
  readonly to: number | null;
}

export interface PdfCell {
  /** 0-based, as is `column`. */
  readonly row: number;
  readonly column: number;
  readonly row_span: number;
  readonly column_span: number;
  /** `[x0, top, x1, bottom]` in points from the top left corner of the page as it is shown. */
  readonly bbox: Bbox;
  /** Its lines joined by line feeds. */
  readonly text: string;
  /** Background colour, "#rrggbb"; null for none or white. */
  readonly fill: string | null;
}

export interface PdfTable {
  /** 1-based. */
  readonly page: number;
  readonly bbox: Bbox;
  /** How it was found, and how well it explains its region, 0 to 1. */
  readonly strategy: TableStrategy;
  readonly score: number;
  /** By row, then by column; empty cells are included. */
  readonly cells: readonly PdfCell[];
}

export interface PdfTables {
  readonly tables: readonly PdfTable[];
  /** Why pages were not read completely, one sentence each: pictures without text, damage. */
  readonly notes: readonly string[];
}

export interface TablesOptions {
  readonly pages?: readonly PageRange[];
  /** Which pages are recognised from their pictures; by default those without visible text. */
  readonly recognition?: Partial<RecognitionSettings>;
  /** Folder in which recognised pages are kept for the next run. */
  readonly cache?: string;
}

/**
 * @param options.pages the pages wanted, each read once; all pages by default
 * @throws InputError if there is no such file; PdfError if it is not a PDF, cannot be read, or has not all the pages asked for
 */
export async function readTables(
  path: string,
  { pages = [], recognition, cache }: TablesOptions = {},
): Promise<PdfTables> {
  return runPdfJob<PdfTables>(path, import.meta.url, () => pages, {
    ...oneRecognition(recognition, cache),
    isWanted: (number) => isIn(pages, number),
  });
}

/** Whether a page is in one of the ranges; every page is where there are none. */
const isIn = (ranges: readonly PageRange[], number: number): boolean =>
  ranges.length === 0 || ranges.some(({ from, to }) => number >= from && number <= (to ?? number));

function tablesOf(reading: PdfReading, ranges: readonly PageRange[]): PdfJobOutcome<PdfTables> {
  const { pages } = reading;
  const missing = ranges.flatMap(({ from, to }) => [from, to ?? from]).find((number) => number > pages.length);
  if (missing !== undefined) {
    const has = pages.length === 1 ? "1 page" : `${pages.length} pages`;
    return { ok: false, code: "NO_PAGE", message: `there is no page ${missing}; the PDF has ${has}` };
  }
  const isWanted = (number: number): boolean => isIn(ranges, number);
  const wanted = withoutWatermarks(pages).pages.filter((page) => isWanted(page.number));
  const found = findTablesOfPages(wanted.map(withoutMarginNumbers));
  const tables = wanted.flatMap((page, at) => (found[at] ?? []).map((table) => tableAsShown(table, page)));
  return { ok: true, value: { tables, notes: [...notesOf(reading, isWanted), ...attachedNote(reading)] } };
}

/** Most attached files that the note names. */
const MOST_NAMED = 8;

function attachedNote({ facts }: PdfReading): string[] {
  const names = facts.attached.members.map(({ name }) => name);
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  const listed = [...names.slice(0, MOST_NAMED), ...more].join(", ");
  return [`files are attached to it, whose tables are read with their names after ${MEMBER_MARK}: ${listed}`];
}

function tableAsShown(table: Table, page: Page): PdfTable {
  const shown = (bbox: Bbox): Bbox => {
    const [x0, top, x1, bottom] = boxAsShown(bbox, page);
    return [roundLength(x0), roundLength(top), roundLength(x1), roundLength(bottom)];
  };
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    page: table.page,
    bbox: shown(table.bbox),
    strategy: table.strategy,
    score: table.score,
    cells: cells.map(({ row, column, rowSpan, columnSpan, bbox, text, fill }) => ({
      row,
      column,
      row_span: rowSpan,
      column_span: columnSpan,
      bbox: shown(bbox),
      text,
      fill,
    })),
  };
}

/** To a hundredth of a point. */
const roundLength = (value: number): number => Math.round(value * 100) / 100;

/** The tables of a PDF, on the pages wanted. */
export const pdfJob: PdfJob<readonly PageRange[], PdfTables> = tablesOf;
