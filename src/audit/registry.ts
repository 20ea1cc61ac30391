/** Out: every rule in the order of the dataset contract, which is the order of findings; and the rules by what they look at. */
import type { ReportRule, Rule } from "./define-rule.js";
import type { RatingRule, SeriesRule } from "./define-series-rule.js";
import { countMismatch, countUnverifiable } from "./rules/counts.js";
import { deliverableAdded, deliverableDropped } from "./rules/deliverables.js";
import { deliverableRenumbered, titleChanged } from "./rules/drift.js";
import { numberGap } from "./rules/number-gap.js";
import { numberDuplicate, numberInferred } from "./rules/numbers.js";
import { organisationMissing, organisationRepaired, titleMissing } from "./rules/organisation-title.js";
import { percentImpossible, percentMismatch, percentRounding } from "./rules/percents.js";
import { ratingInconsistent } from "./rules/rating-inconsistent.js";
import { statusConflict, statusMissing, statusUnknown } from "./rules/status.js";
import { statusRegressed, statusUnexplained } from "./rules/status-change.js";
import { ratingWithoutBasis, summaryMissing } from "./rules/summary.js";
import { countsSum, percentsSum } from "./rules/sums.js";
import { textUnassigned } from "./rules/text-unassigned.js";
import { totalMismatch, totalsDisagree } from "./rules/totals.js";
import { updateCopied } from "./rules/update-copied.js";
import { updateDateFuture, updateStale } from "./rules/update-period.js";
import { updateRepeated } from "./rules/update-repeated.js";
import { updateDateInvalid, updateMissing, updateUndated } from "./rules/updates.js";

/** Rules that look at a report by itself. */
export const REPORT_RULES: readonly ReportRule[] = [
  countMismatch,
  countUnverifiable,
  totalMismatch,
  totalsDisagree,
  countsSum,
  percentMismatch,
  percentRounding,
  percentImpossible,
  percentsSum,
  summaryMissing,
  ratingWithoutBasis,
  numberGap,
  numberDuplicate,
  numberInferred,
  statusMissing,
  statusUnknown,
  statusConflict,
  organisationMissing,
  organisationRepaired,
  titleMissing,
  updateMissing,
  updateUndated,
  updateDateInvalid,
  updateDateFuture,
  updateStale,
  updateRepeated,
  textUnassigned,
];

/** Rules that look at a report beside those before it in its plan and theme. */
export const SERIES_RULES: readonly SeriesRule[] = [
  statusRegressed,
  deliverableDropped,
  deliverableAdded,
  deliverableRenumbered,
  titleChanged,
  updateCopied,
  statusUnexplained,
];

/** Rules that look at a report beside those before it in its plan, of any theme, that bear the same rating. */
export const RATING_RULES: readonly RatingRule[] = [ratingInconsistent];

const LAST = SERIES_RULES.indexOf(statusUnexplained);

export const RULES: readonly Rule[] = [
  ...REPORT_RULES,
  ...SERIES_RULES.slice(0, LAST),
  ...RATING_RULES,
  ...SERIES_RULES.slice(LAST),
];

/** What a profile's `rules.severity` may name. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

const ORDER = new Map(RULES.map((rule, index) => [rule.id, index]));

/** Findings that were raised at different times, in the order of their rules; those of one rule stay as they stand. */
export function inRuleOrder<Named extends { readonly rule: string }>(findings: readonly Named[]): Named[] {
  return [...findings].sort((a, b) => (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0));
}

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with its explanation and examples; undefined where no rule bears the id. */
export function explainRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}
