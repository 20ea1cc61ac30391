import { describe, expect, it } from "vitest";
import { historyOf, tracked } from "../../src/internal.js";
import type { Report } from "../../src/schema/dataset.js";
import { lateRows } from "../../src/track/history.js";
import { inFiles } from "../audit/audit-example.js";
import { datasetOf } from "../export/dataset-of.js";
import { reportOf, titled } from "./followed.js";

const history = async (reports: readonly Report[]) => historyOf(await datasetOf(tracked(inFiles(reports))));

describe("a history", () => {
  it("has a cell for each report, null where the deliverable is not in it", async () => {
    const [plan] = await history([
      reportOf(1, { rows: [{ title: "Buy a boat" }, { title: "Light the path", rag: null }] }),
      reportOf(2, { rows: [{ title: "Light the path", rag: "red" }] }),
      reportOf(3, {
        rows: [
          { title: "Light the path", rag: "amber" },
          { title: "Buy a boat", rag: "blue" },
        ],
      }),
    ]);
    expect(plan?.periods.map(({ label }) => label)).toEqual(["Q1 2019-20", "Q2 2019-20", "Q3 2019-20"]);
    expect(
      plan?.tracks.map(({ title, cells }) => [title, cells.map((cell) => (cell === null ? null : cell.rag))]),
    ).toEqual([
      ["Light the path", [null, "red", "amber"]],
      ["Buy a boat", ["green", null, "blue"]],
    ]);
    expect(plan?.tracks[0]?.cells[0]).toMatchObject({ number: "2", rag: null });
    expect(plan?.tracks[1]?.cells[1]).toBeNull();
  });

  it("has only the changes of each deliverable, even if several have the same number", async () => {
    const [plan] = await history([
      reportOf(1, {
        rows: [
          { number: "1", title: "Buy a boat" },
          { number: "1", title: "Light the river path" },
          { number: "1", title: "Plant a thousand trees" },
        ],
      }),
      reportOf(2, { rows: [{ number: "1", title: "Light the river path", rag: "red" }] }),
    ]);
    expect(
      plan?.tracks.map(({ title, changes }) => [title, changes.map(({ rule, periodIndex }) => [rule, periodIndex])]),
    ).toEqual([
      ["Light the river path", [["status-regressed", 1]]],
      ["Buy a boat", [["deliverable-dropped", 1]]],
      ["Plant a thousand trees", [["deliverable-dropped", 1]]],
    ]);
    expect(plan?.tracks[1]?.changes[0]?.message).toContain('"Buy a boat"');
  });

  it("counts rows with late updates alike where the rule about them is switched off, and not where the period is unknown", async () => {
    const rows = [
      { updates: [{ date: "2019-06" }] },
      { updates: [{ date: "2019-06" }, { date: "2019-07" }] },
      { updates: [] },
    ];
    const reports = [reportOf(2, { rows }), reportOf(3, { rows })];
    const off = reports.map((report) => ({
      ...report,
      findings: report.findings.filter(({ rule }) => rule !== "update-stale"),
    }));
    for (const given of [reports, off]) {
      const [plan] = await history(given);
      expect(plan?.periods.map(({ late_rows, undated_rows }) => [late_rows, undated_rows])).toEqual([
        [1, 1],
        [2, 1],
      ]);
    }
    expect(lateRows({ ...reportOf(2, { rows }), period_start: null })).toBeNull();
  });

  it("is sorted by plan and theme number", async () => {
    const theme = (theme_number: number, quarter: number) =>
      reportOf(quarter, { rows: titled(["Buy a boat"]) }, { theme_number, report_id: `t${theme_number}-${quarter}` });
    const plans = await history([10, 2, 1].flatMap((number) => [theme(number, 1), theme(number, 2)]));
    expect(plans.map(({ theme_number }) => theme_number)).toEqual([1, 2, 10]);
  });

  it("separates two plans of the same name", async () => {
    const [one, other] = [
      ["Buy a boat", "Light the river path"],
      ["Plant a thousand trees", "Clear the canal"],
    ];
    const plans = await history([
      reportOf(1, { rows: titled(one ?? []) }, { report_id: "a1" }),
      reportOf(1, { rows: titled(other ?? []) }, { report_id: "b1" }),
      reportOf(2, { rows: titled(one ?? []) }, { report_id: "a2" }),
      reportOf(2, { rows: titled(other ?? []) }, { report_id: "b2" }),
    ]);
    expect(plans.map(({ periods }) => periods.map(({ report_id }) => report_id))).toEqual([
      ["a1", "a2"],
      ["b1", "b2"],
    ]);
  });

  it("is empty where nothing is tracked", async () => {
    expect(await history([reportOf(1, { rows: titled(["Buy a boat"]) })])).toEqual([]);
  });
});
