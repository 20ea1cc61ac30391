/** Out: every rule in the order of the dataset contract, which is also the order of findings; and the rules by what they check. */
import type { ReportRule, Rule } from "./define-rule.js";
import type { RatingRule, SeriesRule } from "./define-series-rule.js";
import { countMismatch, countUnverifiable } from "./rules/counts.js";
import { deliverableAdded, deliverableDropped } from "./rules/deliverables.js";
import { numberGap } from "./rules/number-gap.js";
import { deliverableRenumbered, titleChanged } from "./rules/number-title-changes.js";
import { numberDuplicate, numberInferred } from "./rules/numbers.js";
import { organisationMissing, organisationRepaired, titleMissing } from "./rules/organisation-title.js";
import { pagesUnread } from "./rules/pages-unread.js";
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

/** Rules that check a report by itself. */
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
  pagesUnread,
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

/** Rules that compare a report with earlier ones of its plan and theme. */
export const SERIES_RULES: readonly SeriesRule[] = [
  statusRegressed,
  deliverableDropped,
  deliverableAdded,
  deliverableRenumbered,
  titleChanged,
  updateCopied,
  statusUnexplained,
];

/** Rules that compare a report with earlier ones of its plan, on any theme, that have the same rating. */
export const RATING_RULES: readonly RatingRule[] = [ratingInconsistent];

/** Ids of the rules that need several reports. */
export const COMPARING_RULES: ReadonlySet<string> = new Set([...SERIES_RULES, ...RATING_RULES].map(({ id }) => id));

const LAST = SERIES_RULES.indexOf(statusUnexplained);

export const RULES: readonly Rule[] = [
  ...REPORT_RULES,
  ...SERIES_RULES.slice(0, LAST),
  ...RATING_RULES,
  ...SERIES_RULES.slice(LAST),
];

/** The rule names that a profile's `rules.severity` may use. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

const ORDER = new Map(RULES.map((rule, index) => [rule.id, index]));

/** Sorts findings that were raised at different times by their rules; findings of one rule keep their order. */
export function inRuleOrder<Named extends { readonly rule: string }>(findings: readonly Named[]): Named[] {
  return [...findings].sort((a, b) => (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0));
}

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with its explanation and examples; undefined if no rule has this id. */
export function explainRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}
