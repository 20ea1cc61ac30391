/** In: the totals that a report states with its counts. Out: totals that differ from the number of rows or from each other. */
import { isWithin, type Range, rangeText, totalRange } from "../../model/rows-read.js";
import { defineRule, type Fact, type StatusFact, statusFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_COUNT, A_ROW, FIGURES_AS_TEXT } from "../needs.js";
import { joinWords, rangeOfRows, statement } from "../phrases.js";

interface TotalFact extends StatusFact {
  readonly range: Range;
}

export const totalMismatch = defineRule<TotalFact>({
  id: "total-mismatch",
  severity: "error",
  title: "A stated total is not the number of rows",
  needs: [A_ROW, A_COUNT, FIGURES_AS_TEXT],
  explanation: {
    meaning: "The report states a count out of a total, but has more or fewer rows than that total.",
    importance: "A percentage of the wrong total is wrong even if the count is right, and rows may have been left out.",
    remedy:
      "Check whether number-gap or number-duplicate findings explain the difference; if not, compare the rows with the source.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "2/4 (50%)" } }),
  find: ({ read, statuses }) => {
    const range = totalRange(read);
    return statuses.flatMap((entry) => {
      const { stated_total } = entry.stated;
      if (stated_total === null || isWithin(stated_total, range)) return [];
      return [{ ...statusFact(entry, { expected: rangeText(range), actual: String(stated_total) }), range }];
    });
  },
  message: ({ entry, rag, range }) =>
    `The report states ${statement(entry)} ${rag}, out of a total of ${entry.stated.stated_total}, but has ${rangeOfRows(range)}.`,
});

interface TotalsFact extends Fact {
  readonly totals: readonly number[];
}

export const totalsDisagree = defineRule<TotalsFact>({
  id: "totals-disagree",
  severity: "error",
  title: "The stated totals differ from each other",
  needs: [A_COUNT, FIGURES_AS_TEXT],
  explanation: {
    meaning: "The report states its counts out of different totals, although all are about the same deliverables.",
    importance: "Percentages of different totals can be neither compared nor added.",
    remedy:
      "Use the number of rows as the total, and ask the publisher. A total of 0 next to other totals is usually a mistake.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)", amber: "1/3 (33%)", red: "0/3 (0%)" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)", amber: "1/3 (33%)", red: "0/0 (0%)" } }),
  find: ({ report, entries, usualTotal }) => {
    const totals = new Set<number>();
    for (const { stated } of entries) if (stated.stated_total !== null) totals.add(stated.stated_total);
    if (totals.size < 2) return [];
    const other = entries.find(({ stated }) => stated.stated_total !== null && stated.stated_total !== usualTotal);
    const figures = { expected: String(usualTotal), actual: [...totals].join(", ") };
    return [{ about: other?.stated ?? report, totals: [...totals], ...figures }];
  },
  message: ({ totals }) => `The report states its counts out of different totals: ${joinWords(totals.map(String))}.`,
});
