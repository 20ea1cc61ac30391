import { describe, expect, it } from "vitest";
import { headerReader } from "../../../src/parse/header/header-reader.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const head = headerReader(BUILTIN_PROFILE);

describe("a plan's title and years", () => {
  it.each([
    ["POLICE AND CRIME DELIVERY PLAN (2018-21)", "POLICE AND CRIME DELIVERY PLAN", 2018, 2021],
    ["Corporate Plan 2018-19", "Corporate Plan", 2018, 2019],
    ["Safer Neighbourhoods Strategy 2018/2019", "Safer Neighbourhoods Strategy", 2018, 2019],
    ["Children and Young People's Plan 2019 to 2022", "Children and Young People's Plan", 2019, 2022],
    ["CRIME AND DISORDER REDUCTION STRATEGY 2020 - 2024", "CRIME AND DISORDER REDUCTION STRATEGY", 2020, 2024],
    ["EQUALITY OBJECTIVES ACTION PLAN, 2016-20", "EQUALITY OBJECTIVES ACTION PLAN", 2016, 2020],
    ["Local Policing Plan: 2018–19", "Local Policing Plan", 2018, 2019],
    ["Road Safety Plan 2021/22 – 2024/25", "Road Safety Plan", 2021, 2025],
    ["Harbour Recovery Plan (April 2018 to March 2021)", "Harbour Recovery Plan", 2018, 2021],
    ["Flood Response Framework 2020", "Flood Response Framework", 2020, 2020],
    ["Coast Delivery Plan 2018/19 (as at 23.01.2019)", "Coast Delivery Plan", 2018, 2019],
    ["2019-22 Community Safety Plan", "Community Safety Plan", 2019, 2022],
    ["Police and Crime Plan 2018-21: Quarter 3 Update", "Police and Crime Plan", 2018, 2021],
    ["Climate Action Plan 2019-22 progress report", "Climate Action Plan", 2019, 2022],
    ["Quarterly report on the Police and Crime Plan 2017-20", "Police and Crime Plan", 2017, 2020],
    ["Progress Report: Fire Safety Plan 2021-24", "Fire Safety Plan", 2021, 2024],
    ["Local Plan 1999-2003", "Local Plan", 1999, 2003],
  ])("reads %s", (line, title, start, end) => {
    expect(head.plan.dated(line)).toEqual({ title, years: { start, end } });
  });

  it.each([
    ["Harbour Plan - March 2019 progress", "Harbour Plan", "2019-03"],
    ["Harbour Plan - progress report - 31 March 2019", "Harbour Plan", "2019-03"],
    ["March 2019 progress on the Harbour Plan", "Harbour Plan", "2019-03"],
    ["Harbour Plan (March 2019)", "Harbour Plan", undefined],
  ])("takes the month of %s for no years of the plan", (line, title, month) => {
    const found = head.plan.dated(line);
    expect([found?.title, found?.years, found?.month?.iso]).toEqual([title, null, month]);
  });

  it.each([
    ["Harbour Plan 2018-21 - March 2019 progress", "Harbour Plan", 2018, 2021, "2019-03"],
    ["Progress on the Clean Air Strategy 2021-2029, updated May 2023", "Clean Air Strategy", 2021, 2029, "2023-05"],
  ])("reads the report's month after the plan's years in %s", (line, title, start, end, month) => {
    const found = head.plan.dated(line);
    expect([found?.title, found?.years, found?.month?.iso]).toEqual([title, { start, end }, month]);
  });

  it.each([
    "Roll out the framework by 31 March 2022",
    "The strategy was adopted at full council on 10/11/2018",
    "The plan for 2018-21 was agreed by the board in May.",
    "Housing Plan consultation closed in 2018 and the board met.",
    "Community Safety Plan",
    "a local plan 2018-21",
    "Police and Crime Plan 2018-05",
    "Published May 2018",
  ])("leaves %s alone", (line) => {
    expect(head.plan.dated(line)).toBeNull();
  });

  it.each([
    ["Local Policing Plan", "Local Policing Plan"],
    ["Police and Crime Plan – Progress Report", "Police and Crime Plan"],
    ["The board will revise its plan", null],
    ["Delivery of the plan", null],
  ])("reads %s without years as %s", (line, title) => {
    expect(head.plan.undated(line)).toBe(title);
  });
});

