import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";
import { reportOf, reportsOf } from "../read-text.js";

const HEADINGS = ["| No | Action | Lead | RAG | Progress |", "|---|---|---|---|---|"];
const rows = (first: number) => [
  `| ${first} | Open the tide mill | NTC | G | The lease was signed. |`,
  `| ${first + 1} | Plant the shore walk | NTC | A | Trees are on order. |`,
];

const TEXT = [
  "Harbour Improvement Plan 2022-23: Spring review",
  "",
  "March 2023",
  "",
  "Priority 1: Clean water",
  "",
  "Aim: nothing flows in untreated",
  "",
  ...HEADINGS,
  ...rows(1),
  "",
  "Priority 2: Safe paths",
  "",
  "Aim: nobody falls",
  "",
  ...HEADINGS,
  ...rows(3),
];

describe("a report with a table for each of several themes", () => {
  const report = reportOf(...TEXT);

  it("has no theme of its own", () => {
    expect([report?.theme_number, report?.theme_title, report?.plan_title]).toEqual([
      null,
      null,
      "Harbour Improvement Plan",
    ]);
  });

  it("gives each row its theme as the group", () => {
    const [printed] = parseReports(blocksOfText(TEXT.join("\n"), BUILTIN_PROFILE), BUILTIN_PROFILE);
    expect(printed?.rows.map(({ number, group }) => [number, group])).toEqual([
      ["1", "Priority 1: Clean water"],
      ["2", "Priority 1: Clean water"],
      ["3", "Priority 2: Safe paths"],
      ["4", "Priority 2: Safe paths"],
    ]);
  });

  it("adds neither the heading nor its introduction to the row above", () => {
    expect(report?.deliverables[1]?.updates.map(({ text }) => text)).toEqual(["Trees are on order."]);
  });
});

it("keeps the theme of a report whose tables are all about it", () => {
  const report = reportOf(
    "Harbour Improvement Plan 2022-23",
    "",
    "Priority 1: Clean water",
    "",
    ...HEADINGS,
    ...rows(1),
    "",
    "Priority 1: Clean water",
    "",
    ...HEADINGS,
    ...rows(3),
  );
  expect([report?.theme_number, report?.deliverables.length]).toEqual([1, 4]);
});

it("keeps the theme in the title of a report whose groups are priorities", () => {
  const reports = reportsOf(
    "Harbour Improvement Plan 2022-23",
    "Theme 3 update - Quarter 2 (September 2022)",
    "",
    "Priority 1: Clean water",
    "",
    ...HEADINGS,
    ...rows(1),
    "",
    "Priority 2: Safe paths",
    "",
    ...HEADINGS,
    ...rows(3),
  );
  expect(reports.map(({ theme_number, deliverables }) => [theme_number, deliverables.length])).toEqual([[3, 4]]);
});

describe("a list of cards under several themes", () => {
  const card = (label: string, title: string) => [
    `${label} ${title}`,
    "Lead: NTC",
    "Status: Green",
    "Progress: It was done.",
    "",
  ];
  const report = reportOf(
    "Harbour Improvement Plan 2022-23: Spring review",
    "",
    "Priority 1: Clean water",
    "",
    ...card("K1", "Open the tide mill"),
    "Priority 2: Safe paths",
    "",
    ...card("K2", "Plant the shore walk"),
  );

  it("has no theme of its own, and a group for each card", () => {
    expect([report?.theme_number, report?.theme_title]).toEqual([null, null]);
    expect(report?.deliverables.map(({ group }) => group)).toEqual([
      "Priority 1: Clean water",
      "Priority 2: Safe paths",
    ]);
  });
});
