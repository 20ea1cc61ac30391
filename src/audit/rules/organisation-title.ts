/** In: the rows' organisations and titles. Out: organisations that are missing or were repaired, and titles that are missing. */
import type { Repair } from "../../schema/values.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW, WORDS_AS_TEXT } from "../needs.js";
import { joinWords, quote, rowName } from "../phrases.js";

export const organisationMissing = defineRule<RowFact>({
  id: "organisation-missing",
  severity: "warning",
  title: "A row names no organisation",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning: "The row does not say who is responsible for it.",
    importance: "It is not clear whom to ask about it, and it is missing from every count by organisation.",
    remedy: "Look at the row in the source. If no organisation is named there, ask the publisher.",
  },
  passing: example({ rows: [{ organisations: ["FORCE"] }, { organisations: ["OPCC", "NHS"] }] }),
  failing: example({ rows: [{ organisations: ["FORCE"] }, { organisations: [] }] }),
  find: ({ rows }) => rows.filter((row) => row.organisations.length === 0).map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} names no organisation.`,
});

interface RepairFact extends RowFact {
  readonly repaired: readonly Repair[];
}

export const organisationRepaired = defineRule<RepairFact>({
  id: "organisation-repaired",
  severity: "info",
  title: "An organisation's code was repaired",
  needs: [A_ROW],
  explanation: {
    meaning:
      "The code contained look-alike letters of another alphabet or was misread, and was replaced by a known code.",
    importance: "Searching the source for the code does not find it, and the repair may be wrong.",
    remedy: "Compare the printed text with the repaired code.",
  },
  passing: example({ rows: [{ organisations: ["FORCE"] }] }),
  failing: example({ rows: [{ organisations: ["FORCE"], organisationsPrinted: "F0RCE" }] }),
  find: ({ rows }) => {
    const facts: RepairFact[] = [];
    for (const row of rows) {
      if (row.repairs.length === 0) continue;
      const repaired = row.repairs.filter((repair) => repair.field === "organisations");
      // A person has already checked what a person corrected.
      if (repaired.length === 0 || repaired.some(({ by }) => by !== undefined)) continue;
      const expected = repaired.map((repair) => repair.value).join("; ");
      const actual = repaired.map((repair) => repair.raw).join("; ");
      facts.push({ ...rowFact(row, { expected, actual }), repaired });
    }
    return facts;
  },
  message: ({ row, repaired }) =>
    `${rowName(row)} prints its organisation as ${joinWords(repaired.map(({ raw, value }) => `${quote(raw)}, read as ${quote(value)}`))}.`,
});

export const titleMissing = defineRule<RowFact>({
  id: "title-missing",
  severity: "warning",
  title: "A row has no title",
  needs: [A_ROW, WORDS_AS_TEXT],
  explanation: {
    meaning: "The row has a status or updates, but no text that says what is to be delivered.",
    importance: "Its status is meaningless if nobody can tell what is green or red.",
    remedy: "Look at the row in the source; the text may have been cut off by a page break.",
  },
  passing: example({ rows: [{ title: "Open the victim hub" }] }),
  failing: example({ rows: [{ title: "Open the victim hub" }, { title: null }] }),
  find: ({ rows }) => rows.filter((row) => row.title === null).map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} has no text that says what is to be delivered.`,
});
