/** The sign-off of a review: of all reports, and of each. In: the reports and what was decided. Out: sentences. */

import { DispositionLedger, disposedText } from "../../audit/dispositions.js";
import { countOf } from "../../audit/phrases.js";
import { type AuditSetting, signOffOf } from "../../audit/sign-off.js";
import { reportName } from "../../audit-page/report-section.js";
import type { SignedOff } from "../../review/api.js";
import type { Disposition } from "../../schema/disposition.js";
import type { Reviewed } from "./reviewed.js";

export type ReviewSignOff = Omit<SignedOff, "commands">;

/** @param unfit corrections that do not fit, a sentence each */
export function signOffReview(
  { dataset, compared }: Reviewed,
  dispositions: readonly Disposition[],
  setting: AuditSetting,
  unfit: readonly string[],
): ReviewSignOff {
  const ledger = new DispositionLedger(dispositions);
  const files = new Map(dataset.files.map((file) => [file.source_file, file]));
  const all: Disposition[] = [];
  let [findingCount, rowCount, corrections] = [0, 0, 0];
  const reports = dataset.reports.map((report) => {
    const own = report.findings.flatMap((finding) => ledger.of(finding) ?? []);
    const file = files.get(report.source_file) ?? null;
    const signOff = signOffOf(report, file, setting, compared.get(report.report_id) ?? null, own);
    all.push(...own);
    findingCount += report.findings.length;
    rowCount += report.deliverables.length;
    corrections += signOff.corrections.length;
    return { name: reportName(report), line: signOff.line };
  });
  const stale = ledger
    .stale()
    .map(({ line, finding_id, reason }) => `Disposition on line ${line} (${finding_id}): ${reason}`);
  const figures = [countOf(dataset.files.length, "file"), countOf(reports.length, "report"), countOf(rowCount, "row")];
  const decided = disposedText(all, findingCount);
  const line = `Checked: ${figures.join(", ")}. Corrected by persons: ${corrections}. Findings: ${decided === "" ? "none" : decided}.`;
  return { line, reports, unfit: [...unfit, ...stale] };
}
