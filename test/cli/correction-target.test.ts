/** Rows that `ragtally correct` takes: those of the dataset, and those that the file adds, by number or deliverable_id. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/audit/example.js";
import { targetOf } from "../../src/cli/correction-target.js";
import type { Correction } from "../../src/schema/correction.js";
import type { Dataset } from "../../src/schema/dataset.js";

const { report } = example({ rows: [{ number: "1" }, { number: "2" }] });
const dataset = { reports: [report], files: [], tracks: [] } as unknown as Dataset;
const adding = (deliverable: string): Correction => ({
  ...{ report: report.report_id, deliverable, field: "row", value: "add after 2", printed: "" },
  ...{ by: "J. Ogden", why: "missing", date: "2024-01-31", line: 2 },
});
const target = (row: string, made: readonly Correction[]) => targetOf(dataset, made, report.report_id, row, "title");

describe("a row that the file adds", () => {
  const id = `${report.report_id}#3`;
  it.each([
    ["3", "3"],
    ["3", id],
    [id, "3"],
  ])("as %s is known as %s", (added, asked) => {
    expect(target(asked, [adding(added)])).toEqual({ report: report.report_id, deliverable: asked });
  });

  it("is not known as another", () => {
    expect(() => target("4", [adding("3")])).toThrow('has no row "4"');
    expect(() => target(id, [])).toThrow("has no row");
  });
});
