/**
 * In: all reports of one plan. Out: comparisons, tracks and compared ratings, theme by theme and in order of period. Requests the
 * reports' digests one at a time and keeps only those needed again, so that a plan may have any number of reports.
 */
import type { Comparison, RatedReport, RatingComparison, ReportDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { compare, groupBy } from "./groups.js";
import { compareRatings, rate } from "./ratings.js";
import { type PlacedReport, Series } from "./series.js";
import { MOST_ROWS } from "./series-tracker.js";
import { titleWords } from "./shared-titles.js";
import { isNearlySame, type VersionGroup, VersionGroups } from "./versions.js";

/** What determines a report's place in the order of tracking. */
export interface ReportPlace {
  readonly report_id: string;
  readonly theme: string;
  readonly from: string;
  /** Index for requesting its digest. */
  readonly index: number;
}

/** One result of tracking a plan. */
export type Tracked =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  /** A report that was left out of the series. */
  | { readonly kind: "apart"; readonly reportId: string }
  | { readonly kind: "rating"; readonly comparison: RatingComparison }
  | { readonly kind: "superseded"; readonly reportId: string; readonly by: ReportDigest }
  | { readonly kind: "track"; readonly track: Track };

type DigestReader = (index: number) => Promise<ReportDigest>;

interface Rated extends RatedReport {
  readonly plan: number;
}

/** Tracks a plan. The result does not depend on the order of `places`. */
export async function* trackPlan(places: readonly ReportPlace[], read: DigestReader): AsyncGenerator<Tracked> {
  const rated: Rated[] = [];
  const inOrder = [...places].sort((a, b) => compare(a.from, b.from) || compare(a.report_id, b.report_id));
  for (const ofTheme of groupBy(inOrder, ({ theme }) => theme).values()) yield* trackTheme(ofTheme, read, rated);
  for (const comparison of ratingsOf(rated)) yield { kind: "rating", comparison };
}

/** Tracks the reports of one theme, and adds those with an overall rating to `rated`. */
async function* trackTheme(
  places: readonly ReportPlace[],
  read: DigestReader,
  rated: Rated[],
): AsyncGenerator<Tracked> {
  const periods = [...groupBy(places, ({ from }) => from).values()];
  const series = new Series(await isShared(periods, read));
  for (const period of periods) {
    const groups = await versionGroupsOf(period, read);
    yield* supersededIn(groups, read);
    const placed = series.addPeriod(groups);
    yield* leftOut(period, placed);
    for (const { report, plan, comparison } of placed) {
      const rating = rate(report);
      if (rating !== null) rated.push({ ...rating, plan });
      if (comparison !== null) yield { kind: "comparison", comparison };
    }
  }
  for (const track of series.tracks()) yield { kind: "track", track };
}

/** The reports of a period that have no place in the series. */
function* leftOut(period: readonly ReportPlace[], placed: readonly PlacedReport[]): Generator<Tracked> {
  const inSeries = new Set(placed.map(({ report }) => report.report_id));
  for (const { report_id } of period) if (!inSeries.has(report_id)) yield { kind: "apart", reportId: report_id };
}

async function* supersededIn(groups: readonly VersionGroup[], read: DigestReader): AsyncGenerator<Tracked> {
  for (const { titled, titles, versions } of groups) {
    if (titled === null || versions.length < 2) continue;
    for (const index of versions) {
      const version = await read(index);
      if (version.report_id === titled.report_id || !isNearlySame(titleWords(version), titles)) continue;
      yield { kind: "superseded", reportId: version.report_id, by: titled };
    }
  }
}

async function versionGroupsOf(period: readonly ReportPlace[], read: DigestReader): Promise<readonly VersionGroup[]> {
  const groups = new VersionGroups();
  for (const { index } of period) {
    const report = await read(index);
    if (report.rows.length <= MOST_ROWS) groups.add(report, index);
  }
  return groups.latest;
}

/** Whether several plans have this plan's name: then some period has reports that are not versions of one another. */
async function isShared(periods: readonly (readonly ReportPlace[])[], read: DigestReader): Promise<boolean> {
  for (const period of periods) {
    if (period.length > 1 && (await versionGroupsOf(period, read)).length > 1) return true;
  }
  return false;
}

/** Compares ratings across themes; only within a theme if two plans have the same name, as their themes cannot be matched. */
function ratingsOf(rated: readonly Rated[]): RatingComparison[] {
  const isOnePlan = rated.every(({ plan }) => plan === 0);
  const inOrder = [...rated].sort(
    (a, b) => compare(a.report.from ?? "", b.report.from ?? "") || compare(a.report.theme, b.report.theme),
  );
  const comparable = groupBy(inOrder, ({ report, plan }) => (isOnePlan ? "" : `${plan}/${report.theme}`));
  return [...comparable.values()].flatMap(compareRatings);
}
