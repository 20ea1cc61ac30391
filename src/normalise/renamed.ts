/** What became of one file's content, and the name of another file with that content, to the other file's result. */
import type { InputFile, Report } from "../schema/dataset.js";

interface Result {
  readonly file: InputFile;
  readonly reports: readonly Report[];
}

export function renamed<R extends Result>(result: R, sourceFile: string): R {
  if (result.file.source_file === sourceFile) return result;
  const named = <Row extends { readonly source_file: string }>(row: Row): Row => ({ ...row, source_file: sourceFile });
  return {
    ...result,
    file: named(result.file),
    reports: result.reports.map((report) => ({
      ...named(report),
      stated_counts: report.stated_counts.map(named),
      deliverables: report.deliverables.map((row) => ({ ...named(row), updates: row.updates.map(named) })),
      findings: report.findings.map(named),
      residue: report.residue.map(named),
    })),
  };
}
