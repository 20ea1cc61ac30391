/**
 * In: reports of one plan, in order of period. Out: each report with two earlier ones of the same overall rating, those with the lowest
 * and the highest share of green rows; if any earlier one differs too much, one of these does. Keeps two reports for each rating.
 */
import { plainForm } from "../language/words.js";
import type { RatedReport, RatingComparison, ReportDigest } from "../model/series.js";

/** The reports with the lowest and the highest share of green so far, for one rating. */
interface Extremes {
  /** The report with the lowest share if all its unreadable statuses are green. */
  lowest: RatedReport;
  highest: RatedReport;
}

/** @returns null for a report without a rating or without rows */
export function rate(report: ReportDigest): RatedReport | null {
  const total = report.rows.length;
  if (report.overall_rating === null || total === 0) return null;
  const greenMin = report.rows.filter(({ rag }) => rag === "green").length;
  const unreadable = report.rows.filter(({ rag }) => rag === null).length;
  // The rows are not needed again, and a plan may have many reports.
  return { report: { ...report, rows: [] }, greenMin, greenMax: greenMin + unreadable, total };
}

/** @param reports of one plan, any theme, in order of period */
export function compareRatings(reports: readonly RatedReport[]): RatingComparison[] {
  const byRating = new Map<string, Extremes>();
  const comparisons: RatingComparison[] = [];
  for (const rated of reports) {
    const rating = plainForm(rated.report.overall_rating ?? "");
    const extremes = byRating.get(rating);
    // The share of green of a report that may lack rows is not known.
    const isWhole = !rated.report.mayLackRows;
    if (extremes === undefined) {
      if (isWhole) byRating.set(rating, { lowest: rated, highest: rated });
      continue;
    }
    const { lowest, highest } = extremes;
    comparisons.push({ rated, earlier: lowest === highest ? [lowest] : [lowest, highest] });
    if (!isWhole) continue;
    if (rated.greenMax / rated.total < lowest.greenMax / lowest.total) extremes.lowest = rated;
    if (rated.greenMin / rated.total > highest.greenMin / highest.total) extremes.highest = rated;
  }
  return comparisons;
}
