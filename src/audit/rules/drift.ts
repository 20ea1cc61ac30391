/** In: the rows of a report and those they were before. Out: numbers and titles that are no longer the same. */
import { plainForm } from "../../language/words.js";
import type { RowComparison, RowInReport } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { BOTH_IN_AUGUST, BOTH_IN_MAY, IN_AUGUST, IN_MAY, PATH, SHELTERS } from "../example-plan.js";
import { quote, rowName } from "../phrases.js";
import { reportName, whereBefore } from "../report-phrases.js";

/** Words that open a quotation before the first word that differs. */
const WORDS_BEFORE = 2;

interface DriftFact extends Fact {
  readonly step: RowComparison;
  readonly before: RowInReport;
}

export const deliverableRenumbered = defineSeriesRule<DriftFact>({
  id: "deliverable-renumbered",
  severity: "info",
  title: "A deliverable has another number",
  explanation: {
    meaning: "The deliverable is in the last report that has it under another number.",
    importance: "Whoever compares quarters by number compares two different deliverables.",
    remedy: "Compare by the tracks, not by the numbers.",
  },
  passing: exampleSeries(BOTH_IN_MAY, BOTH_IN_AUGUST),
  failing: exampleSeries(BOTH_IN_MAY, {
    rows: [
      { ...PATH, ...IN_AUGUST },
      { ...SHELTERS, ...IN_AUGUST },
    ],
  }),
  find: ({ comparison }) =>
    comparison.steps.flatMap((step) => {
      const { row, before } = step;
      if (before === null || row.number === null || before.row.number === null) return [];
      if (row.number === before.row.number) return [];
      return [{ about: row, number: row.number, expected: before.row.number, actual: row.number, step, before }];
    }),
  message: ({ step, before }) =>
    `${rowName(step.row)} was row ${before.row.number ?? ""} in ${reportName(before.report)}.`,
});

export const titleChanged = defineSeriesRule<DriftFact>({
  id: "title-changed",
  severity: "info",
  title: "A deliverable is worded otherwise",
  explanation: {
    meaning: "The row's title has other words than in the last report that has the deliverable.",
    importance: "A promise can be made smaller by a few words, and its status then means less than before.",
    remedy: "Read the two titles side by side. Where the meaning has moved, say so when you compare the statuses.",
  },
  passing: exampleSeries(
    { rows: [{ ...PATH, ...IN_MAY }] },
    { rows: [{ title: "Light the River Path.", ...IN_AUGUST }] },
  ),
  failing: exampleSeries(
    { rows: [{ ...PATH, ...IN_MAY }] },
    { rows: [{ title: "Light parts of the river path", ...IN_AUGUST }] },
  ),
  find: ({ comparison }) =>
    comparison.steps.flatMap((step) => {
      const { row, before } = step;
      const [old, title] = [before?.row.title ?? null, row.title];
      if (before === null || old === null || title === null || wordsAlone(old) === wordsAlone(title)) return [];
      return [{ about: row, number: row.number, expected: old, actual: title, step, before }];
    }),
  message: ({ step, before }) => {
    const [old, title] = fromDifference(before.row.title ?? "", step.row.title ?? "");
    return `${rowName(step.row)} reads ${quote(title)}, but ${quote(old)} in ${whereBefore(before, step.row)}.`;
  },
});

/** "&" is "and", and capitals and punctuation say nothing. */
function wordsAlone(title: string): string {
  return plainForm(title.replaceAll("&", " and "));
}

/** Both texts from a little before their first difference, so that a quotation of their beginning shows it. */
function fromDifference(one: string, other: string): [string, string] {
  const [words, others] = [one.split(/\s+/), other.split(/\s+/)];
  let at = 0;
  while (at < words.length && words[at] === others[at]) at += 1;
  const from = Math.max(0, at - WORDS_BEFORE);
  const cut = (all: readonly string[]): string => (from === 0 ? "" : "… ") + all.slice(from).join(" ");
  return [cut(words), cut(others)];
}