describe("theme and period", () => {
  it.each([
    ["COMMISSIONER'S STRATEGIC THEME 2 UPDATE - QRT 1 UPDATE (May 2018)", [2, null, 1, "2018-05"]],
    ["THEME 2: HELPING AND SUPPORTING VICTIMS", [2, "HELPING AND SUPPORTING VICTIMS", null, null]],
    ["Outcome 7. Protecting Vulnerable People", [7, "Protecting Vulnerable People", null, null]],
    ["WORKSTREAM 9 – PREVENTION FIRST", [9, "PREVENTION FIRST", null, null]],
    ["STRATEGIC AIM 8:", [8, null, null, null]],
    ["Theme IV - Clean Air", [4, "Clean Air", null, null]],
    ["Priority Three: Safer Roads", [3, "Safer Roads", null, null]],
    ["PRIORITY 1 - Q3 PROGRESS REPORT (December 2022)", [1, null, 3, "2022-12"]],
    ["Workstream 6 UPDATE - Q1 (June 2021)", [6, null, 1, "2021-06"]],
    ["Theme 2: Safer Streets - Quarter 3 (January 2022)", [2, "Safer Streets", 3, "2022-01"]],
    ["PRIORITY 4: WARM HOMES UPDATE - QRT 2 UPDATE (Oct 2021)", [4, "WARM HOMES", 2, "2021-10"]],
    ["Theme 2: What was done in quarter 3", [2, null, 3, null]],
    ["(Qrt 3)", [null, null, 3, null]],
    ["QRT 4 UPDATE", [null, null, 4, null]],
    ["Third Quarter monitoring statement", [null, null, 3, null]],
    ["4th quarter progress", [null, null, 4, null]],
    ["Quarter Two update, September 2022", [null, null, 2, "2022-09"]],
  ])("reads %s", (line, [theme, title, quarter, month]) => {
    const found = head.period.read(line)?.fields;
    expect([
      found?.themeNumber ?? null,
      found?.themeTitle ?? null,
      found?.quarter ?? null,
      found?.publishedMonth ?? null,
    ]).toEqual([theme, title, quarter, month]);
  });

  it.each([
    ["Q4 2015-16", 4, "Q4 2015-16", 2015],
    ["Q3 2020-21 monitoring statement", 3, "Q3 2020-21", 2020],
    ["Quarter 2 of 2021/22", 2, "Quarter 2 of 2021/22", 2021],
    ["Quarter ended 31 December 2019", 3, "Quarter ended 31 December 2019", 2019],
    ["Quarter ending March 2020", 4, "Quarter ending March 2020", 2019],
    ["July to September 2021", 2, "July to September 2021", 2021],
    ["January – March 2022", 4, "January – March 2022", 2021],
    ["Q3 2019", 3, "Q3", undefined],
  ])("reads the period of %s", (line, quarter, label, year) => {
    const found = head.period.read(line)?.fields;
    expect([found?.quarter, found?.periodLabel, found?.periodYear]).toEqual([quarter, label, year]);
  });

  it.each([
    "Quarters 1 and 2: Q1 and Q2",
    "Progress in Q2 compared with Q1",
    "May to July 2021",
    "Quarter ended 31 October 2019",
    "the third quarter",
    "At the end of Q2 the board asked for a second opinion.",
    "Objective 2.3 Safer homes",
  ])("does not guess a period from %s", (line) => {
    expect(head.period.read(line)?.fields.quarter).toBeUndefined();
  });

  it("does not read the months of the period as the month of publication", () => {
    expect(head.period.read("October to December 2019")?.fields.publishedMonth).toBeUndefined();
  });
});

describe("month and version", () => {
  it.each([
    ["January 2022", "2022-01"],
    ["(May 2018)", "2018-05"],
    ["14 October 2018", "2018-10"],
    ["Published: 23/12/2016", "2016-12"],
    ["Published on 3rd October 2018", "2018-10"],
    ["Report date: September 2022", "2022-09"],
    ["Date: 04.02.2021", "2021-02"],
    ["23/12/2016", null],
    ["Published: 31/11/2016", null],
    ["Minutes of 14 October 2018", null],
    ["Meeting date: 14 October 2018", null],
    ["Actions arising from the board (compiled 4 June 2022)", "2022-06"],
    ["Coast Delivery Plan 2018/19 (as at 23.01.2019)", "2019-01"],
    ["As at 31 March 2020", "2020-03"],
    ["Updated 16 January 2024", "2024-01"],
    ["Last updated: 3/4/2020", "2020-04"],
    ["Register of harbour projects: data, September 2023", "2023-09"],
    ["Harbour programme tracker, May 2021", "2021-05"],
    ["Board meeting, 14 March 2022", null],
    ["Response to the review, March 2022", null],
    ["The plan was updated in March 2022", null],
    ["Paint the hall, due May 2021", null],
  ])("reads the month of %s as %s", (line, month) => {
    expect(head.month(line)?.iso ?? null).toBe(month);
  });

  it.each([
    ["Final", "Final"],
    ["FINAL", "FINAL"],
    ["V1", "V1"],
    ["Version: v1.2", "v1.2"],
    ["Version Final", "Final"],
    ["Draft v0.4", "Draft v0.4"],
    ["Version: 2", "2"],
    ["Draft v0.4 (14 May 2018)", "Draft v0.4"],
    ["Status: Draft", "Draft"],
    ["Final decisions rest with the board", null],
    ["Version control is kept by the clerk", null],
    ["Draft minutes", null],
  ])("reads the version of %s as %s", (line, version) => {
    expect(head.version(line)).toBe(version);
  });
});

