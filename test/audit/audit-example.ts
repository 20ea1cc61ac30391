/** In: a rule's example. Out: all findings about its last report, including those that compare it with earlier reports. */
import { auditReport } from "../../src/audit/audit.js";
import type { Example } from "../../src/audit/example.js";
import { type FileResult, tracked } from "../../src/index.js";
import type { Finding, Report } from "../../src/schema/dataset.js";
import { SETTINGS } from "./raised.js";

export async function auditExample({ earlier, report, facts }: Example): Promise<Finding[]> {
  const reports = [...earlier, { ...report, findings: auditReport(report, facts, SETTINGS) }];
  const findings: Finding[] = [];
  for await (const result of tracked(inFiles(reports)))
    for (const one of result.reports) if (one.report_id === report.report_id) findings.push(...one.findings);
  return findings;
}

/** Each report as the result of reading a file of its own. */
export async function* inFiles(reports: readonly Report[]): AsyncGenerator<FileResult> {
  for (const report of reports) {
    const { source_file, source_sha256 } = report;
    const file = {
      source_file,
      container: null,
      source_sha256,
      bytes: 1,
      pages: null,
      error_code: null,
      message: null,
    };
    yield { file: { ...file, outcome: "parsed", report_count: 1 }, reports: [report] };
  }
}
