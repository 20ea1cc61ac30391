/** Which of several columns of statuses says how the rows stand now. */
import { describe, expect, it } from "vitest";
import type { Column } from "../../../src/parse/columns/column.js";
import { periodOfHeading, qualifierOf } from "../../../src/parse/columns/heading-period.js";
import { chooseStatus, type StatusContext, statusColumnOf } from "../../../src/parse/columns/status-column.js";
import { statusReader } from "../../../src/parse/status.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const STATUS = statusReader(BUILTIN_PROFILE);
const NO_HEADER = { quarter: null, periodLabel: null, publishedMonth: null, isMonthOfOccasion: false };
const column = (heading: string, index: number, role: Column["role"] = "status"): Column => ({
  index,
  heading,
  role,
  period: periodOfHeading(heading),
  qualifier: qualifierOf(heading),
  margin: 4,
});
const cellsOf = (row: string) => ["", ...row.split("|")].map((text) => ({ text }));

/** Columns of statuses after one of titles. */
const choose = (headings: string, rows: readonly string[] = ["G|R", "A|R"], given: Partial<StatusContext> = {}) =>
  chooseStatus(
    [column("Deliverable", 0, "title"), ...headings.split("|").map((heading, at) => column(heading, at + 1))],
    rows.map(cellsOf),
    { header: NO_HEADER, lines: [], statements: [], read: ({ text }) => STATUS.read(text)?.rag ?? null, ...given },
  );
const indexOf = (...given: Parameters<typeof choose>) => choose(...given).index;

it("chooses none where there is none, and the only one", () => {
  const context: StatusContext = { header: NO_HEADER, lines: [], statements: [], read: () => null };
  expect(chooseStatus([column("Deliverable", 0, "title")], [], context)).toMatchObject({ index: null, all: [] });
  expect(indexOf("Previous RAG")).toBe(1);
});

describe("headings that tell", () => {
  it.each([
    ["Previous RAG|Current RAG", 2],
    ["Current RAG|Previous RAG", 1],
    ["Previous RAG|RAG", 2],
    ["RAG|Target RAG", 1],
    ["Overall RAG|Cost RAG|Schedule RAG", 1],
    ["RAG Q1|RAG Q2|RAG", 3],
    ["RAG Q1|Last RAG", 1],
  ])("%s", (headings, index) => {
    expect(indexOf(headings)).toBe(index);
  });

  it("leave it open where two may be meant, and tell which", () => {
    const { index, possible, all } = choose("RAG|Delivery status|Previous RAG");
    expect(index).toBeNull();
    expect(possible.map((each) => each.index)).toEqual([1, 2]);
    expect(all).toHaveLength(3);
  });

  it("leave it open among those of other things, where there are no others", () => {
    expect(choose("Cost RAG|Schedule RAG")).toMatchObject({ index: null, possible: [{ index: 1 }, { index: 2 }] });
  });
});

describe("the report's own period", () => {
  const FULL = ["G|R|A", "A|R|G"];
  it.each([
    ["RAG Q1|RAG Q2|RAG Q3", { ...NO_HEADER, quarter: 2 }, 2],
    ["RAG May 2032|RAG June 2032|RAG July 2032", { ...NO_HEADER, publishedMonth: "2032-06" }, 2],
    ["May RAG|June RAG|July RAG", { ...NO_HEADER, publishedMonth: "2032-07" }, 3],
    ["RAG May 2031|RAG May 2032|RAG July 2032", { ...NO_HEADER, publishedMonth: "2032-05" }, 2],
    ["Spring RAG|Summer RAG|Autumn RAG", { ...NO_HEADER, periodLabel: "Autumn term 2032" }, 3],
    ["RAG Q1|RAG Q2|RAG Q3", { ...NO_HEADER, quarter: 4 }, null],
    ["Previous RAG Q2|RAG Q1|RAG Q3", { ...NO_HEADER, quarter: 2 }, null],
  ])("%s with %o", (headings, header, index) => {
    expect(indexOf(headings, FULL, { header })).toBe(index);
  });
});

