/**
 * Rules that hold a report against earlier ones: written, listed and explained like all others (see define-rule.ts), but given a
 * comparison where those are given one report.
 */
import type { Comparison, RatingComparison } from "../model/series.js";
import type { RuleSettings } from "../schema/profile.js";
import type { Fact, Raised, RuleText } from "./define-rule.js";

export interface SeriesView {
  readonly comparison: Comparison;
  readonly settings: RuleSettings;
}

export interface RatingView {
  readonly comparison: RatingComparison;
  readonly settings: RuleSettings;
}

interface ComparingRule<View> extends RuleText {
  /** All that the rule has to say about the later report. */
  readonly check: (view: View) => readonly Raised[];
}

/** A rule that looks at a report beside those before it in its plan and theme. */
export type SeriesRule = ComparingRule<SeriesView>;
/** A rule that looks at a report beside those of its plan that bear the same overall rating. */
export type RatingRule = ComparingRule<RatingView>;

interface Definition<View, F extends Fact> extends RuleText {
  readonly find: (view: View) => readonly F[];
  readonly message: (fact: F) => string;
}

function defineComparing<View, F extends Fact>({ find, message, ...text }: Definition<View, F>): ComparingRule<View> {
  return { ...text, check: (view) => find(view).map((fact) => ({ ...fact, message: message(fact) })) };
}

/** Makes a rule; `find` states facts about the later report and holds no prose, `message` is their one wording. */
export const defineSeriesRule: <F extends Fact>(definition: Definition<SeriesView, F>) => SeriesRule = defineComparing;
export const defineRatingRule: <F extends Fact>(definition: Definition<RatingView, F>) => RatingRule = defineComparing;
