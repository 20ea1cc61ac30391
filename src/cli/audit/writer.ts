/** The interface of the audit's output formats, which are given the files with their reports one at a time. */
import {
  type Disposition,
  dispositionText,
  type Finding,
  type InputFile,
  type Report,
  type SignOff,
  type StaleDisposition,
} from "../../internal.js";
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
  /** @param line the sign-off of the complete run @param stale dispositions that are on no finding of the run */
  end(tally: Tally, line: string, stale: readonly StaleDisposition[]): void;
}

/** Whether nobody accepted a finding or called it false. */
export function openIn({ dispositions }: SignOff): (finding: Finding) => boolean {
  const closed = dispositions?.filter(({ disposition }) => disposition !== "query") ?? [];
  const ids = new Set(closed.map(({ finding_id }) => finding_id));
  return ({ finding_id }) => !ids.has(finding_id);
}

/** The disposition of each finding of a report that has one. */
export function dispositionsBy({ dispositions }: SignOff): (finding: Finding) => Disposition | null {
  const byFinding = new Map(dispositions?.map((one) => [one.finding_id, one]));
  return ({ finding_id }) => byFinding.get(finding_id) ?? null;
}

/** " [accepted by J. Ogden, 2024-03-31: seen on page 2]"; empty where nothing was decided. */
export const decidedText = (made: Disposition | null): string => (made === null ? "" : ` [${dispositionText(made)}]`);
