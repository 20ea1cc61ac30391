/**
 * All reports of one plan, theme by theme and in order of period, to comparisons, tracks and compared ratings. Asks for the reports'
 * digests one at a time and keeps none that is not needed again, so that a plan may have any number of reports.
 */
import type { Comparison, RatedReport, RatingComparison, ReportDigest } from "../model/series.js";
import type { Track } from "../schema/dataset.js";
import { MOST_ROWS } from "./follow.js";
import { compare, groupBy } from "./groups.js";
import { titleWords } from "./kinship.js";
import { compareRatings, rate } from "./ratings.js";
import { Series } from "./series.js";
import { type Edition, Editions, isNearlySame } from "./versions.js";

/** What must be known of a report to put it in its place. */
export interface ReportPlace {
  readonly report_id: string;
  readonly theme: string;
  readonly from: string;
  /** By which its digest is asked for. */
  readonly index: number;
}

/** What came of a plan's reports. */
export type Tracked =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  /** Not one of the series. */
  | { readonly kind: "apart"; readonly reportId: string }
  | { readonly kind: "rating"; readonly comparison: RatingComparison }
  | { readonly kind: "superseded"; readonly reportId: string; readonly by: ReportDigest }
  | { readonly kind: "track"; readonly track: Track };

type DigestReader = (index: number) => Promise<ReportDigest>;

interface Rated extends RatedReport {
  readonly plan: number;
}

/** The same whatever the order of `places`. */
export async function* trackPlan(places: readonly ReportPlace[], read: DigestReader): AsyncGenerator<Tracked> {
  const rated: Rated[] = [];
  const inOrder = [...places].sort((a, b) => compare(a.from, b.from) || compare(a.report_id, b.report_id));
  for (const [, ofTheme] of groupBy(inOrder, ({ theme }) => theme)) {
    const periods = [...groupBy(ofTheme, ({ from }) => from).values()];
    const series = new Series(await isShared(periods, read));
    for (const period of periods) {
      const editions = await editionsOf(period, read);
      yield* supersededIn(editions, read);
      const placed = series.addPeriod(editions);
      const inSeries = new Set(placed.map(({ report }) => report.report_id));
      for (const { report_id } of period) if (!inSeries.has(report_id)) yield { kind: "apart", reportId: report_id };
      for (const { report, plan, comparison } of placed) {
        const rating = rate(report);
        if (rating !== null) rated.push({ ...rating, plan });
        if (comparison !== null) yield { kind: "comparison", comparison };
      }
    }
    for (const track of series.tracks()) yield { kind: "track", track };
  }
  for (const comparison of ratingsOf(rated)) yield { kind: "rating", comparison };
}

async function* supersededIn(editions: readonly Edition[], read: DigestReader): AsyncGenerator<Tracked> {
  for (const { titled, titles, versions } of editions) {
    if (titled === null || versions.length < 2) continue;
    for (const index of versions) {
      const version = await read(index);
      if (version.report_id === titled.report_id || !isNearlySame(titleWords(version), titles)) continue;
      yield { kind: "superseded", reportId: version.report_id, by: titled };
    }
  }
}

async function editionsOf(period: readonly ReportPlace[], read: DigestReader): Promise<readonly Edition[]> {
  const editions = new Editions();
  for (const { index } of period) {
    const report = await read(index);
    if (report.rows.length <= MOST_ROWS) editions.add(report, index);
  }
  return editions.latest;
}

/** Whether several plans bear the name of this one: then some period has reports that are no versions of one. */
async function isShared(periods: readonly (readonly ReportPlace[])[], read: DigestReader): Promise<boolean> {
  for (const period of periods) {
    if (period.length > 1 && (await editionsOf(period, read)).length > 1) return true;
  }
  return false;
}

/** Across themes, unless two plans bear the name: then nobody can tell which of their themes belong together. */
function ratingsOf(rated: readonly Rated[]): RatingComparison[] {
  const isOnePlan = rated.every(({ plan }) => plan === 0);
  const inOrder = [...rated].sort(
    (a, b) => compare(a.report.from ?? "", b.report.from ?? "") || compare(a.report.theme, b.report.theme),
  );
  const groups = groupBy(inOrder, ({ report, plan }) => (isOnePlan ? "" : `${plan}/${report.theme}`));
  return [...groups.values()].flatMap(compareRatings);
}
