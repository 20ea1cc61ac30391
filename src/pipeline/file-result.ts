/** The type of what reading one file comes to. */
import type { CorrectionOutcome } from "../normalise/correction-outcome.js";
import type { InputFile, Report } from "../schema/dataset.js";
import type { MemberList } from "../source/members/member.js";

/** A result, and the files in the file, which are read next. */
export interface ReadFileResult extends FileResult {
  readonly held?: MemberList;
}

/** What became of one input file, and the reports found in it, audited. */
export interface FileResult {
  readonly file: InputFile;
  readonly reports: readonly Report[];
  /** What became of the corrections that name these reports, where there are any. */
  readonly corrections?: readonly CorrectionOutcome[];
}
