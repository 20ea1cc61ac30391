/**
 * Reports that need a person's attention. In: reports, one at a time. Out: a short list of the worst, ordered by contradicted
 * counts, then errors, unreadable statuses and undetermined counts.
 */
import type { ReportOutline, StatedCount } from "../internal.js";

/** Reports that a summary lists; the rest are counted. */
export const MOST_CONCERNS = 10;
/** Contradicted counts that are named for one report. */
const NAMED = 4;

export interface Concern {
  readonly reportId: string;
  readonly sourceFile: string;
  /** Where in its file it begins; null if not known. */
  readonly page: number | null;
  readonly line: number | null;
  readonly contradicted: number;
  /** The first contradicted counts. */
  readonly named: readonly StatedCount[];
  readonly errors: number;
  /** How many errors each rule raised. */
  readonly errorRules: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly undetermined: number;
}

/** Null if nothing needs attention. */
export function concernOf(report: ReportOutline): Concern | null {
  const { report_id, source_file, page, line_first, stated_counts, findings, statuses } = report;
  const contradicted = stated_counts.filter(({ verdict }) => verdict === "contradicted");
  const byRule = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity === "error") byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const errors = [...byRule.values()].reduce((sum, number) => sum + number, 0);
  const { unreadable } = statuses;
  const undetermined = stated_counts.filter(({ verdict }) => verdict === "undetermined").length;
  if (contradicted.length + errors + unreadable + undetermined === 0) return null;
  return {
    reportId: report_id,
    sourceFile: source_file,
    page,
    line: line_first,
    contradicted: contradicted.length,
    named: contradicted.slice(0, NAMED),
    errors,
    errorRules: Object.fromEntries(byRule),
    unreadable,
    undetermined,
  };
}

/** Inserts a concern in order and drops the last one of a full list. Equal ones are ordered by identifier. */
export function keepWorst(worst: Concern[], concern: Concern): void {
  const at = worst.findIndex((other) => isWorse(concern, other));
  worst.splice(at < 0 ? worst.length : at, 0, concern);
  if (worst.length > MOST_CONCERNS) worst.pop();
}

function isWorse(one: Concern, other: Concern): boolean {
  for (const by of ["contradicted", "errors", "unreadable", "undetermined"] as const)
    if (one[by] !== other[by]) return one[by] > other[by];
  return one.reportId < other.reportId;
}
