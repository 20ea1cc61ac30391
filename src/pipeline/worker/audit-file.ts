/** Normalised reports to audited ones, after the corrections to them have been applied. */
import { auditReport, rulesNotApplied } from "../../audit/audit.js";
import type { AuditFacts, Claim } from "../../audit/view.js";
import { correctReport } from "../../normalise/correct-report.js";
import type { CorrectionOutcome } from "../../normalise/correction-outcome.js";
import { printedInRow } from "../../normalise/printed-value.js";
import type { Correction } from "../../schema/correction.js";
import type { Deliverable, Report } from "../../schema/dataset.js";
import type { Profile, RuleSettings } from "../../schema/profile.js";
import type { ReadFileResult } from "../file-result.js";
import type { NormalisedFile } from "./normalised-file.js";

/** Corrections by the report that they name. */
export type CorrectionsByReport = ReadonlyMap<string, readonly Correction[]>;

const NO_CORRECTIONS: CorrectionsByReport = new Map();

/** Reports with their corrections applied, and then their counts, verdicts and findings. */
export function auditedFile(
  { file, reports, held }: NormalisedFile,
  { rules, plans }: Pick<Profile, "rules" | "plans">,
  corrections: CorrectionsByReport = NO_CORRECTIONS,
): ReadFileResult {
  const outcomes: CorrectionOutcome[] = [];
  const audited = reports.map(({ report, facts }): Report => {
    const own = corrections.get(report.report_id);
    if (own === undefined) return withAudit(report, facts, rules);
    const corrected = correctReport(report, own, plans);
    outcomes.push(...corrected.outcomes);
    const { deliverables } = corrected.report;
    const known = { ...facts, claims: facts.claims.map((claim) => renumbered(claim, deliverables)) };
    return withAudit(corrected.report, known, rules);
  });
  return {
    file,
    reports: audited,
    ...(outcomes.length > 0 && { corrections: outcomes }),
    ...(held && { held }),
  };
}

const withAudit = (report: Report, facts: AuditFacts, rules: RuleSettings): Report => ({
  ...report,
  findings: auditReport(report, facts, rules),
  not_applied: rulesNotApplied(report, facts, rules),
});

/** A claim that names its row by number, with the number that the row has after corrections; with none if that is ambiguous. */
function renumbered(claim: Claim, rows: readonly Deliverable[]): Claim {
  if (claim.number === null) return claim;
  const named = rows.filter((row) => printedInRow(row, "number") === claim.number);
  if (named.every(({ number }) => number === claim.number)) return claim;
  return { ...claim, number: named.length === 1 ? (named[0]?.number ?? null) : null };
}
