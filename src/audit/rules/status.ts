/** In: the rows' statuses, printed and coloured. Out: statuses that are missing or unknown, or whose print and colour differ. */
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { quote, rowName } from "../phrases.js";

export const statusMissing = defineRule<RowFact>({
  id: "status-missing",
  severity: "warning",
  title: "A row has no status",
  explanation: {
    meaning: "No letter, word or colour gives the row's status.",
    importance: "The row is not counted for any status, so the stated counts cannot be checked exactly.",
    remedy:
      "Look at the row in the source. If it has a status there, the status was not read; if not, ask the publisher.",
  },
  passing: example({ rows: rowsOf("GGA") }),
  failing: example({ rows: rowsOf("GG?") }),
  find: ({ rows }) => rows.filter((row) => row.rag === null && row.rag_raw === null).map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} has no status: no letter, word or colour was found.`,
});

export const statusUnknown = defineRule<RowFact>({
  id: "status-unknown",
  severity: "warning",
  title: "A status is not in the key",
  explanation: {
    meaning: "The text printed in place of the status is defined neither by the report's key nor by the profile.",
    importance: "The row is not counted for any status, and a guess might turn a red row green.",
    remedy:
      "If the publisher uses the word regularly, add it to the profile's statuses. If it is a misprint, ask the publisher.",
  },
  passing: example({ rows: rowsOf("GA") }),
  failing: example({ rows: [{ rag: "green" }, { rag: null, printed: "P" }] }),
  find: ({ rows }) =>
    rows.flatMap((row) => (row.rag === null && row.rag_raw !== null ? [rowFact(row, { actual: row.rag_raw })] : [])),
  message: ({ row }) =>
    `${rowName(row)} prints ${quote(row.rag_raw ?? "")} as its status, which neither the key nor the profile defines.`,
});

export const statusConflict = defineRule<RowFact>({
  id: "status-conflict",
  severity: "error",
  title: "The printed status and its colour differ",
  explanation: {
    meaning:
      "The printed letter or word gives one status, and its background colour another. The dataset has the printed one.",
    importance:
      "People who look at the colour and people who read the text see different statuses; usually one of them was not updated.",
    remedy: "Read the row's updates to see which status fits, and ask the publisher.",
  },
  passing: example({ rows: [{ rag: "green", painted: "green" }, { rag: "amber" }] }),
  failing: example({ rows: [{ rag: "green", painted: "amber" }, { rag: "amber" }] }),
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { rag, rag_colour, rag_source } = row;
      const isPrinted = rag_source === "letter" || rag_source === "word";
      if (!isPrinted || rag === null || rag_colour === null || rag === rag_colour) return [];
      return [rowFact(row, { expected: rag, actual: rag_colour })];
    }),
  message: ({ row }) => `${rowName(row)} is printed as ${row.rag} but painted ${row.rag_colour}; ${row.rag} was kept.`,
});
