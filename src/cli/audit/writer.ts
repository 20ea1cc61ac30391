/** The interface of the audit's output formats, which are given the files with their reports one at a time. */
import type { InputFile, Report, SignOff } from "../../internal.js";
import type { Tally } from "../tally.js";

export interface AuditedReport {
  readonly report: Report;
  readonly signOff: SignOff;
}

export interface AuditedFile {
  readonly file: InputFile;
  readonly reports: readonly AuditedReport[];
  /** Path relative to the working directory; `source_file` if the path is not known. */
  readonly path: string;
}

export interface AuditWriter {
  start(): void;
  file(audited: AuditedFile): void;
  /** @param line the sign-off of the complete run */
  end(tally: Tally, line: string): void;
}
