/** In: the content of a small report. Out: the audit's findings about it. */
import { auditReport } from "../../src/audit/audit.js";
import { type ExampleContent, example } from "../../src/audit/example.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import type { Finding } from "../../src/schema/dataset.js";
import type { RuleSettings } from "../../src/schema/profile.js";

export const SETTINGS = BUILTIN_PROFILE.rules;

/** All findings of a report with this content. */
export function auditContent(content: ExampleContent, settings: Partial<RuleSettings> = {}): Finding[] {
  const { report, facts } = example(content);
  return auditReport(report, facts, { ...SETTINGS, ...settings });
}

/** The findings of one rule. */
export function raised(rule: string, content: ExampleContent, settings: Partial<RuleSettings> = {}): Finding[] {
  return auditContent(content, settings).filter((finding) => finding.rule === rule);
}
