/** In: the totals that a report states with its counts. Out: totals that differ from the number of rows or from each other. */
import { defineRule, type Fact, type StatusFact, statusFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { countOf, joinWords, statement } from "../phrases.js";

export const totalMismatch = defineRule<StatusFact>({
  id: "total-mismatch",
  severity: "error",
  title: "A stated total is not the number of rows",
  explanation: {
    meaning: "The report states a count out of a total, but has more or fewer rows than that total.",
    importance: "A percentage of the wrong total is wrong even if the count is right, and rows may have been left out.",
    remedy:
      "Check whether number-gap or number-duplicate findings explain the difference; if not, compare the rows with the source.",
  },
  passing: example({ rows: rowsOf("GGA"), stated: { green: "2/3 (67%)" } }),
  failing: example({ rows: rowsOf("GGA"), stated: { green: "2/4 (50%)" } }),
  find: ({ rows, statuses, facts: { unreadPages } }) => {
    if (rows.length === 0) return [];
    const facts: StatusFact[] = [];
    for (const entry of statuses) {
      const { stated_total, counted_total } = entry.stated;
      if (stated_total === null || stated_total === counted_total) continue;
      // The missing rows may be on a page that could not be read.
      if (unreadPages.length > 0 && stated_total > counted_total) continue;
      facts.push(statusFact(entry, { expected: String(counted_total), actual: String(stated_total) }));
    }
    return facts;
  },
  message: ({ entry, rag }) =>
    `The report states ${statement(entry)} ${rag}, out of a total of ${entry.stated.stated_total}, but has ${countOf(entry.stated.counted_total, "row")}.`,
});

interface TotalsFact extends Fact {
  readonly totals: readonly number[];
}

export const totalsDisagree = defineRule<TotalsFact>({
  id: "totals-disagree",
  severity: "error",
  title: "The stated totals differ from each other",
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
