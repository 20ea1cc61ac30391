/** In: the rows' numbers. Out: numbers borne twice, and numbers that were not printed or not readable. */
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type Fact, type RowFact, rowFact } from "../define-rule.js";
import { example } from "../example.js";
import { joinWords, placeName, rowName } from "../phrases.js";

interface DuplicateFact extends Fact {
  readonly rows: readonly Deliverable[];
}

function findDuplicates(rows: readonly Deliverable[]): DuplicateFact[] {
  const byNumber = new Map<string, Deliverable | Deliverable[]>();
  const duplicates = new Set<Deliverable[]>();
  for (const row of rows) {
    if (row.number === null) continue;
    const label = row.number.toLowerCase();
    const before = byNumber.get(label);
    if (before === undefined) {
      byNumber.set(label, row);
    } else if (Array.isArray(before)) {
      before.push(row);
    } else {
      const bearers = [before, row];
      byNumber.set(label, bearers);
      duplicates.add(bearers);
    }
  }
  const facts: DuplicateFact[] = [];
  for (const bearers of duplicates) {
    const second = bearers[1];
    if (second === undefined) continue;
    facts.push({ about: second, number: second.number, rows: bearers, expected: "1", actual: String(bearers.length) });
  }
  return facts;
}

export const numberDuplicate = defineRule<DuplicateFact>({
  id: "number-duplicate",
  severity: "error",
  title: "Several rows bear one number",
  explanation: {
    meaning: "The same number stands before two or more rows.",
    importance: "A reference to the number is ambiguous, and the rows cannot be followed from report to report by it.",
    remedy: "Look at the rows in the source: one may be misnumbered, or one deliverable may stand there twice.",
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
  explanation: {
    meaning: "The row bears no readable number. Where its neighbours leave only one, that one was taken.",
    importance: "Findings and references that name the row by this number rest on an inference.",
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
