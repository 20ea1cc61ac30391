/** In: the rows' statuses, as printed and as painted. Out: statuses that are missing, unknown or at odds. */
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { rowsOf } from "../example-rows.js";
import { quote, rowName } from "../phrases.js";

export const statusMissing = defineRule<RowFact>({
  id: "status-missing",
  severity: "warning",
  title: "A row has no status",
  explanation: {
    meaning: "No letter, word or colour tells the row's status.",
    importance: "The row counts for no status, so the stated counts can no longer be checked exactly.",
    remedy: "Look at the row in the source. If the status is there, it was lost in reading; if not, ask for it.",
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
    meaning: "Something is printed where the status stands, but neither the report's key nor the profile defines it.",
    importance: "The row counts for no status, and a guess might turn a red row green.",
    remedy: "If it is a word that the publisher uses, add it to the profile's statuses. If it is a misprint, ask.",
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
  title: "The printed and the painted status differ",
  explanation: {
    meaning: "The letter or word says one status and the colour behind it another. The printed one was kept.",
    importance:
      "Readers on screen and readers of the text are told different things; mostly one was not brought up to date.",
    remedy: "Read the row's updates to see which fits, and ask the publisher.",
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
