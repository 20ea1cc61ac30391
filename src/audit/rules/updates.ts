/** In: the rows' updates. Out: rows without any update, updates without a date, dates that do not exist. */
import { isNoDay } from "../../language/dates.js";
import type { Update } from "../../schema/dataset.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW, FIGURES_AS_TEXT, WORDS_AS_TEXT } from "../needs.js";
import { countOf, quote, rowName } from "../phrases.js";

export const updateMissing = defineRule<RowFact>({
  id: "update-missing",
  severity: "warning",
  title: "A row has no update",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning: "Nothing is written about the row's progress.",
    importance: "Nothing explains its status.",
    remedy: "Look at the row in the source. If it has no update there either, ask what the status is based on.",
  },
  passing: example({ rows: [{ updates: [{ date: "2019-11-18" }] }] }),
  failing: example({ rows: [{ updates: [{ date: "2019-11-18" }] }, { updates: [] }] }),
  // If a page's updates could not be assigned to its rows, their text is residue, not missing.
  find: ({ rows }) =>
    rows
      .filter((row) => row.updates.length === 0 && !row.review_reasons.includes("updates-not-split"))
      .map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} has no update text at all.`,
});

interface UndatedFact extends RowFact {
  readonly undated: number;
}

function isUndated(update: Update): boolean {
  return update.date === null && (update.date_raw === null || !isNoDay(update.date_raw));
}

export const updateUndated = defineRule<UndatedFact>({
  id: "update-undated",
  severity: "info",
  title: "An update has no date",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning: "One or more of the row's updates have no date.",
    importance: "Nobody can tell whether the text is about this quarter or was copied from an earlier one.",
    remedy: "Compare the text with the previous report; if it is there too, it is old.",
  },
  passing: example({ rows: [{ updates: [{ date: "2019-11-18" }, { date: "2019-10-02" }] }] }),
  failing: example({ rows: [{ updates: [{ date: "2019-11-18" }, { text: "Work continues." }] }] }),
  find: ({ rows }) => {
    const facts: UndatedFact[] = [];
    for (const row of rows) {
      const first = row.updates.find(isUndated);
      if (first === undefined) continue;
      const undated = row.updates.filter(isUndated).length;
      facts.push({ ...rowFact(row, { expected: "0", actual: String(undated) }), undated });
    }
    return facts;
  },
  message: ({ row, undated }) => {
    const all = row.updates.length;
    if (undated === all)
      return `${rowName(row)} has ${countOf(all, "update")}, ${all === 1 ? "without" : "none with"} a date.`;
    return `${rowName(row)} has ${countOf(all, "update")}, of which ${undated} ${undated === 1 ? "bears" : "bear"} no date.`;
  },
});

interface UpdateFact extends RowFact {
  readonly printed: string;
}

export const updateDateInvalid = defineRule<UpdateFact>({
  id: "update-date-invalid",
  severity: "error",
  title: "An update has a date that does not exist",
  needs: [A_ROW, FIGURES_AS_TEXT],
  explanation: {
    meaning: "The printed date is not a day of the calendar, such as 31 November.",
    importance: "Nobody can tell when the update was written, so it is treated as undated wherever dates matter.",
    remedy: "Ask the publisher for the date; do not guess which digit is wrong.",
  },
  passing: example({ rows: [{ updates: [{ date: "2019-11-30", raw: "30.11.19" }] }] }),
  failing: example({ rows: [{ updates: [{ raw: "31.11.19" }] }] }),
  find: ({ rows }) => {
    const facts: UpdateFact[] = [];
    for (const row of rows) {
      for (const { date, date_raw } of row.updates) {
        if (date === null && date_raw !== null && isNoDay(date_raw))
          facts.push({ ...rowFact(row, { actual: date_raw }), printed: date_raw });
      }
    }
    return facts;
  },
  message: ({ row, printed }) => `${rowName(row)} dates an update ${quote(printed)}, which is no day of the calendar.`,
});
