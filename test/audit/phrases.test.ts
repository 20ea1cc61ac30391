import { describe, expect, it } from "vitest";
import { example } from "../../src/audit/example.js";
import { quote, rowList } from "../../src/audit/phrases.js";

const listOf = (numbers: readonly (string | null)[]) =>
  rowList(example({ rows: numbers.map((number) => ({ number })) }).report.deliverables);

describe("a list of rows", () => {
  it.each([
    [[], "no row"],
    [["4"], "row 4"],
    [["1", "2"], "rows 1 and 2"],
    [["1", "2", "3"], "rows 1 to 3"],
    [["1", "2", "3", "5", "7", "8"], "rows 1 to 3, 5, 7 and 8"],
    [["3", "2", "1"], "rows 3, 2 and 1"],
    [["4a", "4b", "5"], "rows 4a, 4b and 5"],
    [["1", null], "row 1 and the unnumbered row on line 3"],
    [[null, null], "the unnumbered rows on line 2 and line 3"],
  ])("%j reads: %s", (numbers, text) => {
    expect(listOf(numbers)).toBe(text);
  });

  it("gives the number of rows that are too many to name", () => {
    const odd = Array.from({ length: 50 }, (_, index) => String(2 * index + 1));
    expect(listOf(odd)).toMatch(/, 29, 31 and 34 more$/);
  });
});

it("quotes text on one line and shortens long text", () => {
  expect(quote(" a\n b ")).toBe('"a b"');
  const cut = quote("word ".repeat(40));
  expect(cut.length).toBeLessThanOrEqual(62);
  expect(cut.endsWith('…"')).toBe(true);
});
