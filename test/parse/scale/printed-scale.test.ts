/** The scale of a report as it was understood: every label once, with what decided its meaning. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEADER = ["Harbour Care Plan 2022-2023", "Qtr 1 (June 2022)", ""];
const HEADING = "Ref\tDeliverable\tLead\tStatus\tUpdate";
const rowsWith = (...cells: string[]) =>
  cells.map((cell, at) => `${at + 1}\tMend quay wall ${"abcdef"[at]}\tPORT\t${cell}\t0${at + 1}.06.22: Begun.`);
const scaleOf = (...lines: string[]) =>
  reportOf(...HEADER, ...lines)?.scale.map((one) => [
    ...[one.label, one.meaning, one.rag, one.defined_by, one.stated_count, one.row_count],
  ]);

it("has the key's labels with their meanings, also those that no row prints", () => {
  expect(scaleOf("Key: O = on course (Green); B = blocked", "", HEADING, ...rowsWith("B", "B", "Red"))).toEqual([
    ["O", "on course (Green)", "green", "key", null, 0],
    ["B", "blocked", null, "key", null, 2],
    ["Red", null, "red", "profile", null, 1],
  ]);
});

it("has the counted labels with their counts, and where they are", () => {
  const lines = ["Green 2/3 (67%)", "Amber 1/3 (33%)", "", HEADING, ...rowsWith("Green", "GREEN", "Amber")];
  expect(scaleOf(...lines)).toEqual([
    ["Green", null, "green", "counts", 2, 2],
    ["Amber", null, "amber", "counts", 1, 1],
  ]);
  expect(reportOf(...HEADER, ...lines)?.scale.map(({ line_first }) => line_first)).toEqual([4, 5]);
});

it("says that the key decides a word that it gives another meaning, and that nothing decides an unknown one", () => {
  const key = ["Green: Complete", "Amber: On track", "Red: Overdue", ""];
  const rows = rowsWith("On track", "Parked");
  expect(scaleOf(...key, HEADING, ...rows)?.slice(3)).toEqual([
    ["On track", null, "amber", "key", null, 1],
    ["Parked", null, null, null, null, 1],
  ]);
});

it("leaves out a list of abbreviations that no row prints", () => {
  const glossary = ["OPC = office of the port commissioner; HMA = harbour management authority", ""];
  expect(scaleOf(...glossary, HEADING, ...rowsWith("Green", "Red"))?.map(([label]) => label)).toEqual(["Green", "Red"]);
});
