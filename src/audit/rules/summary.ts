/** In: the stated counts and the overall rating of a report. Out: a missing status summary, a rating without a stated rule. */
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_ROW, EVERY_COUNT, EVERY_PAGE } from "../needs.js";
import { countOf, quote } from "../phrases.js";

interface SummaryFact extends Fact {
  readonly rowCount: number;
}

export const summaryMissing = defineRule<SummaryFact>({
  id: "summary-missing",
  severity: "warning",
  title: "The report states no counts",
  needs: [A_ROW, EVERY_COUNT, EVERY_PAGE],
  explanation: {
    meaning: "The report has rows, but does not state how many of them have each status.",
    importance:
      "There is nothing to check the rows against, so a row lost in printing or reading would not be noticed.",
    remedy: "Look in the source for a key or a sentence with counts. If there is none, count the rows by hand.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA"), stated: {} }),
  find: ({ report, rows, entries }) => (entries.length === 0 ? [{ about: report, rowCount: rows.length }] : []),
  message: ({ rowCount }) => `The report has ${countOf(rowCount, "row")} but states no count of any status.`,
});

interface RatingFact extends Fact {
  readonly rating: string;
}

export const ratingWithoutBasis = defineRule<RatingFact>({
  id: "rating-without-basis",
  severity: "warning",
  title: "An overall rating without a rule for it",
  needs: [EVERY_PAGE],
  explanation: {
    meaning: "The report gives itself an overall rating, but does not say how it follows from the counts.",
    importance: "A rating without a rule can be neither checked nor compared with another report's rating.",
    remedy: "Quote the counts instead of the rating, or ask the publisher how the rating is decided.",
  },
  passing: example({
    rows: rowsOf("GGA"),
    rating: "good",
    ratingBasis: "A theme is good where more than half of its actions are green.",
  }),
  failing: example({ rows: rowsOf("GGA"), rating: "good" }),
  find: ({ report, facts }) =>
    report.overall_rating === null || facts.ratingBasis !== null
      ? []
      : [{ about: facts.ratingSource ?? report, rating: report.overall_rating, actual: report.overall_rating }],
  message: ({ rating }) =>
    `The report rates itself ${quote(rating)} overall but defines no rule by which that follows from its counts.`,
});
