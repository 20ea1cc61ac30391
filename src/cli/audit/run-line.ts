/** The sign-off of a complete run in one sentence. In: its figures and settings. Out: the sentence. */
import { type AuditSetting, disposedText, lackingText, runText, type StaleDisposition } from "../../internal.js";
import { count } from "../render.js";
import type { Tally } from "../tally.js";
import type { ByPersons } from "./persons.js";

/** @param stale dispositions that are on no finding of the run */
export function runLine(
  { fileCount, reportCount, comparedCount, deliverableCount, outcomes, statuses, stated, lacking, findings }: Tally,
  setting: AuditSetting,
  { correctionCount: corrections, dispositions }: Pick<ByPersons, "correctionCount" | "dispositions">,
  stale: readonly StaleDisposition[],
): string {
  const checked = [count(fileCount, "file"), count(reportCount, "report"), count(deliverableCount, "row")].join(", ");
  const left = [
    outcomes.failed === 0 ? "" : `${count(outcomes.failed, "file")} that could not be read`,
    outcomes["needs-ocr"] === 0
      ? ""
      : `${count(outcomes["needs-ocr"], "file")} that text recognition must process first`,
    statuses.unreadable === 0 ? "" : `${count(statuses.unreadable, "status", "statuses")} that could not be read`,
    stated.verdicts.undetermined === 0
      ? ""
      : `${count(stated.verdicts.undetermined, "stated count")} with an undetermined verdict`,
  ].filter((part) => part !== "");
  const unapplied = lacking.rules === 0 ? "" : ` Not applied: ${lackingText(lacking)}.`;
  const corrected = corrections === 0 ? "" : ` Corrected by persons: ${count(corrections, "value")}.`;
  const disposed =
    dispositions === null ? "" : disposedText(dispositions, findings.error + findings.warning + findings.info);
  const decided = disposed === "" ? "" : ` Findings: ${disposed}.`;
  const old = stale.length === 0 ? "" : ` ${count(stale.length, "disposition")} stale.`;
  return `Checked: ${checked}, ${runText(setting, reportCount, comparedCount)}.${corrected}${decided}${old}${unapplied} Could not be checked: ${left.length === 0 ? "nothing" : left.join("; ")}.`;
}
