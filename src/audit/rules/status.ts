/** In: the rows' statuses, printed and coloured. Out: statuses that are missing or unknown, or whose print and colour differ. */
import { statusConflicts } from "../../model/painted-status.js";
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { A_ROW, WORDS_AS_TEXT } from "../needs.js";
import { joinWords, quote, rowName } from "../phrases.js";

export const statusMissing = defineRule<RowFact>({
  id: "status-missing",
  severity: "warning",
  title: "A row has no status",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning: "No letter, word or colour gives the row's status.",
    importance: "The row is not counted for any status, so the stated counts cannot be checked exactly.",
    remedy:
      "Look at the row in the source. If it has a status there, the status was not read; if not, ask the publisher.",
  },
  passing: example({ rows: rowsOf("GGA") }),
  failing: example({ rows: rowsOf("GG?") }),
  find: ({ rows }) =>
    rows
      .filter((row) => row.rag === null && row.rag_raw === null && printedStatuses(row).length === 0)
      .map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} has no status: no letter, word or colour was found.`,
});

export const statusUnknown = defineRule<RowFact>({
  id: "status-unknown",
  severity: "warning",
  title: "It is not clear what a printed status means",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning:
      "Neither the report's key nor the profile says which status the printed text is, or several columns give a status and nothing says which of them is meant.",
    importance: "The row is not counted for any status, and a guess might turn a red row green.",
    remedy:
      "If the publisher uses the word regularly, add it to the profile's statuses. If it is a misprint, ask the publisher. If several columns give a status, the row's `statuses` have them all: choose the column that you need.",
  },
  passing: example({ rows: rowsOf("GA") }),
  failing: example({ rows: [{ rag: "green" }, { rag: null, printed: "P" }] }),
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const actual = row.rag_raw ?? (printedStatuses(row).join("; ") || null);
      return row.rag === null && actual !== null ? [rowFact(row, { actual })] : [];
    }),
  message: ({ row }) =>
    row.rag_raw === null
      ? `${rowName(row)} has a status in several columns (${joinWords(statusesByColumn(row))}), and nothing says which of them is meant.`
      : `${rowName(row)} prints ${quote(row.rag_raw)} as its status, and neither the key nor the profile says which one that is.`,
});

/** What the status columns of a row have, where nothing says which of them is meant. */
function printedStatuses({ statuses }: Deliverable): string[] {
  return statuses.some(({ chosen }) => chosen) ? [] : statuses.flatMap(({ raw, rag }) => raw ?? rag ?? []);
}

const statusesByColumn = ({ statuses }: Deliverable): string[] =>
  statuses.flatMap(({ heading, raw, rag }) => {
    const status = raw ?? rag;
    return status === null ? [] : [`${quote(heading)}: ${status}`];
  });

export const statusConflict = defineRule<RowFact>({
  id: "status-conflict",
  severity: "error",
  title: "The printed status and its colour differ",
  needs: [A_ROW],
  explanation: {
    meaning:
      "The printed letter or word gives one status, and its background colour another. The dataset has the printed one. A report that paints every 'Complete' green, and nothing blue, contradicts nothing; nor does a half, such as amber-red, in one of its two colours.",
    importance:
      "People who look at the colour and people who read the text see different statuses; usually one of them was not updated.",
    remedy: "Read the row's updates to see which status fits, and ask the publisher.",
  },
  passing: example({ rows: [{ rag: "green", painted: "green" }, { rag: "amber" }] }),
  failing: example({ rows: [{ rag: "green", painted: "amber" }, { rag: "amber" }] }),
  find: ({ rows }) =>
    statusConflicts(rows).map(({ row, printed, painted }) => rowFact(row, { expected: printed, actual: painted })),
  message: ({ row }) => `${rowName(row)} is printed as ${row.rag} but painted ${row.rag_colour}; ${row.rag} was kept.`,
});
