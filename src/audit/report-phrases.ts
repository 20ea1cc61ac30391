/** In: reports and rows of theirs. Out: the words by which messages name an earlier report, and a row in it. */
import { periodName } from "../language/periods.js";
import type { ReportDigest, RowDigest, RowInReport } from "../model/series.js";
import { rowList } from "./phrases.js";

/** "the report for Q1 2019-20". */
export function reportName(report: ReportDigest): string {
  return `the report for ${periodName(report) ?? report.source_file}`;
}

/** "the report for Q1 2019-20", with the row's name where it bore another number there: "(there row 6)". */
export function whereBefore(before: RowInReport, row: RowDigest): string {
  const renamed = before.row.number === row.number ? "" : ` (there ${rowList([before.row])})`;
  return `${reportName(before.report)}${renamed}`;
}
