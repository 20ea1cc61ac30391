/**
 * Rules that compare reports, and whether they could be applied. In: what a report, or a run's reports, were held against.
 * Out: the rules that were applied, and phrases for those that had nothing to compare.
 */
import type { Compared, Following } from "../model/series.js";
import type { Report } from "../schema/dataset.js";
import { countOf } from "./phrases.js";
import { RATING_RULES, SERIES_RULES } from "./registry.js";

const COMPARING = new Set([...SERIES_RULES, ...RATING_RULES].map(({ id }) => id));
const RATING = new Set(RATING_RULES.map(({ id }) => id));

/** What rules of a run that compare reports could be applied to; empty where there are none. @param compared reports */
export function comparingText(rules: readonly string[] | null, reports: number, compared: number): string {
  const comparing = rules?.filter((id) => COMPARING.has(id)).length ?? 0;
  if (comparing === 0 || reports === 0) return "";
  const had =
    compared === 0 ? "no report" : compared === reports ? "each" : `${compared} of ${countOf(reports, "report")}`;
  return `${comparing} of them compare${comparing === 1 ? "s" : ""} reports, and ${had} had an earlier one`;
}

/** Whether a report was held against any other. */
export const isCompared = (compared: Compared | undefined): boolean =>
  compared !== undefined && (compared.following === "compared" || compared.rating);

/** Of one report. */
export interface Applied {
  /** Null where that is not known. */
  readonly rules: readonly string[] | null;
  /** Which rules had nothing to compare it with, and why, a phrase each. */
  readonly not_applied: readonly string[];
}

export function appliedTo(
  { overall_rating }: Report,
  rules: readonly string[] | null,
  compared: Compared | null,
): Applied {
  if (rules === null) return { rules, not_applied: [] };
  const rating = rules.filter((id) => RATING.has(id));
  const series = rules.filter((id) => COMPARING.has(id) && !RATING.has(id));
  const left = [
    ...(compared?.following === "compared" || series.length === 0
      ? []
      : [
          {
            ids: series,
            phrase: `${countOf(series.length, "rule")} on what changed: ${UNCOMPARED[compared?.following ?? "untracked"]}`,
          },
        ]),
    ...(compared?.rating === true || rating.length === 0
      ? []
      : [
          {
            ids: rating,
            phrase: `${countOf(rating.length, "rule")} on like ratings: ${overall_rating === null ? "it has no overall rating" : "no earlier report of its plan is known to have the same"}`,
          },
        ]),
  ];
  const leftOut = new Set(left.flatMap(({ ids }) => ids));
  return { rules: rules.filter((id) => !leftOut.has(id)), not_applied: left.map(({ phrase }) => phrase) };
}

/** Why a report was held against none before it. */
const UNCOMPARED: Readonly<Record<Exclude<Following, "compared"> | "untracked", string>> = {
  first: "there was no earlier report to compare with",
  apart: "another version stands for it, or it is too long to follow",
  unplaced: "it names no plan or no period to find an earlier one by",
  untracked: "it was looked at by itself",
};
