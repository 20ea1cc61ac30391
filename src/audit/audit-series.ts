/** In: a report compared with earlier ones, and the rules' settings. Out: the findings about the later report. */
import type { Comparison, RatingComparison } from "../model/series.js";
import type { Finding } from "../schema/dataset.js";
import type { RuleSettings } from "../schema/profile.js";
import { findingsOf } from "./audit.js";
import { RATING_RULES, SERIES_RULES } from "./registry.js";

export function auditComparison(comparison: Comparison, settings: RuleSettings): Finding[] {
  return findingsOf(SERIES_RULES, { comparison, settings }, comparison.report.report_id, settings);
}

export function auditRating(comparison: RatingComparison, settings: RuleSettings): Finding[] {
  return findingsOf(RATING_RULES, { comparison, settings }, comparison.rated.report.report_id, settings);
}
