/**
 * The report and row that a user means. In: the dataset, a report by its file or report_id, and a row. Out: their identifiers as a file of
 * corrections has them. What is not there is refused with names that are like it.
 */

import { basename } from "node:path/posix";
import {
  type CorrectedField,
  type Correction,
  type Dataset,
  nameInReport,
  printedInRow,
  type Report,
  ROW,
  UPDATE_DATE,
} from "../internal.js";
import { UsageError } from "./exit.js";
import { didYouMean } from "./near-names.js";

/** @param made corrections in the file, which may add rows that the dataset does not have yet */
export function targetOf(
  dataset: Dataset,
  made: readonly Correction[],
  reportName: string,
  row: string,
  field: CorrectedField,
): { readonly report: string; readonly deliverable: string } {
  const report = reportNamed(dataset, reportName);
  const { deliverables } = report;
  // An update has a name of its own, and a row that is added has none yet.
  if (row !== "" && field !== UPDATE_DATE && field !== ROW) {
    const numbers = deliverables.map((one) => printedInRow(one, "number"));
    const nameOf = (deliverable: string): string => nameInReport(report.report_id, deliverable);
    const isAdded = made.some(
      (one) => one.report === report.report_id && one.field === ROW && nameOf(one.deliverable) === nameOf(row),
    );
    const isThere =
      isAdded || numbers.includes(row) || deliverables.some(({ deliverable_id }) => deliverable_id === row);
    if (!isThere) {
      const known = numbers.filter((number) => number !== "");
      throw new UsageError(
        `${report.source_file} has no row "${row}"${didYouMean(row, known)}; it has ${known.length === 0 ? "none with a number" : known.join(", ")}`,
      );
    }
  }
  return { report: report.report_id, deliverable: row };
}

/** @param others names of reports that the user may mean as well */
export function reportNamed({ reports, files }: Dataset, name: string, others: readonly string[] = []): Report {
  const exact = reports.find(({ report_id }) => report_id === name);
  if (exact !== undefined) return exact;
  const inFile = reports.filter(({ source_file }) => source_file === name || source_file.endsWith(`/${name}`));
  const [found, another] = inFile;
  if (found !== undefined && another === undefined) return found;
  if (found !== undefined) {
    const names = inFile.map(({ report_id, source_file, page }) =>
      page === null ? `  ${report_id} (${source_file})` : `  ${report_id} (${source_file}, page ${page})`,
    );
    throw new UsageError([`several reports are in ${name}; give one of`, ...names].join("\n"));
  }
  const without = files.find(({ source_file }) => source_file === name || source_file.endsWith(`/${name}`));
  if (without !== undefined) throw new UsageError(`${without.source_file} has no report`);
  const inDataset = reports.flatMap(({ report_id, source_file }) => [basename(source_file), source_file, report_id]);
  const known = [...inDataset, ...others];
  throw new UsageError(`the dataset has no file or report "${name}"${didYouMean(name, known)}`);
}
