/**
 * In: the definition of a rule that compares a report with earlier ones. Out: the rule. Such rules are defined, listed and
 * explained like all others (see define-rule.ts), but they check a comparison instead of a single report.
 */
import type { Comparison, RatingComparison } from "../model/series.js";
import type { RuleSettings } from "../schema/profile.js";
import type { Fact, Raised, RuleText } from "./define-rule.js";
import { lackOf, type Need } from "./need.js";

export interface SeriesView {
  readonly comparison: Comparison;
  readonly settings: RuleSettings;
}

export interface RatingView {
  readonly comparison: RatingComparison;
  readonly settings: RuleSettings;
}

interface ComparingRule<View> extends RuleText {
  /** Why it does not apply to the comparison; null if it does. */
  readonly lack: (view: View) => string | null;
  /** Everything the rule finds in the later report. */
  readonly check: (view: View) => readonly Raised[];
}

/** A rule that compares a report with earlier ones of its plan and theme. */
export type SeriesRule = ComparingRule<SeriesView>;
/** A rule that compares a report with earlier ones of its plan that have the same overall rating. */
export type RatingRule = ComparingRule<RatingView>;

interface Definition<View, F extends Fact> extends RuleText {
  readonly needs: readonly Need<View>[];
  readonly find: (view: View) => readonly F[];
  readonly message: (fact: F) => string;
}

function defineComparing<View, F extends Fact>({ find, message, ...text }: Definition<View, F>): ComparingRule<View> {
  const lack = (view: View): string | null => lackOf(text.needs, view);
  const check = (view: View): Raised[] =>
    lack(view) === null ? find(view).map((fact) => ({ ...fact, message: message(fact) })) : [];
  return { ...text, lack, check };
}

/** Makes a rule. `find` returns facts about the later report without any prose; `message` is the only place that words them. */
export const defineSeriesRule: <F extends Fact>(definition: Definition<SeriesView, F>) => SeriesRule = defineComparing;
export const defineRatingRule: <F extends Fact>(definition: Definition<RatingView, F>) => RatingRule = defineComparing;
