/** In: the update blocks of a report that an earlier one has under another date. Out: those long enough to be no coincidence. */
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
  title: "An old update under a new date",
  explanation: {
    meaning:
      "A dated block of the row has the words, or nearly, and the figures that an earlier report has for the same deliverable under an earlier date.",
    importance: "The row looks as if it had been brought up to date, but says nothing that was not known before.",
    remedy: "Read the two blocks. If nothing has changed since, the row should say that; else ask for the update.",
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
