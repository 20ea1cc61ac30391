import { describe, expect, it } from "vitest";
import { readingRegions } from "../../src/geometry/reading-regions.js";
import type { Word } from "../../src/model/page.js";
import { line } from "../table/made-page.js";

const PROSE = [
  "The committee met on the first",
  "of May and heard from nine of",
  "the districts how their work",
  "on paths and rivers had gone",
  "since the autumn before, when",
  "the first of the grants were",
  "paid to those that had asked",
  "for them in time and had sent",
  "a plan of what they meant to",
  "do with the money that year.",
];
const ROWS = ["Stow 12 41 7", "Otterby 31 9 22", "Melford 4 17 80", "Brackley 66 2 3", "Easby 9 28 51"];

const prose = (x: number, y: number, count: number): Word[] =>
  Array.from({ length: count }, (_, at) => line(x, y + at * 12, PROSE[at % PROSE.length] ?? "")).flat();
const figures = (x: number, y: number): Word[] =>
  ROWS.flatMap((row, at) => row.split(" ").flatMap((text, column) => line(x + column * 45, y + at * 12, text)));
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(" ");
const regionsOf = (words: readonly Word[]) =>
  readingRegions(words).map((region) => region.map((each) => textOf(each.words)));

describe("a page of prose in two columns", () => {
  it("has a region for each column where a table is in one of them", () => {
    const [left, right] = regionsOf([...prose(50, 100, 10), ...figures(50, 232), ...prose(300, 100, 16)]);
    expect(left?.slice(-2)).toEqual(ROWS.slice(-2));
    expect(right?.length).toBe(16);
  });

  it("is one region where the lines with many gaps are rows whose texts wrap", () => {
    const row = (y: number) => [...line(50, y, "1"), ...prose(70, y, 3), ...line(250, y, "Red"), ...prose(300, y, 3)];
    expect(regionsOf([100, 140, 180, 220, 260].flatMap(row)).length).toBe(1);
  });
});

describe("two columns of text that are filled one after the other", () => {
  const left = [...prose(50, 100, 10), ...line(50, 220, "and the rest of what was")];
  const right = [...line(300, 100, "left was put by for repairs"), ...line(300, 112, "of the weir and the old lock.")];

  it("are read one after the other though the second has two lines", () => {
    const regions = regionsOf([...line(50, 60, "Grants of the year"), ...left, ...right]);
    expect(regions.map((region) => region.length)).toEqual([1, 11, 2]);
    expect(regions[1]?.at(-1)).toBe("and the rest of what was");
  });

  it("are one region where the text on the right does not continue a sentence", () => {
    const note = [...line(300, 100, "Left by the council in 2019"), ...line(300, 112, "for repairs of the old weir")];
    expect(regionsOf([...left, ...note])).toHaveLength(1);
  });
});
