/** In: the rows' numbers. Out: numbers that several rows have, and numbers that were not printed or not readable. */
import type { Deliverable } from "../../schema/dataset.js";
import type { RowReason } from "../../schema/reasons.js";
import { defineRule, type Fact, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW, FIGURES_AS_TEXT } from "../needs.js";
import { joinWords, placeName, rowName } from "../phrases.js";

const SHARED = "number-shared" satisfies RowReason;

interface DuplicateFact extends Fact {
  readonly rows: readonly Deliverable[];
}

function findDuplicates(rows: readonly Deliverable[]): DuplicateFact[] {
  const byNumber = new Map<string, Deliverable | Deliverable[]>();
  const duplicates = new Set<Deliverable[]>();
  for (const row of rows) {
    // A number's cell beside several rows is printed once.
    if (row.number === null || row.review_reasons.includes(SHARED)) continue;
    const label = row.number.toLowerCase();
    const before = byNumber.get(label);
    if (before === undefined) {
      byNumber.set(label, row);
    } else if (Array.isArray(before)) {
      before.push(row);
    } else {
      const sameNumber = [before, row];
      byNumber.set(label, sameNumber);
      duplicates.add(sameNumber);
    }
  }
  const facts: DuplicateFact[] = [];
  for (const sameNumber of duplicates) {
    const second = sameNumber[1];
    if (second === undefined) continue;
    facts.push({
      about: second,
      number: second.number,
      rows: sameNumber,
      expected: "1",
      actual: String(sameNumber.length),
    });
  }
  return facts;
}

export const numberDuplicate = defineRule<DuplicateFact>({
  id: "number-duplicate",
  severity: "error",
  title: "Several rows have the same number",
  needs: [A_ROW, FIGURES_AS_TEXT],
  explanation: {
    meaning: "Two or more rows have the same number. Rows beside which one cell has their number are not reported.",
    importance:
      "A reference to the number is ambiguous, and the rows cannot be tracked from report to report by number.",
    remedy: "Look at the rows in the source: one may have a wrong number, or one deliverable may be listed twice.",
  },
  passing: example({ rows: [{ number: "1" }, { number: "2" }, { number: "3" }] }),
  failing: example({ rows: [{ number: "1" }, { number: "2" }, { number: "2" }] }),
  find: ({ rows }) => findDuplicates(rows),
  message: ({ rows, number }) =>
    `${rows.length} rows bear number ${number}, on ${joinWords([...new Set(rows.map(placeName))])}.`,
});

export const numberInferred = defineRule<RowFact>({
  id: "number-inferred",
  severity: "info",
  title: "A number was not printed or not readable",
  needs: [A_ROW],
  explanation: {
    meaning: "The row has no readable number. If the rows around it allow only one number, that number was used.",
    importance: "Findings and references that use this number depend on an inference.",
    remedy: "Confirm the number in the source.",
  },
  passing: example({ rows: [{ number: "1" }, { number: "2" }, { number: "3" }] }),
  failing: example({ rows: [{ number: "1" }, { number: "2", inferred: true }, { number: "3" }] }),
  find: ({ rows }) =>
    rows.filter((row) => row.number === null || row.number_source === "inferred").map((row) => rowFact(row)),
  message: ({ row }) =>
    row.number === null
      ? `${rowName(row)} has no readable number, and none could be inferred.`
      : `${rowName(row)} has no readable number; ${row.number} was inferred from the rows around it.`,
});
