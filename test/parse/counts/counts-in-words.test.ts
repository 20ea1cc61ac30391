/** Counts that a key prints in words, or leaves out: they are read, or else their sum is not held against them. */
import { expect, it } from "vitest";
import { HEADER, reportOf as read } from "../read-text.js";

const reportOf = (...key: string[]) =>
  read(
    ...HEADER,
    "",
    ...key,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    "1\tFORCE\tLight the path\tG",
    "2\tFORCE\tMend a wall\tA",
    "3\tFORCE\tPaint a door\tR",
  );
const sums = (...key: string[]) =>
  reportOf(...key)
    ?.findings.filter(({ rule }) => rule.endsWith("s-sum"))
    .map(({ rule }) => rule);

it.each([
  ["with a share", "Green: one (33%)", "Amber: One of three (33%)", "Red: 1 out of three (33%)"],
  ["in cells", "Green\tone (33%)", "Amber\tone / 3 (33%)", "Red\t1/3 (33%)"],
])("reads counts in words %s", (_, ...key) => {
  const found = reportOf(...key);
  expect(found?.stated_counts.map((one) => [one.rag, one.stated_count, one.stated_percent])).toEqual([
    ["green", 1, 33],
    ["amber", 1, 33],
    ["red", 1, 33],
  ]);
  expect(found?.stated_counts.map((one) => one.verdict)).toEqual(["confirmed", "confirmed", "confirmed"]);
});

it.each([
  ["a count cannot be read", "Green\t1/3 (33%)", "Amber\tl/3 (33%)", "Red\t1/3 (33%)"],
  ["a status has none", "Green: 1/3 (33%)", "Amber: 1/3 (33%)", "Red: see below"],
  ["the rest is left to subtraction", "Of the 3 deliverables, 1 (33%) is green and 1 (33%) amber. The rest are red."],
  ["a sentence has one that is not exact", "1 of 3 (33%) deliverables is green, 1 (33%) amber.", "Some are red."],
])("finds no false sum where %s", (_, ...key) => {
  expect(sums(...key)).toEqual([]);
});

it("still finds counts that do not add up to the total", () => {
  expect(sums("Green\t1/3 (33%)", "Amber\t0/3 (0%)", "Red\t1/3 (33%)")).toEqual(["counts-sum", "percents-sum"]);
});
