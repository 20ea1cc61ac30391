/** In: a report that rates itself, and earlier ones of its plan with the same rating. Out: a rating that means two things. */
import type { RatedReport } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineRatingRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { halfUp } from "../percent.js";
import { quote } from "../phrases.js";
import { reportName } from "../report-phrases.js";

/** Difference of the shares of green from which one rating cannot stand for both, in percentage points. */
const POINTS = 20;
const ALL = 100;
const BASIS = "A theme is good where it goes as planned on the whole.";

interface RatingFact extends Fact {
  readonly rated: RatedReport;
  readonly other: RatedReport;
}

/** Points by which the shares differ at least, whatever the unreadable statuses are; 0 where they may be equal. */
function distance(one: RatedReport, other: RatedReport): number {
  const gaps = [
    one.greenMin * other.total - other.greenMax * one.total,
    other.greenMin * one.total - one.greenMax * other.total,
  ];
  return (ALL * Math.max(0, ...gaps)) / (one.total * other.total);
}

/** "80% (12 of 15)", "40% to 47% (6 to 7 of 15)" where some status is unreadable. */
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
  title: "One rating for unlike reports",
  explanation: {
    meaning:
      "An earlier report of the plan, on this or another theme, has the same overall rating, but its share of green rows is 20 points or more away.",
    importance: "A rating that fits both says little about either, and a fall in the figures does not show in it.",
    remedy: "Quote the shares beside the rating, or ask what it is based on.",
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
