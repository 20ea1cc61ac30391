/**
 * Results of single files to the same results with what only several reports together show: tracks, and findings on the later
 * report. No result is complete before the last report is read, so all wait on disk; memory holds a few words per report.
 */
import { tmpdir } from "node:os";
import { ResultSpool } from "../../export/result-spool.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Report } from "../../schema/dataset.js";
import type { RuleSettings } from "../../schema/profile.js";
import type { FileResult } from "../file-result.js";
import type { TrackedResult } from "./additions.js";
import { crossReportPass, encodeDigest } from "./cross-report-pass.js";

export interface TrackOptions {
  /** The built-in profile's by default. */
  readonly rules?: RuleSettings;
  /** Folder in which results wait on disk; the system's folder for temporary files by default. */
  readonly folder?: string;
  /** Called for each result when it is read. */
  readonly onRead?: (result: FileResult) => void;
  /** Stops the reading between two results. */
  readonly signal?: AbortSignal;
}

/**
 * Once all results are read, yields each in the order in which they were read, with `findings`, `tracks` and `superseded_by` added.
 * @throws the signal's reason, and whatever `results` throws
 */
export async function* tracked(
  results: AsyncIterable<FileResult>,
  options: TrackOptions = {},
): AsyncGenerator<TrackedResult> {
  const { rules = BUILTIN_PROFILE.rules, folder = tmpdir(), onRead, signal } = options;
  const waiting = new ResultSpool(folder);
  const digestsOf = ({ reports }: FileResult) => reports.map(encodeDigest);
  yield* crossReportPass<FileResult, Report>(results, { waiting, digestsOf, rules, folder, onRead, signal });
}
