/** In: who the rows name and what they are about. Out: organisations that are missing or mended, titles that are missing. */
import type { Repair } from "../../schema/values.js";
import { defineRule, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { joinWords, quote, rowName } from "../phrases.js";

export const organisationMissing = defineRule<RowFact>({
  id: "organisation-missing",
  severity: "warning",
  title: "A row names no organisation",
  explanation: {
    meaning: "The row does not say who is to deliver it.",
    importance: "Nobody can be asked about it, and it is missing from every count by organisation.",
    remedy: "Look at the row in the source. If nobody is named there, ask the publisher.",
  },
  passing: example({ rows: [{ organisations: ["FORCE"] }, { organisations: ["OPCC", "NHS"] }] }),
  failing: example({ rows: [{ organisations: ["FORCE"] }, { organisations: [] }] }),
  find: ({ rows }) => rows.filter((row) => row.organisations.length === 0).map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} names no organisation.`,
});

interface RepairFact extends RowFact {
  readonly mended: readonly Repair[];
}

export const organisationRepaired = defineRule<RepairFact>({
  id: "organisation-repaired",
  severity: "info",
  title: "An organisation's code was mended",
  explanation: {
    meaning: "The code was printed with look-alike letters of another alphabet, or misread, and a known one was taken.",
    importance: "A search for the code in the source does not find it, and the mending might be wrong.",
    remedy: "Compare what was printed with what it became.",
  },
  passing: example({ rows: [{ organisations: ["FORCE"] }] }),
  failing: example({ rows: [{ organisations: ["FORCE"], mendedFrom: "F0RCE" }] }),
  find: ({ rows }) => {
    const facts: RepairFact[] = [];
    for (const row of rows) {
      if (row.repairs.length === 0) continue;
      const mended = row.repairs.filter((repair) => repair.field === "organisations");
      // What a person corrected needs no second look.
      if (mended.length === 0 || mended.some(({ by }) => by !== undefined)) continue;
      const expected = mended.map((repair) => repair.value).join("; ");
      const actual = mended.map((repair) => repair.raw).join("; ");
      facts.push({ ...rowFact(row, { expected, actual }), mended });
    }
    return facts;
  },
  message: ({ row, mended }) =>
    `${rowName(row)} prints its organisation as ${joinWords(mended.map(({ raw, value }) => `${quote(raw)}, read as ${quote(value)}`))}.`,
});

export const titleMissing = defineRule<RowFact>({
  id: "title-missing",
  severity: "warning",
  title: "A row does not say what is to be delivered",
  explanation: {
    meaning: "The row has no deliverable text, only a status or updates.",
    importance: "Its status says nothing, as nobody can tell what is green or red.",
    remedy: "Look at the row in the source; the text may have been cut off by a page break.",
  },
  passing: example({ rows: [{ title: "Open the victim hub" }] }),
  failing: example({ rows: [{ title: "Open the victim hub" }, { title: null }] }),
  find: ({ rows }) => rows.filter((row) => row.title === null).map((row) => rowFact(row)),
  message: ({ row }) => `${rowName(row)} has no text that says what is to be delivered.`,
});
