import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const ROWS =
  "No\tLead\tAction\tRAG\n1\tPolice\tOpen the boat house\tG\nUpdate: 12.12.22\nThe doors are hung.\n2\tCC\tMend the sea wall\tA\nUpdate: 13.12.22\nStone is on its way.";
const KEY = "Green: 1/2 (50%)\nAmber: 1/2 (50%)";
const LIST =
  "1. Open the boat house\n   Lead: Police\n   Status: Green\n   Update: 12.12.22\n   The doors are hung.\n\n2. Mend the sea wall\n   Lead: CC\n   Status: Amber\n   Update: 13.12.22\n   Stone is on its way.";

const found = (text: string) =>
  parseReports(blocksOfText(text, BUILTIN_PROFILE), BUILTIN_PROFILE).map((report) => [
    report.header.planTitle,
    report.header.themeNumber,
    report.header.quarter,
    report.rows.length,
  ]);

describe("reports in a file", () => {
  it.each([
    ["one", `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}`, [["HARBOUR PLAN", 1, 3, 2]]],
    [
      "one after minutes",
      `SAFETY COMMITTEE\n\nMinutes of the meeting of 12 March 2019\n\n1. Apologies\nMrs Hart sent hers.\n\n2. Reports\nMembers had the report below.\n\nHARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n\n${KEY}\n\n${ROWS}`,
      [["HARBOUR PLAN", 1, 3, 2]],
    ],
    [
      "one after an email",
      `Dear all,\n\nplease find the report for the third quarter below.\n\nRegards,\nAnna\n\nHARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n\n${KEY}\n\n${ROWS}`,
      [["HARBOUR PLAN", 1, 3, 2]],
    ],
    [
      "two plans whose labels begin with letters",
      ["HARBOUR PLAN 2022-23", "COAST PLAN 2021-25"]
        .map(
          (title) => `${title}\nProgress report, March 2023\n\n${ROWS.replace(/^(\d)\t/gmu, `${title.charAt(0)}$1\t`)}`,
        )
        .join("\n\n"),
      [
        ["HARBOUR PLAN", null, null, 2],
        ["COAST PLAN", null, null, 2],
      ],
    ],
    [
      "two themes of one plan",
      `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}\n\nHARBOUR PLAN 2022-23\nTHEME 2 UPDATE - Q3\n${KEY}\n\n${ROWS}`,
      [
        ["HARBOUR PLAN", 1, 3, 2],
        ["HARBOUR PLAN", 2, 3, 2],
      ],
    ],
    [
      "two themes of one plan, each on a page of its own",
      `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}\n\fHARBOUR PLAN 2022-23\nTHEME 2 UPDATE - Q3\n${KEY}\n\n${ROWS}`,
      [
        ["HARBOUR PLAN", 1, 3, 2],
        ["HARBOUR PLAN", 2, 3, 2],
      ],
    ],
    [
      "three of different kinds",
      `ANNEX C\n\n# HARBOUR PLAN 2022-23\n\n**Q3**\n\n## THEME 8 - PIERS\n\n- ${KEY.replace("\n", "\n- ")}\n\n${ROWS}\n\n\nWexmouth Town Council\nClean Air Plan\n2020 - 2023\nMonitoring report – Qtr 2\n\n${KEY}\n\nOutcome 4: Parks\n\n${LIST}\n\n\nPOLICE AND CRIME PLAN (2018-21)\nTHEME 2 UPDATE - QRT 1 (May 2018)\n${KEY}\n\n${ROWS}`,
      [
        ["HARBOUR PLAN", 8, 3, 2],
        ["Clean Air Plan", 4, 2, 2],
        ["POLICE AND CRIME PLAN", 2, 1, 2],
      ],
    ],
    [
      "one whose head comes again on every page",
      `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}\n\fHARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\nNo\tLead\tAction\tRAG\n3\tCC\tPaint the pier\tG\nUpdate: 14.12.22\nBlue was chosen.`,
      [["HARBOUR PLAN", 1, 3, 3]],
    ],
    [
      "one whose update names another plan",
      `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}\nThe board read two papers:\nClean Air Plan 2020-23\nRoad Safety Strategy 2019-24\n3\tCC\tPaint the pier\tG\nUpdate: 14.12.22\nBlue was chosen.`,
      [["HARBOUR PLAN", 1, 3, 3]],
    ],
    [
      "two months of one plan without quarters",
      `Harbour Plan 2022-24\n\nMarch 2022\n\n${ROWS}\n\nHarbour Plan 2022-24\n\nJune 2022\n\n${ROWS.replace("Open", "Close")}`,
      [
        ["Harbour Plan", null, null, 2],
        ["Harbour Plan", null, null, 2],
      ],
    ],
    [
      "two areas of one plan, each with the same rows",
      `Harbour Plan 2022-24\n\nEastern pier\n\n${ROWS}\n\nHarbour Plan 2022-24\n\nWestern pier\n\n${ROWS}`,
      [
        ["Harbour Plan", null, null, 2],
        ["Harbour Plan", null, null, 2],
      ],
    ],
    [
      "two themes of one plan without quarters, each with the same labels",
      `Harbour Plan 2022-24\n\nTheme 1: Work\n\n${ROWS}\n\nHarbour Plan 2022-24\n\nTheme 2: Home\n\n${ROWS}`,
      [
        ["Harbour Plan", 1, null, 2],
        ["Harbour Plan", 2, null, 2],
      ],
    ],
    [
      "one whose plan's title comes again above the rows of the next page",
      `Harbour Plan 2022-24\n\n${ROWS}\n\fHarbour Plan 2022-24\n\nNo\tLead\tAction\tRAG\n3\tCC\tPaint the pier\tG`,
      [["Harbour Plan", null, null, 3]],
    ],
    [
      "none in minutes",
      "SAFETY COMMITTEE\n\n1. Apologies\nMrs Hart sent hers.\n\n2. Money\nThe fund stands at £400.",
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("gives an authority's name above a later plan to that report, not to the row before it", () => {
    const text = `HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\n${KEY}\n\n${ROWS}\n\n\nWexmouth Town Council\nClean Air Plan 2020-23\nOutcome 4 - Q2\n${KEY}\n\n${ROWS}`;
    const [first] = parseReports(blocksOfText(text, BUILTIN_PROFILE), BUILTIN_PROFILE);
    expect(first?.rows.at(-1)?.updates.at(-1)?.text).toBe("Stone is on its way.");
  });
});

describe("a plan's title on top of several pages", () => {
  const more = ROWS.replace("\n1\t", "\n3\t").replace("\n2\t", "\n4\t");
  const pages = (...headers: readonly string[]) =>
    headers.map((header) => `HARBOUR PLAN 2022-23\n${header}\n\n${ROWS}\n\f${more}`).join("\n\f");

  it.each([
    ["another month each time", pages("Position at June 2022", "Position at September 2022")],
    [
      "another theme each time, above the same quarter",
      pages("Theme 1: Piers\nQuarter 3", "Theme 2: Boats\nQuarter 3"),
    ],
    ["a status key each time", pages(`Progress in the first year\n${KEY}`, `Progress in the second year\n${KEY}`)],
  ])("opens a report each time above %s and the first row", (_, text) => {
    expect(found(text).map(([title, , , rows]) => [title, rows])).toEqual([
      ["HARBOUR PLAN", 4],
      ["HARBOUR PLAN", 4],
    ]);
  });

  it("is a running head above rows that go on", () => {
    const text = `HARBOUR PLAN 2022-23\nPosition at June 2022\n\n${ROWS}\n\fHARBOUR PLAN 2022-23\nPosition at June 2022\n\n${more}`;
    expect(found(text).map(([title, , , rows]) => [title, rows])).toEqual([["HARBOUR PLAN", 4]]);
  });
});
