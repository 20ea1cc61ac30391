/** Out: every rule that looks at one report, in the order of the dataset contract, which is the order of findings. */
import type { Rule } from "./define-rule.js";
import { countMismatch, countUnverifiable } from "./rules/counts.js";
import { numberGap } from "./rules/number-gap.js";
import { numberDuplicate, numberInferred } from "./rules/numbers.js";
import { organisationMissing, organisationRepaired, titleMissing } from "./rules/organisation-title.js";
import { percentImpossible, percentMismatch, percentRounding } from "./rules/percents.js";
import { statusConflict, statusMissing, statusUnknown } from "./rules/status.js";
import { ratingWithoutBasis, summaryMissing } from "./rules/summary.js";
import { countsSum, percentsSum } from "./rules/sums.js";
import { textUnassigned } from "./rules/text-unassigned.js";
import { totalMismatch, totalsDisagree } from "./rules/totals.js";
import { updateDateFuture, updateStale } from "./rules/update-period.js";
import { updateRepeated } from "./rules/update-repeated.js";
import { updateDateInvalid, updateMissing, updateUndated } from "./rules/updates.js";

export const RULES: readonly Rule[] = [
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

/** What a profile's `rules.severity` may name. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with its explanation and examples; undefined where no rule bears the id. */
export function explainRule(id: string): Rule | undefined {
  return BY_ID.get(id);
}
