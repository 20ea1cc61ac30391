import { expect, it } from "vitest";
import type { Word } from "../../src/model/page.js";
import { textOfChunk } from "../../src/table/aligned/chunks.js";
import { rowsOfWords } from "../../src/table/rows/joined-rows.js";
import { line } from "./made-page.js";

/** A row whose update continues in a paragraph that stands nearer to the next row than to its own list. */
const row = (y: number, number: string): Word[] => [
  ...line(50, y, number),
  ...line(90, y, "Open a door"),
  ...line(250, y, "The door is open"),
  ...line(280, y + 22, "a list"),
  ...line(250, y + 44, `Behind ${number}`),
];
const words = [...row(100, "1"), ...row(160, "2"), ...row(220, "3"), ...row(280, "4")];
const rule = (at: number) => ({ at, from: 45, to: 400 });

it("a line never goes to a row on the other side of a rule", () => {
  const joined = rowsOfWords(words, [157, 217, 277].map(rule)).map((each) => each.chunks.map(textOfChunk));
  expect(joined.filter((each) => each.length === 3)).toEqual(
    ["1", "2", "3", "4"].map((number) => [number, "Open a door", "The door is open"]),
  );
});

it("without rules, lines close above a row's cells belong to them", () => {
  const joined = rowsOfWords(words).map((each) => each.chunks.map(textOfChunk));
  expect(joined).toContainEqual(["2", "Open a door", "Behind 1 The door is open"]);
});

it("a rule that covers little of the width separates no rows", () => {
  const joined = rowsOfWords(words, [{ at: 157, from: 45, to: 60 }]).map((each) => each.chunks.map(textOfChunk));
  expect(joined).toContainEqual(["2", "Open a door", "Behind 1 The door is open"]);
});
