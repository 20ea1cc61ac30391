/** What each form of the audit's output is: told of reports and files one at a time, and of the end. */
import type { InputFile, Report, SignOff } from "../../internal.js";
import type { Tally } from "../tally.js";

export interface AuditedReport {
  readonly report: Report;
  readonly signOff: SignOff;
}

export interface AuditedFile {
  readonly file: InputFile;
  readonly reports: readonly AuditedReport[];
  /** Where it was read from, as a tool run from the same folder finds it; `source_file` where that is not known. */
  readonly path: string;
}

export interface AuditWriter {
  start(): void;
  file(audited: AuditedFile): void;
  /** @param line the sign-off of the whole run */
  end(tally: Tally, line: string): void;
}
