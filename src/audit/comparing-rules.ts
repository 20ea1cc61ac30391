/**
 * Whether the rules that compare reports could be applied. In: how one report, or all reports of a run, were compared with
 * others. Out: the rules that were applied, and phrases for the rules that had nothing to compare.
 */
import type { Compared, Following } from "../model/series.js";
import type { Report } from "../schema/dataset.js";
import { countOf } from "./phrases.js";
import { RATING_RULES, SERIES_RULES } from "./registry.js";

const COMPARING = new Set([...SERIES_RULES, ...RATING_RULES].map(({ id }) => id));
const RATING = new Set(RATING_RULES.map(({ id }) => id));

/**
 * "8 of them compare reports, and 20 of 29 reports had an earlier one".
 * @param rules rules of the run, null if unknown @param reports number of reports @param compared how many were compared
 * @returns an empty string if no rule compares reports
 */
export function comparingRulesText(rules: readonly string[] | null, reports: number, compared: number): string {
  const comparing = rules?.filter((id) => COMPARING.has(id)).length ?? 0;
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
  /** Which rules had nothing to compare it with, and why, one phrase each. */
  readonly not_applied: readonly string[];
}

/** Rules that could not be applied to a report, and why. */
interface Unapplied {
  readonly ids: readonly string[];
  readonly phrase: string;
}

/** @param rules rules of the run, null if unknown @param compared null if the report was not compared with others */
export function appliedRules(
  { overall_rating }: Report,
  rules: readonly string[] | null,
  compared: Compared | null,
): AppliedRules {
  if (rules === null) return { rules, not_applied: [] };
  const unapplied = [
    ...unappliedSeriesRules(rules, compared),
    ...unappliedRatingRules(rules, compared, overall_rating),
  ];
  const leftOut = new Set(unapplied.flatMap(({ ids }) => ids));
  return { rules: rules.filter((id) => !leftOut.has(id)), not_applied: unapplied.map(({ phrase }) => phrase) };
}

function unappliedSeriesRules(rules: readonly string[], compared: Compared | null): Unapplied[] {
  const ids = rules.filter((id) => COMPARING.has(id) && !RATING.has(id));
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
