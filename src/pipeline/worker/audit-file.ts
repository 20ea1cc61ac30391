/**
 * Printed reports to normalised ones with what the audit must know of them, which is what is kept between runs; and those
 * to audited reports, once corrections are applied.
 */
import { auditReport } from "../../audit/audit.js";
import type { AuditFacts, Claim } from "../../audit/view.js";
import type { Place } from "../../model/block.js";
import type { PrintedReport } from "../../model/printed.js";
import { type CorrectionOutcome, correctReport } from "../../normalise/correct-report.js";
import { type Move, moveSources } from "../../normalise/move-sources.js";
import { normaliseReport, type ReportSource, sourceOf } from "../../normalise/normalise.js";
import { printedInRow } from "../../normalise/printed-value.js";
import type { Correction } from "../../schema/correction.js";
import type { Deliverable, InputFile, Report } from "../../schema/dataset.js";
import type { RuleSettings } from "../../schema/profile.js";
import type { Source } from "../../schema/values.js";
import type { FileResult } from "../file-result.js";

/** A report without findings, as it was read, and what else the audit must know of it. */
export interface NormalisedReport {
  readonly report: Report;
  readonly facts: AuditFacts;
}

/** What became of one input file, before corrections and audit. */
export interface NormalisedFile {
  readonly file: InputFile;
  readonly reports: readonly NormalisedReport[];
}

/** Corrections by the report that they name. */
export type CorrectionsByReport = ReadonlyMap<string, readonly Correction[]>;

export function normalisedReports(
  printed: readonly PrintedReport[],
  source: Omit<ReportSource, "index">,
): NormalisedReport[] {
  return printed.map((report, index) => ({
    report: normaliseReport(report, { ...source, index }),
    facts: factsOf(report, source.sourceFile),
  }));
}

/** What the audit must know besides the report's fields. */
function factsOf({ header, countsComplete, claims, bounds }: PrintedReport, sourceFile: string): AuditFacts {
  const placed = <Said extends { readonly place: Place }>({ place, ...said }: Said) => ({
    ...said,
    about: sourceOf(place, sourceFile),
  });
  const { ratingBasis, ratingPlace } = header;
  const ratingSource = ratingPlace === null ? null : sourceOf(ratingPlace, sourceFile);
  return { ratingBasis, ratingSource, countsComplete, claims: claims.map(placed), bounds: bounds.map(placed) };
}

/** The report and its facts, each row and statement with its source turned. */
export function moveNormalised({ report, facts }: NormalisedReport, move: Move): NormalisedReport {
  const about = <Said extends { readonly about: Source }>(said: Said): Said => ({ ...said, about: move(said.about) });
  const { ratingSource, claims, bounds } = facts;
  return {
    report: moveSources(report, move),
    facts: {
      ...facts,
      ratingSource: ratingSource === null ? null : move(ratingSource),
      claims: claims.map(about),
      bounds: bounds.map(about),
    },
  };
}

/** What became of a file's content, for another file of that content. */
export function renamed(result: NormalisedFile, source_file: string): NormalisedFile {
  if (result.file.source_file === source_file) return result;
  const named: Move = (row) => ({ ...row, source_file });
  return {
    file: { ...result.file, source_file },
    reports: result.reports.map((report) => moveNormalised(report, named)),
  };
}

const NO_CORRECTIONS: CorrectionsByReport = new Map();

/** Reports with their corrections applied, and then their counts, verdicts and findings. */
export function auditedFile(
  { file, reports }: NormalisedFile,
  rules: RuleSettings,
  corrections: CorrectionsByReport = NO_CORRECTIONS,
): FileResult {
  const outcomes: CorrectionOutcome[] = [];
  const audited = reports.map(({ report, facts }): Report => {
    const own = corrections.get(report.report_id);
    if (own === undefined) return { ...report, findings: auditReport(report, facts, rules) };
    const corrected = correctReport(report, own);
    outcomes.push(...corrected.outcomes);
    const { deliverables } = corrected.report;
    const known = { ...facts, claims: facts.claims.map((claim) => renumbered(claim, deliverables)) };
    return { ...corrected.report, findings: auditReport(corrected.report, known, rules) };
  });
  return { file, reports: audited, ...(outcomes.length > 0 && { corrections: outcomes }) };
}

/** A claim that names its row by number, with the number that row has now; with none where that cannot be told. */
function renumbered(claim: Claim, rows: readonly Deliverable[]): Claim {
  if (claim.number === null) return claim;
  const bearers = rows.filter((row) => printedInRow(row, "number") === claim.number);
  if (bearers.every(({ number }) => number === claim.number)) return claim;
  return { ...claim, number: bearers.length === 1 ? (bearers[0]?.number ?? null) : null };
}
