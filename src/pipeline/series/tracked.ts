/**
 * Results of single files to the same results with what only many reports together tell: tracks, and findings on the later report.
 * Nothing can be given before the last report is read, so results wait in a spool; memory holds a few words a report.
 */
import { tmpdir } from "node:os";
import { ResultSpool } from "../../export/result-spool.js";
import { BUILTIN_PROFILE } from "../../schema/builtin-profile.js";
import type { Report } from "../../schema/dataset.js";
import type { RuleSettings } from "../../schema/profile.js";
import type { FileResult } from "../file-result.js";
import type { TrackedResult } from "./additions.js";
import { digested, followed } from "./cross-report-pass.js";

export interface TrackOptions {
  /** The built-in profile's where none are given. */
  readonly rules?: RuleSettings;
  /** Folder with room for the results while they wait; the system's for such files where none is given. */
  readonly folder?: string;
  /** Told when a result has come in. */
  readonly onRead?: (result: FileResult) => void;
  /** Stops the reading between two results. */
  readonly signal?: AbortSignal;
}

/**
 * Gives every result in the order in which they came, with `findings`, `tracks` and `superseded_by` added, once all have come.
 * @throws the signal's reason, and whatever `results` throws
 */
export async function* tracked(
  results: AsyncIterable<FileResult>,
  options: TrackOptions = {},
): AsyncGenerator<TrackedResult> {
  const { rules = BUILTIN_PROFILE.rules, folder = tmpdir(), onRead, signal } = options;
  const waiting = new ResultSpool(folder);
  const digestsOf = ({ reports }: FileResult) => reports.map(digested);
  yield* followed<FileResult, Report>(results, { waiting, digestsOf, rules, folder, onRead, signal });
}
