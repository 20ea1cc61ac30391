import { describe, expect, it } from "vitest";
import type { ExampleContent } from "../../src/audit/example.js";
import type { ExampleUpdate } from "../../src/audit/example-rows.js";
import { raised } from "./raised.js";

const QUARTER = ["2019-10-01", "2019-12-31"] as const;
const updated = (updates: readonly ExampleUpdate[], rest: Partial<ExampleContent> = {}): ExampleContent => ({
  rows: [{ updates }],
  ...rest,
});

describe("dates", () => {
  it("raises undated updates once for each row and says how many there are", () => {
    const findings = raised("update-undated", updated([{ text: "One." }, { date: "2019-10-02" }, { text: "Two." }]));
    expect(findings.map((finding) => finding.message)).toEqual(["Row 1 has 3 updates, of which 2 bear no date."]);
  });

  it("reports an impossible date as invalid, not as undated, each time it occurs", () => {
    const content = updated([{ raw: "31.11.19" }, { raw: "30.02.20" }]);
    expect(raised("update-undated", content)).toEqual([]);
    const findings = raised("update-date-invalid", content);
    expect(findings.map((finding) => [finding.finding_id, finding.actual])).toEqual([
      ["example/update-date-invalid/1", "31.11.19"],
      ["example/update-date-invalid/1~2", "30.02.20"],
    ]);
  });
});

describe("a date after the report", () => {
  it.each([
    ["2020-01-31", 0],
    ["2020-02-01", 1],
    ["2020-01", 0],
    ["2020-02", 1],
    ["2020", 0],
    ["2021", 1],
    ["2019-12-31", 0],
  ])("%s in a report of 2020-01 is raised %i times", (date, times) => {
    // The published month decides, even if the quarter is long past.
    const content = updated([{ date }], { published: "2020-01", quarter: ["2015-01-01", "2015-03-31"] });
    expect(raised("update-date-future", content)).toHaveLength(times);
  });

  it.each([
    ["2020-03-02", 62, 0],
    ["2020-03-03", 62, 1],
    ["2020-03", 62, 0],
    ["2020-04", 62, 1],
    ["2020", 62, 0],
    ["2020-01-01", 0, 1],
    ["2019-12-31", 0, 0],
    ["2019-12", 0, 0],
  ])("%s, with %i days allowed after the quarter, is raised %i times", (date, future_days, times) => {
    const findings = raised("update-date-future", updated([{ date }], { quarter: QUARTER }), { future_days });
    expect(findings).toHaveLength(times);
  });

  it("is reported with the number of days after the quarter", () => {
    const [finding] = raised("update-date-future", updated([{ date: "2020-03-03" }], { quarter: QUARTER }));
    expect(finding?.message).toBe(
      "Row 1 has an update dated 2020-03-03, 63 days after the quarter ended on 2019-12-31.",
    );
  });

  it("is not raised if neither month nor quarter is known", () => {
    expect(raised("update-date-future", updated([{ date: "2199-01-01" }]))).toEqual([]);
  });
});

describe("a stale row", () => {
  it.each([
    [[{ date: "2019-09-30" }], 1],
    [[{ date: "2019-10-01" }], 0],
    [[{ date: "2019-10" }], 0],
    [[{ date: "2019-09" }], 1],
    [[{ date: "2019" }], 0],
    [[{ date: "2020-05-05" }, { date: "2018-01-01" }], 0],
    [[{ date: "2018-01-01" }, { text: "Undated." }], 1],
    [[{ text: "Undated." }, { raw: "31.11.19" }], 0],
    [[], 0],
  ])("with updates %j is raised %i times", (updates, times) => {
    expect(raised("update-stale", updated(updates, { quarter: QUARTER }))).toHaveLength(times);
  });

  it("is not raised if the quarter is not known", () => {
    expect(raised("update-stale", updated([{ date: "1999-01-01" }]))).toEqual([]);
  });
});

describe("a repeated update", () => {
  const EIGHT = "One two three four five six seven eight";
  const rowsWith = (...texts: string[][]) => ({
    rows: texts.map((row) => ({ updates: row.map((text) => ({ text })) })),
  });
  const pairs = (content: ExampleContent, repeated_words = 8) =>
    raised("update-repeated", content, { repeated_words }).map((one) => [one.actual, one.expected]);

  it.each([
    ["the same", EIGHT, [["2", "1"]]],
    ["other case, space and punctuation", "ONE — two, three\nfour; five:  six (seven) eight!", [["2", "1"]]],
    ["one word more", `${EIGHT} nine`, []],
    ["words fused", "Onetwo three four five six seven eight", []],
  ])("next to %s (%s) is raised as %j", (_name, text, expected) => {
    expect(pairs(rowsWith([EIGHT], [text]))).toEqual(expected);
  });

  it("is raised from the configured number of words on", () => {
    expect(pairs(rowsWith([EIGHT], [EIGHT]), 9)).toEqual([]);
    expect(pairs(rowsWith(["No change."], ["No change"]), 2)).toEqual([["2", "1"]]);
  });

  it("is raised once for each later row and names the first row that has it", () => {
    const other = "Eight other words that stand under two rows";
    expect(pairs(rowsWith([EIGHT, EIGHT], [other, EIGHT], [EIGHT, other]))).toEqual([
      ["2", "1"],
      ["3", "1"],
    ]);
  });

  it("distinguishes texts without any ASCII letter", () => {
    const greek = "αλφα βητα γαμμα δελτα";
    expect(pairs(rowsWith([greek], ["αλφα βητα γαμμα ωμεγα"], [greek.toUpperCase()]), 4)).toEqual([["3", "1"]]);
  });

  it("names an earlier row without a number by its line", () => {
    const updates = [{ text: EIGHT }];
    const [finding] = raised("update-repeated", {
      rows: [
        { number: null, updates },
        { number: "2", updates },
      ],
    });
    expect(finding).toMatchObject({ expected: null, deliverable_number: "2" });
    expect(finding?.message).toContain("which the unnumbered row on line 2 already has");
  });
});
