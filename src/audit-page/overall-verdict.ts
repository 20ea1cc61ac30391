/** What is said of a whole report in a few words. In: its stated counts, or its findings. Out: the worst verdict; how many there are. */
import type { Report } from "../schema/dataset.js";
import { SEVERITIES, type Severity, type Verdict } from "../schema/values.js";

export type OverallVerdict = Verdict | "nothing stated";

/** From the worst. */
export const OVERALL_VERDICTS: readonly OverallVerdict[] = [
  "contradicted",
  "undetermined",
  "confirmed",
  "nothing stated",
];

/** The verdict on all that a report states of its statuses: the worst one. */
export function overallVerdict({ stated_counts }: Report): OverallVerdict {
  const verdicts = new Set<OverallVerdict>(stated_counts.map(({ verdict }) => verdict));
  return OVERALL_VERDICTS.find((verdict) => verdicts.has(verdict)) ?? "nothing stated";
}

/** "2 errors, 1 warning"; "no findings". */
export function foundText(findings: readonly { readonly severity: Severity }[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`];
  });
  return parts.length === 0 ? "no findings" : parts.join(", ");
}
