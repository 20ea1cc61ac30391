import { expect, it } from "vitest";
import type { Word } from "../../src/model/page.js";
import { bestSet } from "../../src/table/best-set.js";
import type { Candidate } from "../../src/table/candidate.js";
import { line } from "./made-page.js";

const words = line(0, 0, "a b c d e f g h i j k l m n o p q r s t");
const candidate = (worth: number, from: number, to: number): Candidate => ({
  grid: { xs: [], ys: [], cells: [] },
  strategy: "alignment",
  score: 1,
  worth,
  words: new Set<Word>(words.slice(from, to)),
});
const worths = (candidates: readonly Candidate[]) =>
  bestSet(candidates)
    .map(({ worth }) => worth)
    .sort((a, b) => a - b);

it("two tables beside each other win over one table across both that is worth less than they are together", () => {
  expect(worths([candidate(5, 0, 10), candidate(3, 0, 5), candidate(4, 5, 10)])).toEqual([3, 4]);
});

it("one table wins over parts of it that are worth less together", () => {
  expect(worths([candidate(3, 0, 5), candidate(5, 0, 10), candidate(1, 5, 10)])).toEqual([5]);
});

it("tables that share no word do not compete", () => {
  expect(worths([candidate(1, 0, 5), candidate(9, 5, 10)])).toEqual([1, 9]);
});

it("a table that overlaps two others through different words gives way to both", () => {
  expect(worths([candidate(3, 0, 4), candidate(5, 3, 8), candidate(3, 7, 12)])).toEqual([3, 3]);
});

it("of many tables that overlap one another, the best is taken first", () => {
  const many = Array.from({ length: 40 }, (_, at) => candidate(at + 1, at % 10, 12));
  expect(worths(many)[0]).toBe(40);
});

it("a table that is worth nothing is left out", () => {
  expect(worths([candidate(0, 0, 5)])).toEqual([]);
});