describe("a line above the rows", () => {
  it.each([
    ["Autumn|Spring|Summer", ["Development plan: spring term review"], 2],
    ["Autumn|Spring|Summer", ["From the autumn term to the spring term"], 3],
    ["2031|2032|2033", ["Plan for 2032"], 3],
  ])("may name the period of %s: %o", (headings, lines, index) => {
    expect(indexOf(headings, ["G|R|A", "A|R|G"], { lines })).toBe(index);
  });
});

describe("a line above the rows that names a period", () => {
  it.each([
    ["RAG March 2032|RAG September 2032", ["The plan was agreed in March 2032."]],
    ["RAG April|RAG May", ["Some dates may change"]],
    ["Quarter 1 RAG|Quarter 2 RAG", ["Quarter 1 results went to the council"]],
    ["Spring 2032 RAG|Autumn 2032 RAG", ["Minutes of the spring 2032 review"]],
  ])("decides nothing about %s where it is no title of this report: %o", (headings, lines) => {
    expect(choose(headings, ["G|R", "A|R"], { lines })).toMatchObject({ index: 2, isLatest: true });
  });

  it("counts for less than stated counts that agree with one column", () => {
    const statements = [
      { rag: "green", count: 2 },
      { rag: "red", count: 1 },
    ] as const;
    const lines = ["Progress report: May"];
    expect(indexOf("RAG May|RAG June", ["A|G", "G|G", "A|R"], { lines, statements })).toBe(2);
    expect(indexOf("RAG May|RAG June", ["A|G", "G|G", "A|R"], { lines })).toBe(1);
  });

  it("counts as the month of a meeting does: to be looked at where a later column is filled in", () => {
    const header = { ...NO_HEADER, publishedMonth: "2031-07", isMonthOfOccasion: true };
    const chosen = (headings: string) => choose(headings, ["G|R", "A|R"], { header });
    expect(chosen("RAG July 2031|RAG July 2033")).toMatchObject({ index: 1, isLatest: true });
    expect(chosen("RAG April 2031|RAG July 2031")).toMatchObject({ index: 2, isLatest: false });
  });

  it("is to be looked at where a later column is filled in, or where it names several", () => {
    const lines = ["Spring term review"];
    expect(choose("Autumn|Spring|Summer", ["G|R|A", "A|R|G"], { lines })).toMatchObject({ index: 2, isLatest: true });
    expect(choose("Autumn|Spring|Summer", ["G|R|", "A|R|"], { lines })).toMatchObject({ index: 2, isLatest: false });
    const both = { lines: ["Spring and summer term review"] };
    expect(choose("Autumn|Spring|Summer", ["G|R|", "A|R|"], both)).toMatchObject({ index: 2, isLatest: true });
  });
});

describe("columns for one period each, of which nothing says which is meant", () => {
  it.each([
    ["RAG Q1|RAG Q2|RAG Q3", 3],
    ["RAG Q4|RAG Q1|RAG Q2", 3],
    ["RAG Q3|RAG Q2|RAG Q1", 1],
    ["March RAG|December RAG", 2],
    ["December RAG|March RAG", 2],
    ["RAG June 2032|RAG March 2032", 1],
    ["Michaelmas|Lent|Trinity", 3],
    ["RAG 2031/32|RAG 2032/33", 2],
    ["Spring 2032|Autumn 2032", 2],
    ["Autumn 2032|Spring 2032", 1],
    ["Autumn 2031|Winter 2031/32", 2],
    ["Autumn 2031|Spring 2032|Summer 2032", 3],
    ["2031/32 Q2 RAG|2032/33 Q1 RAG", 2],
    ["Q2 31/32|Q1 32/33", 2],
    ["Q1 '32|Q4 '31", 1],
    ["Spring|Summer|Autumn", 3],
  ])("give the latest of %s, and say so", (headings, index) => {
    expect(choose(headings, ["G|R|A", "A|R|G"])).toMatchObject({ index, isLatest: true });
  });

  it.each([
    "RAG Q1|RAG Q3|RAG Q2",
    "RAG Q1|RAG 2031",
    "RAG Q1|RAG",
    "RAG Q1|RAG Q1",
    "Spring|Autumn",
    "Winter 2032|Autumn 2032",
    "Autumn 2031|Spring",
  ])("leave %s open", (headings) => {
    expect(choose(headings, ["G|R|A", "A|R|G"])).toMatchObject({ isLatest: false });
  });
});

