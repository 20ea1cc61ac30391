import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import type { Claim } from "../../src/audit/view.js";
import { halfUp, isReachable, readPercent, showShare, truncated } from "../../src/model/percent.js";
import { auditContent, raised, SETTINGS } from "./raised.js";

const green = (raw: string, rows = 0) => ({ rows: rowsOf("A".repeat(rows)), stated: { green: raw } });

describe("a stated percentage", () => {
  it.each([
    ["1/8 (13%)", null],
    ["1/8 (12.5%)", null],
    ["8/14 (57.1%)", null],
    ["0/0 (0%)", null],
    ["0/15 (0%)", null],
    ["8/20 (46%)", "8 out of 20 is 40%"],
    ["1/8 (14%)", "1 out of 8 is 12.5%"],
    ["1/3 (34.4%)", "1 out of 3 is 33.333%"],
    ["0/0 (50%)", "no percentage follows from 0 out of 0"],
    ["3/0 (0%)", "no percentage follows from 3 out of 0"],
    ["1/100 (2%)", "1 out of 100 is 1%"],
  ])("%s is contradicted because %s", (raw, reason) => {
    const messages = raised("percent-mismatch", green(raw)).map((finding) => finding.message);
    expect(messages).toEqual(reason === null ? [] : [`The report states ${raw} green, but ${reason}.`]);
  });

  it.each([
    ["1/8 (12%)", "13%", "it was cut off (truncated), not rounded"],
    ["8/14 (57.2%)", "57.1%", "it was rounded up"],
    ["2/3 (66.6%)", "66.7%", "it was cut off (truncated), not rounded"],
    ["2/3 (66.1%)", "66.7%", "it is neither rounded nor cut off"],
  ])("%s rounds to %s: %s", (raw, expected, reason) => {
    const [finding] = raised("percent-rounding", green(raw));
    expect(finding?.expected).toBe(expected);
    expect(finding?.message.endsWith(`rounds half up to ${expected}: ${reason}.`)).toBe(true);
    expect(raised("percent-mismatch", green(raw))).toEqual([]);
  });

  it.each(["1/8 (13%)", "1/8 (12.5%)", "2/3 (66.67%)", "8/20 (46%)", "0/0 (0%)"])(
    "%s is not reported as a rounding error",
    (raw) => {
      expect(raised("percent-rounding", green(raw))).toEqual([]);
    },
  );

  it("is compared with the number of rows if no total is stated, and with nothing if there are no rows", () => {
    const [finding] = raised("percent-mismatch", green("8 (57%)", 16));
    expect(finding?.message).toBe("The report states 8 (57%) green, but 8 out of the 16 rows is 50%.");
    expect(raised("percent-mismatch", green("8 (57%)", 14))).toEqual([]);
    expect(raised("percent-mismatch", green("8 (57%)", 0))).toEqual([]);
  });

  it.each([
    ["46%", 20, true],
    ["45%", 20, false],
    ["12%", 8, false],
    ["13%", 8, false],
    ["14%", 8, true],
    ["0%", 3, false],
    ["100%", 3, false],
    ["101%", 3, true],
    ["33.4%", 3, true],
    ["33.3%", 3, false],
    ["46%", 0, false],
  ])("%s of %i rows is impossible: %s", (raw, rows, impossible) => {
    expect(raised("percent-impossible", green(raw, rows))).toHaveLength(impossible ? 1 : 0);
  });
});

describe("exact arithmetic", () => {
  it("finds the same percentages reachable as trying every count does", () => {
    for (let rows = 1; rows <= 40; rows++) {
      for (const scale of [1, 10]) {
        const reached = new Set<number>();
        for (let count = 0; count <= rows; count++) {
          reached.add(halfUp(count, rows, scale)).add(truncated(count, rows, scale));
        }
        for (let scaled = 0; scaled <= 102 * scale; scaled++) {
          const reachable = isReachable({ scaled, scale, text: "" }, rows);
          if (reachable !== reached.has(scaled)) expect.fail(`${scaled}/${scale} of ${rows} rows`);
        }
      }
    }
  });

  it.each([
    [1, 8, 1, 13],
    [1, 200, 1, 1],
    [3, 200, 1, 2],
    [57, 1000, 10, 57],
    [0, 7, 10, 0],
    [7, 7, 100, 10000],
  ])("%i out of %i at scale %i rounds to %i", (count, total, scale, expected) => {
    expect(halfUp(count, total, scale)).toBe(expected);
  });

  it.each([
    [5, 12, "41.67%"],
    [1, 8, "12.5%"],
    [2, 5, "40%"],
    [0, 5, "0%"],
    [3, 2, "150%"],
  ])("shows %i out of %i as %s", (count, total, text) => {
    expect(showShare(count, total, 1)).toBe(text);
  });
});

