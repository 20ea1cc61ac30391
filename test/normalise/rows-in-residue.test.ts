/** Text that no field took is a possible row where it has a status or a missing number as the rows have them. */
import { expect, it } from "vitest";
import { rowsInResidue } from "../../src/normalise/rows-in-residue.js";
import type { ResidueReason } from "../../src/schema/reasons.js";

const place = { page: null, lineFirst: 1, lineLast: 1, bbox: null };
const count = (numbers: string, statuses: string, text: string, reason: ResidueReason = "unassigned") =>
  rowsInResidue(
    [{ reason, text, place }],
    numbers.split(" ").map((number, at) => ({ number, rag_raw: statuses.split(" ")[at] ?? null })),
  );

it.each([
  ["●", "1 2 3", "● ● ○", 1],
  ["Behind", "1 2 3", "Behind Met Met", 1],
  ["Mend the weir\tbehind.", "1 2 3", "Behind Met Met", 1],
  ["Mend the weir\tMet\nOpen the lock\tBehind", "1 2 3", "Behind Met Met", 2],
  ["3. Mend the weir", "1 2 4", "G G A", 1],
  ["5\tMend the weir\tA", "1 2 4", "G G A", 1],
  ["P-04 Mend the weir", "P-01 P-02 P-03", "G G A", 1],
  ["2.4 Mend the weir", "2.1 2.2 2.3", "G G A", 1],
  ["4", "1 2 3 5", "G G A A", 1],
])("%j beside the numbers %s and statuses %s", (text, numbers, statuses, expected) => {
  expect(count(numbers, statuses, text)).toBe(expected);
});

it.each([
  // The report prints other marks as statuses.
  ["■", "1 2 3", "● ● ○"],
  // A status within a sentence is no cell.
  ["The weir was behind its plan.", "1 2 3", "Behind Met Met"],
  // Rows have the number, or it is beyond them.
  ["2. Mend the weir", "1 2 3", "G G A"],
  ["26 schools took part.", "1 2 3", "G G A"],
  ["Posters were delivered.", "P-01 P-02", "G G"],
  ["", "1 2 3", "G G A"],
])("%j is no row beside the numbers %s and statuses %s", (text, numbers, statuses) => {
  expect(count(numbers, statuses, text)).toBe(0);
});

it("does not look at text that is known to be no row", () => {
  expect(count("1 2 4", "G G A", "3\tMend the weir\tA", "total-row")).toBe(0);
  expect(count("1 2 4", "G G A", "3\tMend the weir\tA", "stray")).toBe(1);
});
