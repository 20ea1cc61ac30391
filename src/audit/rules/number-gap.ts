/** In: the rows' numbers. Out: the numbers between 1 and the highest that no row has, for each printed prefix. */
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { countOf } from "../phrases.js";

/** Most gaps reported one by one: with more, a misread highest number is more likely than missing rows. */
const NAMED_GAPS = 200;

const LABEL = /^((?:\d{1,9}\.)*)(\d{1,9})[a-z]?$/i;

interface GapFact extends Fact {
  readonly label: string;
  readonly highest: string;
  /** Number of further gaps, which are not reported one by one. */
  readonly unnamed: number;
}

interface Sequence {
  /** The part before the counted part: "2." in 2.3, empty in 7. */
  readonly prefix: string;
  /** The first row with each number. */
  readonly rows: Map<number, Deliverable>;
}

function findSequences(rows: readonly Deliverable[]): Sequence[] {
  const sequences = new Map<string, Sequence>();
  for (const row of rows) {
    const [, prefix, digits] = row.number === null ? [] : (LABEL.exec(row.number) ?? []);
    if (prefix === undefined || digits === undefined) continue;
    let sequence = sequences.get(prefix);
    if (sequence === undefined) {
      sequence = { prefix, rows: new Map() };
      sequences.set(prefix, sequence);
    }
    const number = Number(digits);
    if (!sequence.rows.has(number)) sequence.rows.set(number, row);
  }
  return [...sequences.values()];
}

/** At most `most` gaps of one sequence, each located at the row after it. The cost does not grow with the numbers themselves. */
function findGaps({ prefix, rows }: Sequence, most: number): GapFact[] {
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  const highest = numbers.at(-1) ?? 0;
  const missing = highest - numbers.filter((number) => number > 0).length;
  const facts: GapFact[] = [];
  let next = 1;
  for (const number of numbers) {
    const row = rows.get(number);
    for (; row !== undefined && next < number && facts.length < most; next++) {
      const label = `${prefix}${next}`;
      const unnamed = facts.length === most - 1 ? missing - most : 0;
      facts.push({ about: row, number: label, expected: label, label, highest: `${prefix}${highest}`, unnamed });
    }
    next = number + 1;
  }
  return facts;
}

export const numberGap = defineRule<GapFact>({
  id: "number-gap",
  severity: "warning",
  title: "A number is missing",
  explanation: {
    meaning: "The rows are numbered, and no row has this number although there are higher ones.",
    importance: "A deliverable was dropped without explanation, or its row was lost in printing or in reading.",
    remedy: "Look in the source where the number should be. If it is not there, ask what happened to the deliverable.",
  },
  passing: example({ rows: [{ number: "1" }, { number: "2a" }, { number: "2b" }, { number: "3" }] }),
  failing: example({ rows: [{ number: "1" }, { number: "2" }, { number: "4" }] }),
  find: ({ rows }) => {
    const facts: GapFact[] = [];
    for (const sequence of findSequences(rows)) {
      if (facts.length < NAMED_GAPS) facts.push(...findGaps(sequence, NAMED_GAPS - facts.length));
    }
    return facts;
  },
  message: ({ label, highest, unnamed }) => {
    const more = unnamed > 0 ? `, nor the ${countOf(unnamed, "missing number")} after it` : "";
    return `No row bears number ${label}${more}, though the numbers go up to ${highest}.`;
  },
});
