/** In: the lines of a text file. Out: its reports read with the built-in profile, and their rows as short lists to compare. */
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { blocksOfText } from "../../src/layout/text-blocks.js";
import type { PrintedReport } from "../../src/model/printed.js";
import { parseReports } from "../../src/parse/parse-reports.js";
import type { Report } from "../../src/schema/dataset.js";

/** The header of a report of the second quarter of 2022, without an empty line after it. */
export const HEADER = ["SAFER MELFORD DELIVERY PLAN (2022-23)", "THEME 1 UPDATE - QRT 2 UPDATE (September 2022)"];

export const reportsOf = (...lines: string[]): readonly Report[] =>
  readBytes(Buffer.from(lines.join("\n")), "a.txt", BUILTIN_PROFILE).reports;

/** The first report of the text. */
export const reportOf = (...lines: string[]): Report | undefined => reportsOf(...lines)[0];

/** The first report of the text as printed, before it becomes part of a dataset. */
export const printedOf = (...lines: string[]): PrintedReport | undefined =>
  parseReports(blocksOfText(lines.join("\n"), BUILTIN_PROFILE), BUILTIN_PROFILE)[0];

/** Number, organisations with commas, title and status of each row; no rows where there is no report. */
export const rowsOf = (report: Report | undefined) =>
  report?.deliverables.map((row) => [row.number, row.organisations.join(), row.title, row.rag]);

/** The same with the texts of each row's updates, " / " between them. */
export const rowsWithUpdatesOf = (report: Report | undefined) =>
  report?.deliverables.map((row) => [
    row.number,
    row.organisations.join(),
    row.title,
    row.rag,
    row.updates.map(({ text }) => text).join(" / "),
  ]);
