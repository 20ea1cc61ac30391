/**
 * In: the reports of one plan and theme, period by period. Out: their tracks and comparisons. If several plans have the same name, each
 * report continues the plan whose latest report shares most titles with it.
 */
import type { Comparison, ReportDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { SeriesTracker } from "./series-tracker.js";
import { sharedTitleRatio } from "./shared-titles.js";
import { MOST_PLANS, type VersionGroup } from "./versions.js";

/** Least share of common titles of consecutive reports of a plan, if other plans have the same name. */
const LEAST_SHARED_TITLES = 0.25;

/** The reports of one plan. */
interface PlanSeries {
  /** Index among the plans of that name, from 0. */
  readonly index: number;
  readonly tracker: SeriesTracker;
  latest: VersionGroup;
}

/** A report that was assigned to a plan and compared. */
export interface PlacedReport {
  readonly report: ReportDigest;
  readonly plan: number;
  /** Null for the first report of a plan and theme. */
  readonly comparison: Comparison | null;
}

export class Series {
  readonly #plans: PlanSeries[] = [];
  readonly #leastSharedTitles: number;

  /** @param isShared whether several plans have the name; if only one has it, all its titles may change between reports */
  constructor(isShared: boolean) {
    this.#leastSharedTitles = isShared ? LEAST_SHARED_TITLES : 0;
  }

  /** Adds the reports of one period; periods must be added in order. */
  addPeriod(groups: readonly VersionGroup[]): PlacedReport[] {
    const before = this.#findContinued(groups);
    return groups.flatMap((group) => {
      const plan = before.get(group) ?? this.#begin(group);
      if (plan === null) return [];
      plan.latest = group;
      return { report: group.report, plan: plan.index, comparison: plan.tracker.add(group.report) };
    });
  }

  /** Tracks of plans with several reports; the only report of a plan and theme has none. */
  tracks(): Track[] {
    return this.#plans.flatMap(({ tracker }) => (tracker.reportCount > 1 ? tracker.tracks : []));
  }

  #begin(group: VersionGroup): PlanSeries | null {
    if (this.#plans.length >= MOST_PLANS) return null;
    const plan = { index: this.#plans.length, tracker: new SeriesTracker(), latest: group };
    this.#plans.push(plan);
    return plan;
  }

  /** The plan that each report continues: pairs with most common titles first; each plan gets at most one report of a period. */
  #findContinued(groups: readonly VersionGroup[]): Map<VersionGroup, PlanSeries> {
    const pairs = groups.flatMap((group, place) =>
      this.#plans.map((plan) => ({ group, place, plan, share: sharedTitleRatio(plan.latest.titles, group.titles) })),
    );
    const continued = new Map<VersionGroup, PlanSeries>();
    const taken = new Set<PlanSeries>();
    for (const { group, plan, share } of pairs.sort((a, b) => b.share - a.share || a.place - b.place)) {
      if (share < this.#leastSharedTitles || continued.has(group) || taken.has(plan)) continue;
      continued.set(group, plan);
      taken.add(plan);
    }
    return continued;
  }
}
