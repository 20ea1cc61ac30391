/** In: earlier reports and their rows. Out: the phrases that messages use for them. */
import { periodName } from "../language/periods.js";
import type { ReportDigest, RowDigest, RowInReport } from "../model/series.js";
import { rowList } from "./phrases.js";

/** "the report for Q1 2019-20". */
export function reportName(report: ReportDigest): string {
  return `the report for ${periodName(report) ?? report.source_file}`;
}

/** "the report for Q1 2019-20", with the row's earlier number if it was different: "(there row 6)". */
export function earlierPlace(before: RowInReport, row: RowDigest): string {
  const otherNumber = before.row.number === row.number ? "" : ` (there ${rowList([before.row])})`;
  return `${reportName(before.report)}${otherNumber}`;
}
