/** In: a report compared with earlier ones, and the rules' settings. Out: the findings about the later report, and the rules not applied. */
import type { Comparison, RatingComparison } from "../model/series.js";
import type { Finding } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import type { NotApplied } from "../schema/values.js";
import { findingsOf } from "./audit.js";
import { notApplied } from "./need.js";
import { RATING_RULES, SERIES_RULES } from "./registry.js";

export interface Audited {
  readonly findings: Finding[];
  readonly not_applied: NotApplied[];
}

export function auditComparison(comparison: Comparison, settings: RuleSettings): Audited {
  const view = { comparison, settings };
  return {
    findings: findingsOf(SERIES_RULES, view, comparison.report.report_id, settings),
    not_applied: notApplied(SERIES_RULES, view, (id) => settings.severity[id] === "off"),
  };
}

export function auditRating(comparison: RatingComparison, settings: RuleSettings): Audited {
  const view = { comparison, settings };
  return {
    findings: findingsOf(RATING_RULES, view, comparison.rated.report.report_id, settings),
    not_applied: notApplied(RATING_RULES, view, (id) => settings.severity[id] === "off"),
  };
}
