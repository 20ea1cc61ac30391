/** The reports made by seed: what their truth and their text must have for the figures taken from them to mean something. */
import { expect, it } from "vitest";
import { seededCase, seededCases } from "./cases.mjs";

const cases = seededCases(500, 100);

it("makes the same report of a seed, and another of the next", () => {
  expect(seededCase(7)).toEqual(seededCase(7));
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
});

it("makes every print, with and without labels, owners and updates", () => {
  expect(new Set(cases.map(({ print }) => print)).size).toBe(7);
  const rows = cases.map((printed) => printed.rows[0]);
  for (const has of [
    rows.map((row) => row?.number !== null),
    rows.map((row) => row?.organisations.length !== 0),
    rows.map((row) => row?.updates.length !== 0),
  ])
    expect(new Set(has)).toEqual(new Set([true, false]));
});

it("prints what the truth says, under labels and titles that are each there once", () => {
  for (const { rows, text } of cases) {
    for (const { number, title, updates } of rows)
      for (const printed of [number, title, ...updates.map((update) => update.text)])
        expect(text.replaceAll("&amp;", "&")).toContain(printed ?? "");
    expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows[0]?.number === null ? 1 : rows.length);
  }
});
