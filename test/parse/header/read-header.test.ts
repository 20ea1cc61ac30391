import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { contextFor } from "../../../src/parse/context.js";
import { readHeader } from "../../../src/parse/header/read-header.js";
import { Ledger } from "../../../src/parse/ledger.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

function headOf(text: string) {
  const blocks = blocksOfText(text, BUILTIN_PROFILE);
  const context = contextFor(BUILTIN_PROFILE, blocks);
  const { header: head, uses } = readHeader(context, 0, blocks.length, new Set());
  return { head, residue: new Ledger(blocks, [uses]).close(0, blocks.length).residue };
}

describe("a header of several lines", () => {
  it.each([
    ["years on the next line", "Local Policing Plan\n2016/2017", "Local Policing Plan", 2016, 2017],
    ["years in words on the next line", "Road Safety Plan\n\n2014 to 2017", "Road Safety Plan", 2014, 2017],
    [
      "a title that wraps after a joining word",
      "Crime and Disorder and\nAnti-social Behaviour Strategy 2015/16",
      "Crime and Disorder and Anti-social Behaviour Strategy",
      2015,
      2016,
    ],
    [
      "a title whose last word alone wraps",
      "Harbour and Estuary Recovery\nStrategy 2021-24",
      "Harbour and Estuary Recovery Strategy",
      2021,
      2024,
    ],
    [
      "a paper's label and what it is about",
      "Subject: Progress with the Harbour Recovery Plan 2021-24",
      "Harbour Recovery Plan",
      2021,
      2024,
    ],
    [
      "a subtitle that says what the list is",
      "Harbour Recovery Plan 2021-24: action tracker",
      "Harbour Recovery Plan",
      2021,
      2024,
    ],
    [
      "an authority's name above the title",
      "Wexmouth Borough Council\nCorporate Plan 2018-19",
      "Corporate Plan",
      2018,
      2019,
    ],
    ["Markdown", "# **Housing Action Plan** 2015/16\n\n**Q3 2017/18**", "Housing Action Plan", 2015, 2016],
    ["HTML", "<h1>Clean Air Plan</h1>\n<div><strong>2019 to 2022</strong></div>", "Clean Air Plan", 2019, 2022],
  ])("%s", (_, text, title, start, end) => {
    const { head } = headOf(text);
    expect([head.planTitle, head.planStartYear, head.planEndYear]).toEqual([title, start, end]);
  });

  it("keeps a plan's title without years where a period shows that it is a report", () => {
    expect(headOf("Corporate Plan\nQuarter 2").head).toMatchObject({
      planTitle: "Corporate Plan",
      planStartYear: null,
    });
    expect(headOf("Corporate Plan\nMinutes").head.planTitle).toBeNull();
  });

  it.each([
    ["THEME 8:\nREDUCING HARM\n", 8, "REDUCING HARM"],
    ["THEME 8\nREDUCING HARM\n", 8, "REDUCING HARM"],
    ["## Outcome 7. Protecting Vulnerable\nPeople\n\n", 7, "Protecting Vulnerable People"],
    ["Priority 2 – Victims and Witnesses\n\nOne partnership for all", 2, "Victims and Witnesses"],
    ["PRIORITY 2 - Q3 PROGRESS REPORT\nFinal\nPRIORITY 2: SAFER ROADS\n", 2, "SAFER ROADS"],
    ["THEME 3:\nFinal\n", 3, null],
    ["THEME 3:\nGreen (G): 4/8 (50%)\n", 3, null],
    ["THEME 3:\nOverall rating: good\n", 3, null],
    ["THEME 2 UPDATE - Q1\nTHEME 3: OTHER MATTERS\n", 2, null],
  ])("theme of %j", (text, number, title) => {
    const { head } = headOf(text);
    expect([head.themeNumber, head.themeTitle]).toEqual([number, title]);
  });

  it("reads every field of a header at its first mention", () => {
    const text = [
      "POLICE AND CRIME PLAN 2018-21",
      "STRATEGIC THEME 2 UPDATE - QRT 1 UPDATE (May 2018)",
      "Draft v0.4",
      "The overall rating is therefore very good",
      "THEME 2: HELPING VICTIMS",
      "Review of the Road Plan 2011-14",
    ];
    expect(headOf(text.join("\n")).head).toMatchObject({
      planTitle: "POLICE AND CRIME PLAN",
      planStartYear: 2018,
      planEndYear: 2021,
      themeNumber: 2,
      themeTitle: "HELPING VICTIMS",
      quarter: 1,
      periodLabel: "QRT 1",
      publishedMonth: "2018-05",
      version: "Draft v0.4",
      overallRating: "very good",
    });
  });

  it("leaves words that no field holds as residue of the header", () => {
    const { residue } = headOf("STRATEGIC THEME 2 UPDATE - QRT 1 UPDATE (May 2018)");
    expect(residue.map((piece) => [piece.reason, piece.text])).toEqual([
      ["head", "STRATEGIC THEME"],
      ["head", "UPDATE"],
      ["head", "UPDATE"],
    ]);
  });
});

describe("a theme's title before the period", () => {
  it("ends with its line, whatever follows", () => {
    const { head } = headOf("Community Plan 2021-22\nTheme 2: Safer Streets - Quarter 3\nWarmer Homes");
    expect(head).toMatchObject({ themeTitle: "Safer Streets", quarter: 3 });
  });
});

it("names the plan of a line that states the quarter too", () => {
  const { head, residue } = headOf("Harbour Plan - Q4, March 2019");
  expect([head.planTitle, head.planStartYear, head.quarter, head.publishedMonth]).toEqual([
    "Harbour Plan",
    null,
    4,
    "2019-03",
  ]);
  expect(residue).toEqual([]);
});

it("does not read a theme's title as a plan's", () => {
  expect(headOf("Theme One: Road Safety Strategy\nQuarter 4 2018/19").head.planTitle).toBeNull();
});

it("prefers the date of publication to the month beside the plan's title", () => {
  const { head } = headOf("Harbour Plan - March 2019 progress\nPublished: April 2019");
  expect([head.planTitle, head.planStartYear, head.publishedMonth]).toEqual(["Harbour Plan", null, "2019-04"]);
});