describe("the printed precision", () => {
  const [stated] = example({ rows: [], stated: { green: "1/2 (50%)" } }).report.stated_counts;

  it.each([
    ["8/14 (57.0%)", 57, "57.0%", 10],
    ["Of the 14, 8 (57%) are green, 4 (29%) amber", 29, "29%", 1],
    ["8 (57,1 %)", 57.1, "57.1%", 10],
    ["8 (57 per cent)", 57, "57%", 1],
    ["eight (57)", 57.1, "57.1%", 10],
    ["0/0 (0%)", 0, "0%", 1],
  ])("of %s for %d is read as %s", (stated_raw, stated_percent, text, scale) => {
    if (stated === undefined) throw new Error("the example states no count");
    expect(readPercent({ ...stated, stated_raw, stated_percent })).toMatchObject({ text, scale });
  });
});

describe("a share of something other than the rows", () => {
  const claim = {
    raw: "so many",
    count: 33,
    countLimit: "exact",
    total: 60,
    percent: "54",
    percentLimit: "exact",
  } as const;
  const rulesOf = (one: Partial<Claim>) =>
    auditContent({ rows: rowsOf("G"), claims: [{ ...claim, ...one }] }).map(({ rule }) => rule);

  it.each([
    [{}, ["percent-mismatch", "percent-impossible"]],
    [{ percent: "55" }, []],
    [{ count: 31, total: 46, percent: "67" }, []],
    [{ count: 31, total: 46, percent: "67.4" }, []],
    [{ count: 31, total: 46, percent: "67.3" }, ["percent-rounding"]],
    [{ count: 31, total: 46, percent: "68" }, ["percent-rounding", "percent-impossible"]],
    [{ count: 9, total: 20, percent: "45" }, []],
    [{ count: 4, total: 7, percent: "57" }, []],
    [{ count: 4, total: 7, percent: "57.0" }, ["percent-rounding", "percent-impossible"]],
    [{ count: 2, total: 150, percent: "1", percentLimit: "below" }, ["percent-mismatch"]],
    [{ count: 1, total: 150, percent: "1", percentLimit: "below" }, []],
    [{ count: 5, countLimit: "below", percent: "8" }, ["percent-mismatch"]],
    [{ count: 6, countLimit: "below", percent: "8" }, []],
    [{ count: 5, countLimit: "at-least", percent: "8" }, []],
    [{ count: 47, countLimit: "below", total: 600, percent: "8" }, []],
    [{ count: 45, countLimit: "below", total: 600, percent: "8" }, ["percent-mismatch"]],
    [{ count: 5, countLimit: "below", percent: "10", percentLimit: "below" }, []],
  ] as const)("%j raises %j", (one, rules) => {
    expect(rulesOf(one)).toEqual(rules);
  });

  it("is not reported if no total is stated and a missing row number could explain it", () => {
    const gap = [{ number: "1" }, { number: "2" }, { number: "4", rag: "red" as const }];
    const rulesWith = (green: string) =>
      auditContent({ rows: gap, stated: { green } })
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith("percent-"));
    expect(rulesWith("2 (50%)")).toEqual([]);
    expect(rulesWith("2 (67%)")).toEqual([]);
    expect(rulesWith("2 (40%)")).toEqual(["percent-mismatch", "percent-impossible"]);
    expect(rulesWith("2/3 (50%)")).toEqual(["percent-mismatch", "percent-impossible"]);
  });

  it("is quoted as printed, with the number of its row", () => {
    const { report, facts } = example({ rows: rowsOf("G"), claims: [claim] });
    const claims = facts.claims.map((one) => ({ ...one, number: "1" }));
    const [finding] = auditReport(report, { ...facts, claims }, SETTINGS);
    expect(finding?.message).toBe('The report states "so many", but 33 out of 60 is 55%.');
    expect(finding).toMatchObject({ deliverable_number: "1", rag: null, expected: "55%", actual: "54%" });
  });
});
