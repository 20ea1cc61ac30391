/** In: updates whose text an earlier report has under another date. Out: those long enough not to be a coincidence. */
import type { CopiedUpdate, RowComparison } from "../../model/series.js";
import type { Fact } from "../define-rule.js";
import { defineSeriesRule } from "../define-series-rule.js";
import { exampleSeries } from "../example.js";
import { countOf, rowName } from "../phrases.js";
import { reportName } from "../report-phrases.js";

interface CopiedFact extends Fact {
  readonly step: RowComparison;
  readonly copied: CopiedUpdate;
}

const TEXT = "The board met and agreed the next steps with the housing team.";

export const updateCopied = defineSeriesRule<CopiedFact>({
  id: "update-copied",
  severity: "warning",
  title: "An old update with a new date",
  needs: [],
  explanation: {
    meaning:
      "A dated update of the row has the same or nearly the same words, and the same figures, as an update of the same deliverable in an earlier report, which has an earlier date.",
    importance: "The row looks up to date, but the update says nothing new.",
    remedy:
      "Read the two updates. If nothing has changed since, the row should say so; otherwise ask for a new update.",
  },
  passing: exampleSeries(
    { rows: [{ updates: [{ date: "2019-05-14", text: TEXT }] }] },
    {
      rows: [
        {
          updates: [
            { date: "2019-08-20", text: "The paint has come." },
            { date: "2019-05-14", text: TEXT },
          ],
        },
      ],
    },
  ),
  failing: exampleSeries(
    { rows: [{ updates: [{ date: "2019-05-14", text: TEXT }] }] },
    { rows: [{ updates: [{ date: "2019-08-20", text: TEXT }] }] },
  ),
  find: ({ comparison, settings }) =>
    comparison.steps.flatMap((step) =>
      step.copied
        .filter(({ update }) => update.wordCount >= settings.repeated_words)
        .map((copied) => ({
          about: copied.update,
          number: step.row.number,
          ...(copied.original.date !== null && { expected: copied.original.date }),
          ...(copied.update.date !== null && { actual: copied.update.date }),
          step,
          copied,
        })),
    ),
  message: ({ step, copied: { update, original, report } }) =>
    `${rowName(step.row)} has under ${update.date ?? "no date"} the text (${countOf(update.wordCount, "word")}) that ` +
    `${reportName(report)} has under ${original.date ?? "no date"}.`,
});
