/** In: the rows of a report and of the one before. Out: deliverables that are gone, and deliverables that are new. */
import type { ReportDigest, RowComparison, RowDigest } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { BOTH_IN_AUGUST, BOTH_IN_MAY, IN_AUGUST, IN_MAY, SHELTERS } from "../example-plan.js";
import { quote, rowName } from "../phrases.js";
import { reportName } from "../report-phrases.js";

interface DroppedFact extends Fact {
  readonly row: RowDigest;
  readonly before: ReportDigest;
}

/** ', "Light the river path",' behind a row's name; nothing where the title was not read. */
function titlePart({ title }: RowDigest): string {
  return title === null ? "" : `, ${quote(title)},`;
}

export const deliverableDropped = defineSeriesRule<DroppedFact>({
  id: "deliverable-dropped",
  severity: "warning",
  title: "A deliverable is no longer reported",
  explanation: {
    meaning: "A deliverable of the report before is not in this one, under any number or wording near its own.",
    importance: "What a plan promised can vanish between two reports, and each report by itself still looks whole.",
    remedy: "Look whether it was completed, joined with another or reworded beyond recognition; if not, ask.",
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
  title: "A deliverable is new, or back",
  explanation: {
    meaning: "The row's deliverable is not in the report before, under any number or wording near its own.",
    importance: "New deliverables change what shares and totals are out of, so that quarters compare less well.",
    remedy: "Nothing, where the plan has grown. Where another deliverable was dropped, see whether it was replaced.",
  },
  passing: exampleSeries(
    { rows: [{ ...SHELTERS, ...IN_MAY }] },
    { rows: [{ title: "Repaint the night-bus shelters", ...IN_AUGUST }] },
  ),
  failing: exampleSeries({ rows: [{ ...SHELTERS, ...IN_MAY }] }, BOTH_IN_AUGUST),
  find: ({ comparison: { steps, before } }) =>
    steps
      // A row whose title was not read may be any that was there before.
      .filter((step) => step.before?.report !== before && step.row.title !== null)
      .map((step) => ({ about: step.row, number: step.row.number, step, before })),
  message: ({ step, before }) => {
    const name = `${rowName(step.row)}${titlePart(step.row)}`;
    const was = step.before === null ? "" : `; it was last in ${reportName(step.before.report)}`;
    return `${name} is not in ${reportName(before)}${was}.`;
  },
});
