/**
 * In: the rows' numbers. Out: the numbers between 1 and the highest that no row has, for each printed prefix. Labels that do not
 * count their rows, such as 05.09 for item 5 of September, are no sequence, and nothing is missing from them.
 */
import type { Deliverable } from "../../schema/dataset.js";
import { defineRule, type Fact } from "../define-rule.js";
import { example } from "../example.js";
import { A_ROW, FIGURES_AS_TEXT, TEXT_OF_ROWS } from "../needs.js";
import { countOf } from "../phrases.js";

/** Most gaps reported one by one: with more, a misread highest number is more likely than missing rows. */
const NAMED_GAPS = 200;

/** Share of the numbers of one depth that must follow the one before, or begin with 1, for all of them to be a sequence. */
const LEAST_IN_STEP = 0.5;
/** Fewer numbers than this leave open whether they are a sequence, and rows of it may be missing. */
const FEWEST_TO_JUDGE = 4;
/** A part with a zero before it, such as a month: 05.09. */
const PADDED = /\.0\d+[a-z]?$/i;

const LABEL = /^((?:\d{1,9}\.)*)(\d{1,9})[a-z]?$/i;

interface GapFact extends Fact {
  readonly label: string;
  readonly highest: string;
  /** Number of further gaps, which are not reported one by one. */
  readonly unnamed: number;
}

interface Sequence {
  /** Number of parts before the counted one. */
  readonly depth: number;
  /** The part before the counted part: "2." in 2.3, empty in 7. */
  readonly prefix: string;
  /** The first row with each number. */
  readonly rows: Map<number, Deliverable>;
  hasPadded: boolean;
  /** Whether rows of other prefixes are between its rows. */
  isInterrupted: boolean;
}

function findSequences(rows: readonly Deliverable[]): Sequence[] {
  const sequences = new Map<string, Sequence>();
  let last: Sequence | undefined;
  for (const row of rows) {
    const [label = "", prefix, digits] = row.number === null ? [] : (LABEL.exec(row.number) ?? []);
    if (prefix === undefined || digits === undefined) continue;
    let sequence = sequences.get(prefix);
    if (sequence === undefined) {
      const depth = prefix.split(".").length;
      sequence = { depth, prefix, rows: new Map(), hasPadded: false, isInterrupted: false };
      sequences.set(prefix, sequence);
    } else if (sequence !== last) sequence.isInterrupted = true;
    last = sequence;
    const number = Number(digits);
    sequence.hasPadded ||= PADDED.test(label);
    if (!sequence.rows.has(number)) sequence.rows.set(number, row);
  }
  return countingSequences([...sequences.values()]);
}

/** The sequences whose labels count their rows; prefixes of one depth are judged together, as one of few rows says little. */
function countingSequences(sequences: readonly Sequence[]): Sequence[] {
  const depths = new Map<number, Sequence[]>();
  for (const sequence of sequences) {
    const ofDepth = depths.get(sequence.depth);
    if (ofDepth === undefined) depths.set(sequence.depth, [sequence]);
    else ofDepth.push(sequence);
  }
  const counting = new Set([...depths].filter(([, ofDepth]) => countsRows(ofDepth)).map(([depth]) => depth));
  return sequences.filter(({ depth }) => counting.has(depth));
}

function countsRows(sequences: readonly Sequence[]): boolean {
  // Padded parts may be months: then they neither begin with 1 in each item nor keep an item's rows together.
  if (sequences.some(({ hasPadded }) => hasPadded))
    return sequences.every(({ rows, isInterrupted }) => rows.has(1) && !isInterrupted);
  const numbers = sequences.flatMap(({ rows }) => [...rows.keys()].map((number) => ({ rows, number })));
  const inStep = numbers.filter(({ rows, number }) => number < 2 || rows.has(number - 1));
  return numbers.length < FEWEST_TO_JUDGE || inStep.length >= numbers.length * LEAST_IN_STEP;
}

/**
 * The number that the first row should have. A list with more numbers missing before its first row than it has rows is a part of a
 * longer one, as rows 101 to 104 are those of one theme: the rows before it are elsewhere.
 */
function firstDue(ascending: readonly number[]): number {
  const lowest = ascending.find((number) => number > 0) ?? 1;
  return lowest - 1 > ascending.length ? lowest : 1;
}

/** At most `most` gaps of one sequence, each located at the row after it. The cost does not grow with the numbers themselves. */
function findGaps({ prefix, rows }: Sequence, most: number, unreadPages: readonly number[]): GapFact[] {
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  const highest = numbers.at(-1) ?? 0;
  const first = firstDue(numbers);
  const missing = highest - first + 1 - numbers.filter((number) => number > 0).length;
  const facts: GapFact[] = [];
  let next = first;
  let before: Deliverable | undefined;
  for (const number of numbers) {
    const row = rows.get(number);
    if (hasUnreadBetween(before, row, unreadPages)) next = number;
    before = row;
    for (; row !== undefined && next < number && facts.length < most; next++) {
      const label = `${prefix}${next}`;
      const unnamed = facts.length === most - 1 ? missing - most : 0;
      facts.push({ about: row, number: label, expected: label, label, highest: `${prefix}${highest}`, unnamed });
    }
    next = number + 1;
  }
  return facts;
}

/** Whether a page that could not be read, which may have the rows of a gap, is between two rows. */
function hasUnreadBetween(
  before: Deliverable | undefined,
  after: Deliverable | undefined,
  unreadPages: readonly number[],
): boolean {
  const [from, to] = [before?.page ?? 0, after?.page ?? 0];
  return unreadPages.some((page) => page >= from && page <= to);
}

export const numberGap = defineRule<GapFact>({
  id: "number-gap",
  severity: "warning",
  title: "A number is missing",
  needs: [A_ROW, TEXT_OF_ROWS, FIGURES_AS_TEXT],
  explanation: {
    meaning:
      "The rows are numbered one after another, and no row has this number although there are higher ones. Labels that do not count rows, such as 05.09 for item 5 of September, are not checked, nor are the numbers before a list that is part of a longer one, such as rows 101 to 104.",
    importance: "A deliverable was dropped without explanation, or its row was lost in printing or in reading.",
    remedy: "Look in the source where the number should be. If it is not there, ask what happened to the deliverable.",
  },
  passing: example({ rows: [{ number: "1" }, { number: "2a" }, { number: "2b" }, { number: "3" }] }),
  failing: example({ rows: [{ number: "1" }, { number: "2" }, { number: "4" }] }),
  find: ({ rows, facts: { unreadPages } }) => {
    const facts: GapFact[] = [];
    for (const sequence of findSequences(rows)) {
      if (facts.length < NAMED_GAPS) facts.push(...findGaps(sequence, NAMED_GAPS - facts.length, unreadPages));
    }
    return facts;
  },
  message: ({ label, highest, unnamed }) => {
    const more = unnamed > 0 ? `, nor the ${countOf(unnamed, "missing number")} after it` : "";
    return `No row bears number ${label}${more}, though the numbers go up to ${highest}.`;
  },
});
