/** In: the rows of a report and of the previous one. Out: deliverables that are no longer there, and deliverables that are new. */
import type { ReportDigest, RowComparison, RowDigest } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { BOTH_IN_AUGUST, BOTH_IN_MAY, IN_AUGUST, IN_MAY, SHELTERS } from "../example-plan.js";
import { EVERY_EARLIER_ROW, EVERY_ROW } from "../needs.js";
import { quote, rowName } from "../phrases.js";
import { reportName } from "../report-phrases.js";

interface DroppedFact extends Fact {
  readonly row: RowDigest;
  readonly before: ReportDigest;
}

/** ', "Light the river path",' to put after a row's name; empty if the title was not read. */
function titlePart({ title }: RowDigest): string {
  return title === null ? "" : `, ${quote(title)},`;
}

export const deliverableDropped = defineSeriesRule<DroppedFact>({
  id: "deliverable-dropped",
  severity: "warning",
  title: "A deliverable is no longer reported",
  needs: [EVERY_ROW],
  explanation: {
    meaning: "A deliverable of the previous report is not in this one, under any number or a similar title.",
    importance: "A commitment can disappear between two reports, and each report by itself still looks complete.",
    remedy: "Check whether it was completed, merged with another or completely reworded; if not, ask the publisher.",
  },
  passing: exampleSeries(BOTH_IN_MAY, BOTH_IN_AUGUST),
  failing: exampleSeries(BOTH_IN_MAY, { rows: [{ ...SHELTERS, ...IN_AUGUST }] }),
  find: ({ comparison: { report, before, dropped } }) =>
    dropped.map((row) => ({
      about: report,
      number: row.number,
      ...(row.title !== null && { expected: row.title }),
      row,
      before,
    })),
  message: ({ row, before }) => `${rowName(row)} of ${reportName(before)}${titlePart(row)} is not in this report.`,
});

interface AddedFact extends Fact {
  readonly step: RowComparison;
  readonly before: ReportDigest;
}

export const deliverableAdded = defineSeriesRule<AddedFact>({
  id: "deliverable-added",
  severity: "info",
  title: "A deliverable is new or reported again",
  needs: [EVERY_EARLIER_ROW],
  explanation: {
    meaning: "The row's deliverable is not in the previous report, under any number or a similar title.",
    importance: "New deliverables change the totals that percentages are based on, so quarters are harder to compare.",
    remedy: "Nothing if the plan has grown. If another deliverable was dropped, check whether this one replaces it.",
  },
  passing: exampleSeries(
    { rows: [{ ...SHELTERS, ...IN_MAY }] },
    { rows: [{ title: "Repaint the night-bus shelters", ...IN_AUGUST }] },
  ),
  failing: exampleSeries({ rows: [{ ...SHELTERS, ...IN_MAY }] }, BOTH_IN_AUGUST),
  find: ({ comparison: { steps, before } }) =>
    steps
      // A row whose title was not read may be any row of the previous report.
      .filter((step) => step.before?.report !== before && step.row.title !== null)
      .map((step) => ({ about: step.row, number: step.row.number, step, before })),
  message: ({ step, before }) => {
    const name = `${rowName(step.row)}${titlePart(step.row)}`;
    const was = step.before === null ? "" : `; it was last in ${reportName(step.before.report)}`;
    return `${name} is not in ${reportName(before)}${was}.`;
  },
});
