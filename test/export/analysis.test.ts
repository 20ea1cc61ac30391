import { describe, expect, it } from "vitest";
import { PlanProgress, statusByPeriod } from "../../src/export/analysis.js";
import { outlineOf } from "../../src/model/outline.js";
import { planProgressSchema, statusByPeriodSchema } from "../../src/schema/analysis-tables.js";
import type { Report } from "../../src/schema/dataset.js";
import { makeReport } from "./reports.js";

/** Rows are green and unreadable by turns; "Green 2/2 (100%)" is stated. */
const outline = (name: string, rows: number, changes: Partial<Report> = {}) =>
  outlineOf({ ...makeReport(name, { rows }), plan_id: "harbour", ...changes });

describe("statuses by report", () => {
  it("have their share of all rows beside what is stated, and rows without a status", () => {
    const rows = statusByPeriod(outline("a", 3));
    expect(rows.map((row) => statusByPeriodSchema.parse(row))).toEqual(rows);
    expect(rows).toMatchObject([
      { rag: "green", row_count: 2, row_total: 3, row_percent: 66.7, stated_count: 2, stated_percent: 100 },
      { rag: null, row_count: 1, row_total: 3, row_percent: 33.3, stated_count: null, verdict: null },
    ]);
  });

  it("keep a stated status that no row has", () => {
    expect(statusByPeriod(outline("a", 0))).toMatchObject([
      { rag: "green", row_count: 0, row_percent: null, stated_count: 2, verdict: "undetermined" },
    ]);
  });

  it("add what is stated under several names, and take no side where a figure is stated twice", () => {
    const [stated] = makeReport("a").stated_counts;
    const counts = (...figures: [label: string, count: number | null][]) => ({
      stated_counts: figures.flatMap(([label, stated_count]) =>
        stated === undefined ? [] : [{ ...stated, label, stated_count }],
      ),
    });
    const first = (changes: Partial<Report>) => statusByPeriod(outline("a", 3, changes))[0];
    expect(first(counts(["Green", 2], ["Complete", 1]))).toMatchObject({ stated_count: 3, stated_percent: null });
    expect(first(counts(["Green", 2], ["Complete", null]))).toMatchObject({ stated_count: null });
    expect(first(counts(["Green", 2], ["Green", 2]))).toMatchObject({ stated_count: 2, stated_percent: 100 });
    expect(first(counts(["Green", 2], ["Green", 1]))).toMatchObject({ stated_count: null });
  });

  it("leave out a report that a later version replaces", () => {
    expect(statusByPeriod(outline("a", 3, { superseded_by: "b" }))).toEqual([]);
  });
});

describe("the progress of plans", () => {
  it("sums the themes of a plan in a period, by plan and period in order", () => {
    const progress = new PlanProgress();
    progress.add(outline("c", 2, { period_start: "2020-01-01" }));
    progress.add(outline("a", 3));
    progress.add(outline("b", 2));
    const rows = progress.rows();
    expect(rows.map((row) => planProgressSchema.parse(row))).toEqual(rows);
    expect(rows).toMatchObject([
      { period_start: "2019-10-01", report_count: 2, row_count: 5, green: 3, unreadable: 2, green_percent: 60 },
      { period_start: "2020-01-01", report_count: 1, row_count: 2, green: 1, amber_green: 0, green_percent: 50 },
    ]);
  });

  it("leaves out reports whose plan or period is not known, and replaced ones", () => {
    const progress = new PlanProgress();
    progress.add(outline("a", 3, { plan_id: null }));
    progress.add(outline("b", 3, { period_start: null }));
    progress.add(outline("c", 3, { superseded_by: "d" }));
    expect(progress.rows()).toEqual([]);
  });
});
