/** The sign-off of a complete run in one sentence. In: its figures and settings. Out: the sentence. */
import { type AuditSetting, lackingText, runText } from "../../internal.js";
import { count } from "../render.js";
import type { Tally } from "../tally.js";

export function runLine(
  { fileCount, reportCount, comparedCount, deliverableCount, outcomes, statuses, stated, lacking }: Tally,
  setting: AuditSetting,
  corrections: number,
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
  return `Checked: ${checked}, ${runText(setting, reportCount, comparedCount)}.${corrected}${unapplied} Could not be checked: ${left.length === 0 ? "nothing" : left.join("; ")}.`;
}
