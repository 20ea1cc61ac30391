/**
 * Tracked results to the same results without the reports of which a later version was read. No file is left out: where its
 * reports are, its message names the files that have the later versions.
 */
import type { ReportWithoutRows } from "../../model/outline.js";
import type { InputFile, Report } from "../../schema/dataset.js";
import type { Superseded, TrackedResult } from "./additions.js";

/** Most files that a message names. */
const MOST_NAMED = 3;

export async function* latestOnly<Head extends ReportWithoutRows = Report>(
  results: AsyncIterable<TrackedResult<Head>>,
): AsyncGenerator<TrackedResult<Head>> {
  /** Messages by content, for other files with the same content. */
  const leftOut = new Map<string, string>();
  for await (const result of results) {
    const { file, superseded } = result;
    const known = leftOut.get(file.source_sha256 ?? "");
    if (known !== undefined) {
      yield { ...result, file: { ...file, message: known } };
      continue;
    }
    if (superseded.length === 0) {
      yield result;
      continue;
    }
    const ids = new Set(superseded.map(({ report_id }) => report_id));
    const where = whereLater(file, superseded);
    if (file.source_sha256 !== null) leftOut.set(file.source_sha256, `same content as ${file.source_file}, ${where}`);
    const message = file.message === null ? where : `${file.message}; ${where}`;
    const isLeft = result.reports.map(({ report_id }) => !ids.has(report_id));
    yield {
      ...result,
      file: { ...file, message },
      reports: result.reports.filter((_, at) => isLeft[at]),
      compared: result.compared.filter((_, at) => isLeft[at]),
    };
  }
}

function whereLater({ report_count, source_file }: InputFile, superseded: readonly Superseded[]): string {
  const places = [...new Set(superseded.map(({ byFile }) => (byFile === source_file ? "this file" : byFile)))];
  const rest = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : "";
  const what =
    report_count === 1
      ? "a later version of its report"
      : `later versions of ${superseded.length} of its ${report_count} reports`;
  const verb = report_count === 1 ? "is" : "are";
  return `${what} ${verb} in ${places.slice(0, MOST_NAMED).join(", ")}${rest}`;
}
