/**
 * In: a normalised report without findings, further facts about it, and the rules' settings. Out: its findings, ordered by
 * rule (contract order) and then by position in the document. The report is never changed.
 */
import type { Finding, Report } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import type { NotApplied, Severity } from "../schema/values.js";
import type { Raised, RuleText } from "./define-rule.js";
import { notApplied } from "./need.js";
import { REPORT_RULES } from "./registry.js";
import { type AuditFacts, viewReport } from "./view.js";

function toFinding(raised: Raised, finding_id: string, report_id: string, rule: string, severity: Severity): Finding {
  const { about } = raised;
  return {
    finding_id,
    report_id,
    rule,
    severity,
    deliverable_number: raised.number ?? null,
    rag: raised.rag ?? null,
    expected: raised.expected ?? null,
    actual: raised.actual ?? null,
    message: raised.message,
    source_file: about.source_file,
    page: about.page,
    line_first: about.line_first,
    line_last: about.line_last,
    bbox: about.bbox,
  };
}

/** Identifies a finding by report, rule and the row or status it is about; a second one with the same name gets `~2`. */
function nameFinding(raised: Raised, reportId: string, rule: string, uses: Map<string, number>): string {
  const row = raised.number === undefined || raised.number === null ? "" : `/${raised.number}`;
  const status = raised.rag === undefined ? "" : `/${raised.rag}`;
  const name = `${reportId}/${rule}${row}${status}`;
  const use = (uses.get(name) ?? 0) + 1;
  uses.set(name, use);
  return use === 1 ? name : `${name}~${use}`;
}

interface Checked<Subject> extends RuleText {
  readonly check: (subject: Subject) => readonly Raised[];
}

/** The findings of `rules` about a subject, as findings of one report, in the order of `rules`. */
export function findingsOf<Subject>(
  rules: readonly Checked<Subject>[],
  subject: Subject,
  reportId: string,
  settings: RuleSettings,
): Finding[] {
  const uses = new Map<string, number>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = settings.severity[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    for (const raised of rule.check(subject)) {
      findings.push(toFinding(raised, nameFinding(raised, reportId, rule.id, uses), reportId, rule.id, severity));
    }
  }
  return findings;
}

/**
 * Audits one report by itself. `settings.severity` sets a rule's severity, or switches it off with `off`. Rule names in it
 * are not checked here (see `RULE_IDS`).
 */
export function auditReport(report: Report, facts: AuditFacts, settings: RuleSettings): Finding[] {
  return findingsOf(REPORT_RULES, viewReport(report, facts, settings), report.report_id, settings);
}

/** The rules that cannot be applied to a report, and why. */
export function rulesNotApplied(report: Report, facts: AuditFacts, settings: RuleSettings): NotApplied[] {
  return notApplied(REPORT_RULES, viewReport(report, facts, settings), (id) => settings.severity[id] === "off");
}