describe("columns for one period each", () => {
  it("give the last that is filled in, where all later ones are empty", () => {
    expect(indexOf("RAG Q1|RAG Q2|RAG Q3|RAG Q4", ["G|R||", "A|||"])).toBe(2);
  });

  it.each([
    ["RAG Q4|RAG Q3|RAG Q2|RAG Q1", "G|R|A|", 1],
    ["Summer|Spring|Autumn", "G|R|", 1],
    ["RAG Q4|RAG Q3|RAG Q2|RAG Q1", "||A|G", 3],
  ])("go by time where the latest is printed first: %s with %s", (headings, row, index) => {
    expect(choose(headings, [row, row])).toMatchObject({ index, isLatest: index === 1 });
  });

  it("say that it is not sure where their order is none of time, or the report is for another quarter", () => {
    expect(choose("Q1|Q3|Q2|Q4", ["G|R|A|", "G|R|A|"])).toMatchObject({ index: 3, isLatest: true });
    const header = { ...NO_HEADER, quarter: 4 };
    expect(choose("Q1|Q2|Q3", ["G|R|", "G|R|"], { header })).toMatchObject({ index: 2, isLatest: true });
    expect(choose("Q1|Q2|Q3", ["G|R|", "G|R|"])).toMatchObject({ index: 2, isLatest: false });
  });

  it("leave it open where one of no period stands beside them, or none is filled in", () => {
    expect(indexOf("RAG Q1|RAG|Delivery status", ["G||", "A||"])).toBeNull();
    expect(indexOf("RAG Q1|RAG Q2", ["|", "|"])).toBeNull();
  });
});

describe("stated counts", () => {
  const ROWS = ["G|R", "A|R", "G|G"];
  const stated = (...counts: [rag: "green" | "amber" | "red", count: number][]) =>
    counts.map(([rag, count]) => ({ rag, count }));

  it("choose the one column that agrees with all of them", () => {
    expect(indexOf("RAG|Delivery status", ROWS, { statements: stated(["green", 2], ["amber", 1]) })).toBe(1);
    expect(indexOf("RAG|Delivery status", ROWS, { statements: stated(["green", 1], ["red", 2]) })).toBe(2);
  });

  it("choose none where one count alone agrees, or two columns do", () => {
    expect(indexOf("RAG|Delivery status", ROWS, { statements: stated(["green", 2]) })).toBeNull();
    expect(indexOf("RAG|Delivery status", ROWS, { statements: stated(["green", 2], ["red", 2]) })).toBeNull();
    const same = ["G|A", "A|G"];
    expect(indexOf("RAG|Delivery status", same, { statements: stated(["green", 1], ["amber", 1]) })).toBeNull();
  });
});

describe("columns of one heading of which each row fills one", () => {
  it("are one column, and whichever is filled counts", () => {
    const choice = choose("RAG|RAG", ["G|", "|R", "A|A"]);
    expect(choice.index).toBe(1);
    expect(choice.repeats).toEqual([2]);
    expect(["G|", "|R", "A|A", "|"].map((row) => statusColumnOf(choice, cellsOf(row)))).toEqual([1, 2, 1, 1]);
  });

  it("are several where one row fills them differently", () => {
    expect(choose("RAG|RAG", ["G|", "A|R"])).toMatchObject({ index: null, repeats: [] });
  });
});
