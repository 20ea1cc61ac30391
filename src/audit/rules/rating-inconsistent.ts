/** In: a report with an overall rating, and earlier ones of its plan with the same rating. Out: a rating given to very different figures. */

import { halfUp } from "../../model/percent.js";
import type { RatedReport } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineRatingRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { EVERY_RATED_ROW } from "../needs.js";
import { quote } from "../phrases.js";
import { reportName } from "../report-phrases.js";

/** Smallest difference between two shares of green rows, in percentage points, that one rating should not cover. */
const POINTS = 20;
const ALL = 100;
const BASIS = "A theme is good if most of it is going as planned.";

interface RatingFact extends Fact {
  readonly rated: RatedReport;
  readonly other: RatedReport;
}

/** The least difference between the shares of green in percentage points, whatever the unreadable statuses are; 0 if they may be equal. */
function distance(one: RatedReport, other: RatedReport): number {
  const gaps = [
    one.greenMin * other.total - other.greenMax * one.total,
    other.greenMin * one.total - one.greenMax * other.total,
  ];
  return (ALL * Math.max(0, ...gaps)) / (one.total * other.total);
}

/** "80% (12 of 15)", or "40% to 47% (6 to 7 of 15)" if some statuses are unreadable. */
function shareText({ greenMin, greenMax, total }: RatedReport): string {
  const least = `${halfUp(greenMin, total, 1)}%`;
  if (greenMin === greenMax) return `${least} (${greenMin} of ${total})`;
  return `${least} to ${halfUp(greenMax, total, 1)}% (${greenMin} to ${greenMax} of ${total})`;
}

function themeText({ report }: RatedReport, other: RatedReport): string {
  return report.theme === other.report.theme || report.theme === "" ? "" : ` on theme ${report.theme}`;
}

export const ratingInconsistent = defineRatingRule<RatingFact>({
  id: "rating-inconsistent",
  severity: "warning",
  title: "One rating for very different reports",
  needs: [EVERY_RATED_ROW],
  explanation: {
    meaning:
      "An earlier report of the plan, on this or another theme, has the same overall rating, but its share of green rows differs by 20 percentage points or more.",
    importance: "A rating given to both says little about either, and does not show when the figures get worse.",
    remedy: "Quote the percentages together with the rating, or ask what the rating is based on.",
  },
  passing: exampleSeries(
    { rows: rowsOf("GGGAA"), rating: "good", ratingBasis: BASIS },
    { rows: rowsOf("GGGAA"), rating: "good", ratingBasis: BASIS },
  ),
  failing: exampleSeries(
    { rows: rowsOf("GGGGG"), rating: "good", ratingBasis: BASIS },
    { rows: rowsOf("GGGAA"), rating: "good", ratingBasis: BASIS },
  ),
  find: ({ comparison: { rated, earlier } }) => {
    const [other] = [...earlier].sort((a, b) => distance(b, rated) - distance(a, rated));
    if (other === undefined || distance(other, rated) < POINTS) return [];
    return [{ about: rated.report, expected: shareText(other), actual: shareText(rated), rated, other }];
  },
  message: ({ rated, other }) =>
    `The report rates itself ${quote(rated.report.overall_rating ?? "")} with ${shareText(rated)} green, as ` +
    `${reportName(other.report)}${themeText(other, rated)} does with ${shareText(other)}.`,
});
