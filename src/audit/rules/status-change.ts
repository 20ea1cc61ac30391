/** In: the rows of a report and their earlier rows. Out: statuses that got worse, and statuses that changed without explanation. */
import type { RowComparison, RowInReport } from "../../model/series.js";
import { type Rag, STATUSES } from "../../schema/statuses.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { rowName } from "../phrases.js";
import { earlierPlace, reportName } from "../report-phrases.js";

/** Whether the status fell: both are on the scale from on track to off track. */
function isWorse(to: Rag, from: Rag): boolean {
  const [before, after] = [STATUSES[from].rank, STATUSES[to].rank];
  return before !== null && after !== null && after > before;
}

interface ChangeFact extends Fact {
  readonly step: RowComparison;
  readonly before: RowInReport;
  readonly from: Rag;
  readonly to: Rag;
}

function changeFact(step: RowComparison, before: RowInReport | null): ChangeFact[] {
  const { row } = step;
  const from = before?.row.rag ?? null;
  if (before === null || from === null || row.rag === null || from === row.rag) return [];
  return [
    { about: row, number: row.number, rag: row.rag, expected: from, actual: row.rag, step, before, from, to: row.rag },
  ];
}

export const statusRegressed = defineSeriesRule<ChangeFact>({
  id: "status-regressed",
  severity: "warning",
  title: "A status got worse",
  needs: [],
  explanation: {
    meaning:
      "The row's status is worse than in the last report that has a readable status for the same deliverable: green became amber or red, or amber became red.",
    importance: "A reader of a single report cannot see what got worse since the previous one.",
    remedy: "Read the row's latest update: it should say why the status changed and what is being done.",
  },
  passing: exampleSeries(
    { rows: [{ rag: "amber", updates: [{ date: "2019-05-14" }] }] },
    { rows: [{ rag: "green", updates: [{ date: "2019-08-20" }] }] },
  ),
  failing: exampleSeries(
    { rows: [{ rag: "green", updates: [{ date: "2019-05-14" }] }] },
    { rows: [{ rag: "amber", updates: [{ date: "2019-08-20" }] }] },
  ),
  find: ({ comparison }) =>
    comparison.steps
      .flatMap((step) => changeFact(step, step.beforeWithStatus))
      .filter(({ from, to }) => isWorse(to, from)),
  message: ({ step, before, from, to }) => {
    const unread = before.report === step.before?.report ? "" : "; no status could be read in between";
    return `${rowName(step.row)} is ${to}, but was ${from} in ${earlierPlace(before, step.row)}${unread}.`;
  },
});

export const statusUnexplained = defineSeriesRule<ChangeFact>({
  id: "status-unexplained",
  severity: "warning",
  title: "A status changed without an update",
  needs: [],
  explanation: {
    meaning: "The row's status differs from the previous report, but no update of the row is newer than that report.",
    importance: "Nobody can tell why the status changed, or whether the change was intended.",
    remedy: "Ask for the update that explains the change. If the status was only corrected, the report should say so.",
  },
  passing: exampleSeries(
    { rows: [{ rag: "amber", updates: [{ date: "2019-05-14" }] }] },
    { rows: [{ rag: "green", updates: [{ date: "2019-08-20" }] }] },
  ),
  failing: exampleSeries(
    { rows: [{ rag: "amber", updates: [{ date: "2019-08-20" }] }], quarter: ["2019-07-01", "2019-09-30"] },
    { rows: [{ rag: "green", updates: [{ date: "2019-08-20" }] }], quarter: ["2019-10-01", "2019-12-31"] },
  ),
  find: ({ comparison }) =>
    comparison.steps.filter(({ hasNews }) => !hasNews).flatMap((step) => changeFact(step, step.before)),
  message: ({ step, before, from, to }) => {
    const latest = step.row.updates
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1);
    const updates = latest === undefined ? "it has no dated update" : `its latest update is of ${latest}`;
    return `${rowName(step.row)} went from ${from} to ${to} since ${reportName(before.report)}, but ${updates}.`;
  },
});
