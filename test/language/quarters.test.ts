import { describe, expect, it } from "vitest";
import { periodOf, type StatedPeriod } from "../../src/language/quarters.js";

const EMPTY: StatedPeriod = {
  quarter: null,
  periodYear: null,
  publishedMonth: null,
  planStartYear: null,
  planEndYear: null,
};
const period = (head: Partial<StatedPeriod>) => periodOf({ ...EMPTY, ...head });

describe("periodOf", () => {
  it.each([
    [1, "2018-04-01", "2018-06-30"],
    [2, "2018-07-01", "2018-09-30"],
    [3, "2018-10-01", "2018-12-31"],
    [4, "2019-01-01", "2019-03-31"],
  ])("puts quarter %i of a one-year plan of 2018 to 2019 in the April to March year", (quarter, start, end) => {
    expect(period({ quarter, planStartYear: 2018, planEndYear: 2019 })).toEqual({ start, end });
  });

  it.each([
    [3, "2019-12", "2019-10-01"],
    [3, "2020-02", "2019-10-01"],
    [4, "2020-03", "2020-01-01"],
    [4, "2020-05", "2020-01-01"],
    [1, "2020-04", "2020-04-01"],
    [1, "2020-07", "2020-04-01"],
    [4, "2020-12", "2020-01-01"],
  ])("dates quarter %i by the month %s in which it was published", (quarter, publishedMonth, start) => {
    expect(period({ quarter, publishedMonth })?.start).toBe(start);
  });

  it("never begins a quarter after its own publication", () => {
    for (let month = 1; month <= 12; month += 1)
      for (const quarter of [1, 2, 3, 4]) {
        const publishedMonth = `2021-${String(month).padStart(2, "0")}`;
        const start = period({ quarter, publishedMonth })?.start.slice(0, 7) ?? "";
        expect(start <= publishedMonth, `Q${quarter} of ${publishedMonth} begins ${start}`).toBe(true);
      }
  });

  it("prefers the year that the period itself names", () => {
    const head = { quarter: 2, periodYear: 2021, publishedMonth: "2019-10", planStartYear: 2018, planEndYear: 2019 };
    expect(period(head)).toEqual({ start: "2021-07-01", end: "2021-09-30" });
  });

  it.each([
    ["no quarter", { publishedMonth: "2019-12" }],
    ["no year", { quarter: 2 }],
    ["a plan of several years alone", { quarter: 2, planStartYear: 2018, planEndYear: 2021 }],
    ["a plan of one calendar year alone", { quarter: 2, planStartYear: 2018, planEndYear: 2018 }],
  ])("gives no days where there is %s", (_, head) => {
    expect(period(head)).toBeNull();
  });
});
