/** Months and years in two figures each before updates. */
import { expect, it } from "vitest";
import { readDate } from "../../src/language/dates.js";
import { reportOf } from "./read-text.js";

const table = (...updates: string[]) =>
  reportOf(
    "| No | Action | Lead | RAG | Progress |",
    "|---|---|---|---|---|",
    ...updates.map((text, at) => `| ${at + 1} | Mend roof ${at + 1} of the hall | Parks | G | ${text} |`),
  );

it.each(["04/24:", "4/24 -", "04/24"])(
  "are headings such as %s where the report has them before its updates",
  (heading) => {
    const report = table(
      `${heading} Slates came.<br>02/24${heading.replace(/^[\d/]+/, "")} None were found.`,
      `${heading} Half is up.`,
      `${heading} It leaks.`,
    );
    expect(report?.deliverables.flatMap(({ updates }) => updates.map(({ date, text }) => [date, text]))).toEqual([
      ["2024-04", "Slates came."],
      ["2024-02", "None were found."],
      ["2024-04", "Half is up."],
      ["2024-04", "It leaks."],
    ]);
  },
);

it("are none where the second figure may be a month", () => {
  expect(readDate("04/11").iso).toBeNull();
  expect(readDate("13/24").iso).toBeNull();
});

it("are no headings in the middle of text", () => {
  const report = table("Slates for 04/24 came.", "Half of 3/24 is up.");
  expect(report?.deliverables.flatMap(({ updates }) => updates.map(({ date }) => date))).toEqual([null, null]);
});
