/** In: the rows of a report and their earlier rows. Out: numbers and titles that have changed. */
import { plainForm } from "../../language/words.js";
import type { RowComparison, RowInReport } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { BOTH_IN_AUGUST, BOTH_IN_MAY, IN_AUGUST, IN_MAY, PATH, SHELTERS } from "../example-plan.js";
import { quote, rowName } from "../phrases.js";
import { earlierPlace, reportName } from "../report-phrases.js";

/** Number of unchanged words quoted before the first word that differs. */
const WORDS_BEFORE = 2;

interface RowChangeFact extends Fact {
  readonly step: RowComparison;
  readonly before: RowInReport;
}

export const deliverableRenumbered = defineSeriesRule<RowChangeFact>({
  id: "deliverable-renumbered",
  severity: "info",
  title: "A deliverable has another number",
  needs: [],
  explanation: {
    meaning: "The last report that has the deliverable gives it another number.",
    importance: "Comparing quarters by number would compare two different deliverables.",
    remedy: "Compare by tracks, not by numbers.",
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

export const titleChanged = defineSeriesRule<RowChangeFact>({
  id: "title-changed",
  severity: "info",
  title: "A deliverable's title has changed",
  needs: [],
  explanation: {
    meaning: "The row's title has different words than in the last report that has the deliverable.",
    importance: "Changing a few words can weaken a commitment, and its status then means less than before.",
    remedy: "Read the two titles side by side. If the meaning has changed, say so when you compare the statuses.",
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
      if (before === null || old === null || title === null || wordsOnly(old) === wordsOnly(title)) return [];
      return [{ about: row, number: row.number, expected: old, actual: title, step, before }];
    }),
  message: ({ step, before }) => {
    const [old, title] = fromDifference(before.row.title ?? "", step.row.title ?? "");
    return `${rowName(step.row)} reads ${quote(title)}, but ${quote(old)} in ${earlierPlace(before, step.row)}.`;
  },
});

/** The title's words only: "&" counts as "and"; case and punctuation do not count. */
function wordsOnly(title: string): string {
  return plainForm(title.replaceAll("&", " and "));
}

/** Both texts from shortly before their first difference, so that a quotation of their beginning shows it. */
function fromDifference(one: string, other: string): [string, string] {
  const [words, others] = [one.split(/\s+/), other.split(/\s+/)];
  let at = 0;
  while (at < words.length && words[at] === others[at]) at += 1;
  const from = Math.max(0, at - WORDS_BEFORE);
  const cut = (all: readonly string[]): string => (from === 0 ? "" : "… ") + all.slice(from).join(" ");
  return [cut(words), cut(others)];
}
