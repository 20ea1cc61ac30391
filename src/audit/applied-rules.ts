/**
 * Which rules could be applied. In: a report with the rules that lacked something, and how it, or all reports of a run, were compared
 * with others. Out: the rules that were applied, and phrases for those that were not.
 */
import type { Compared, Following } from "../model/series.js";
import type { Report } from "../schema/dataset.js";
import { countOf } from "./phrases.js";
import { COMPARING_RULES, RATING_RULES } from "./registry.js";

/** Rules that a phrase names; more are only counted. */
const MOST_NAMED = 3;
const RATING = new Set(RATING_RULES.map(({ id }) => id));

/**
 * "8 of them compare reports, and 20 of 29 reports had an earlier one".
 * @param rules rules of the run, null if unknown @param reports number of reports @param compared how many were compared
 * @returns an empty string if no rule compares reports
 */
export function comparingRulesText(rules: readonly string[] | null, reports: number, compared: number): string {
  const comparing = rules?.filter((id) => COMPARING_RULES.has(id)).length ?? 0;
  if (comparing === 0 || reports === 0) return "";
  const had =
    compared === 0 ? "no report" : compared === reports ? "each" : `${compared} of ${countOf(reports, "report")}`;
  return `${comparing} of them compare${comparing === 1 ? "s" : ""} reports, and ${had} had an earlier one`;
}

/** Whether a report was compared with any other. */
export const isCompared = (compared: Compared | undefined): boolean =>
  compared !== undefined && (compared.following === "compared" || compared.rating);

/** The rules as applied to one report. */
export interface AppliedRules {
  /** Null if unknown. */
  readonly rules: readonly string[] | null;
  /** Which rules lacked something or had nothing to compare it with, and why, one phrase for each reason. */
  readonly not_applied: readonly string[];
}

/** Rules that could not be applied to a report, and why. */
interface Unapplied {
  readonly ids: readonly string[];
  readonly phrase: string;
}

/** @param rules rules of the run, null if unknown @param compared null if the report was not compared with others */
export function appliedRules(
  { overall_rating, not_applied }: Report,
  rules: readonly string[] | null,
  compared: Compared | null,
): AppliedRules {
  const lacking = lackingRules(not_applied);
  if (rules === null) return { rules, not_applied: lacking.map(({ phrase }) => phrase) };
  const unapplied = [
    ...lacking,
    ...unappliedSeriesRules(rules, compared),
    ...unappliedRatingRules(rules, compared, overall_rating),
  ];
  const leftOut = new Set(unapplied.flatMap(({ ids }) => ids));
  return { rules: rules.filter((id) => !leftOut.has(id)), not_applied: unapplied.map(({ phrase }) => phrase) };
}

/** Rules of a report that lacked something. */
function lackingRules(notApplied: Report["not_applied"]): Unapplied[] {
  return notApplied.map(({ rules: ids, reason }) => {
    const named = ids.length > MOST_NAMED ? "" : ` (${ids.join(", ")})`;
    return { ids, phrase: `${countOf(ids.length, "rule")}${named}: ${reason}` };
  });
}

/** Rules that lacked something that they need: how often, and in how many reports. */
export interface Lacking {
  rules: number;
  reports: number;
}

export function addLacking(lacking: Lacking, { not_applied }: Pick<Report, "not_applied">): void {
  for (const { rules } of not_applied) lacking.rules += rules.length;
  if (not_applied.length > 0) lacking.reports++;
}

/** "5 checks by rules in 2 reports, as something that they need was not read"; empty if there are none. */
export function lackingText({ rules, reports }: Lacking): string {
  if (rules === 0) return "";
  return `${countOf(rules, "check")} by rules in ${countOf(reports, "report")}, as something that they need was not read`;
}

function unappliedSeriesRules(rules: readonly string[], compared: Compared | null): Unapplied[] {
  const ids = rules.filter((id) => COMPARING_RULES.has(id) && !RATING.has(id));
  if (compared?.following === "compared" || ids.length === 0) return [];
  const reason = REASONS[compared?.following ?? "untracked"];
  return [{ ids, phrase: `${countOf(ids.length, "rule")} on what changed: ${reason}` }];
}

function unappliedRatingRules(rules: readonly string[], compared: Compared | null, rating: string | null): Unapplied[] {
  const ids = rules.filter((id) => RATING.has(id));
  if (compared?.rating === true || ids.length === 0) return [];
  const reason =
    rating === null ? "it has no overall rating" : "no earlier report of its plan is known to have the same rating";
  return [{ ids, phrase: `${countOf(ids.length, "rule")} on equal ratings: ${reason}` }];
}

/** Why a report was not compared with an earlier one. */
const REASONS: Readonly<Record<Exclude<Following, "compared"> | "untracked", string>> = {
  first: "there was no earlier report to compare with",
  apart: "another version replaces it, or it has too many rows to be compared",
  unplaced: "its plan or its period is not known, so no earlier report can be found",
  untracked: "it was checked by itself",
};