describe("overall rating", () => {
  it.each([
    ["STATUS KEY and Results: The overall rating is therefore very good", "very good"],
    ["Overall rating - requires improvement", "requires improvement"],
    ["Overall RAG rating: adequate", "adequate"],
    ["Overall assessment: mixed", "mixed"],
    ["Progress overall is judged to be mixed.", "mixed"],
    ["Overall performance is rated as outstanding.", "outstanding"],
    ["The overall assessment for the quarter is satisfactory.", "satisfactory"],
    ["The partnership's overall rating is good.", "good"],
    ["Overall status: Amber", "Amber"],
    ["Overall rating: Broadly sound", "Broadly sound"],
    ["Overall, the theme is rated good.", "good"],
    ["The overall rating is calculated from the shares below.", null],
    ["Overall rating: see below", null],
    ["Overall progress is discussed in section 4.", null],
    ["The overall rating is unchanged.", null],
    ["Overall 9 of 15 milestones have been met.", null],
    ["Overall performance", null],
  ])("reads %s as %s", (line, rating) => {
    expect(head.rating.rating(line)).toBe(rating);
  });

  it("reads the rule that the rating follows from", () => {
    const line = "A theme is rated good when at least 70% of its deliverables are green.";
    expect(head.rating.basis(line)).toBe(line);
    expect(head.rating.basis("The overall rating is good.")).toBeNull();
  });
});

describe("long lines", () => {
  it.each([
    ["digits", "1".repeat(200_000)],
    ["spaces", `Overall rating${" ".repeat(200_000)}x`],
    ["letters", `Plan ${"a".repeat(200_000)} 2018`],
    ["words", "good rated ".repeat(20_000)],
  ])("of %s are left alone at once", (_, line) => {
    expect([
      head.plan.dated(line),
      head.plan.undated(line),
      head.period.read(line),
      head.month(line),
      head.version(line),
      head.rating.rating(line),
      head.rating.basis(line),
    ]).toEqual([null, null, null, null, null, null, null]);
  });
});

describe("the month of an occasion", () => {
  it.each([
    ["Monitoring report to the Harbour Group, October 2034", "2034-10"],
    ["Update for the Executive Board – November 2032", "2032-11"],
    ["Cabinet, July 2033", "2033-07"],
    ["For the meeting on 22 May 2034", "2034-05"],
    ["Meeting date: 14 January 2035", "2035-01"],
    ["Progress at May 2033", "2033-05"],
    ["Next meeting, September 2034", null],
    ["Minutes of the Board, 3 May 2033", null],
    ["Actions of the board since March 2033", null],
    ["Review of the plan approved March 2033", null],
    ["Harbour Plan, March 2033", null],
    ["Approved by the Executive, July 2031", null],
    ["Strategy adopted by the Harbour Council, March 2029", null],
    ["Agreed at the Quays Board in May 2028", null],
    ["Replaces the list of the Docks Panel, June 2027", null],
    ["Programme of the Docks Board, launched in June 2027", null],
    ["First presented to the Docks Board, June 2027", null],
    ["The board met the group in May 2033.", null],
  ])("of %s is %s", (line, month) => {
    expect(head.monthOfOccasion(line)?.iso ?? null).toBe(month);
  });
});

describe("a plan's title with more beside it", () => {
  it.each([
    ["School Plan 2033-2034: spring term review", "School Plan", 2033, 2034],
    ["School Plan 2033/34 – review for governors, December 2033", "School Plan", 2033, 2034],
    ["Appendix 1: Harbour Strategy 2032-2035", "Harbour Strategy", 2032, 2035],
  ])("is read of %s", (line, title, start, end) => {
    expect(head.plan.dated(line)).toMatchObject({ title, years: { start, end } });
  });

  it("is none where the rest is what is to be done", () => {
    expect(head.plan.dated("Harbour Plan 2033-34: mend the wall by the quay")).toBeNull();
  });

  it("may have a hyphen in a word", () => {
    expect(head.plan.undated("Local Well-being Plan")).toBe("Local Well-being Plan");
  });
});

it("takes no month of a period for that of publication", () => {
  const read = (line: string) => head.period.read(line)?.fields.publishedMonth ?? null;
  expect(read("Performance report: Quarter 3, 2033/34 (October to December 2033)")).toBeNull();
  expect(read("QRT 1 UPDATE - May 2033")).toBe("2033-05");
});
