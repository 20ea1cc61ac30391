/** Which reasons to doubt a row or report are settled by corrections, a confirmation among them, and which are left. */
import { describe, expect, it } from "vitest";
import { example } from "../../src/audit/example.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import { printedInReport, printedInRow } from "../../src/normalise/printed-value.js";
import type { CorrectedField, Correction } from "../../src/schema/correction.js";
import type { Report } from "../../src/schema/dataset.js";
import type { ReportReason, RowReason } from "../../src/schema/reasons.js";

type Corrected = readonly [field: CorrectedField, value: string];

const make = (deliverable: string, field: CorrectedField, value: string, printed: string): Correction => ({
  ...{ report: "example", deliverable, field, value, printed, line: 2 },
  ...{ by: "J. Ogden", why: "Confirmed as read", date: "2024-01-31" },
});

/** The reasons of a row after corrections. */
function reasonsOfRow(reasons: readonly RowReason[], ...corrected: readonly Corrected[]): readonly string[] {
  const { report } = example({ rows: [{ title: "Mend the weir", reasons }] });
  const [row] = report.deliverables;
  if (row === undefined) throw new Error("the example has a row");
  const corrections = corrected.map(([field, value]) => make("1", field, value, printedInRow(row, field)));
  const { report: after, outcomes } = correctReport(report, corrections);
  expect(outcomes.every(({ outcome }) => outcome === "applied")).toBe(true);
  return after.deliverables[0]?.review_reasons ?? [];
}

describe("a reason of a row", () => {
  it.each<[RowReason, CorrectedField, string]>([
    ["column-doubtful", "title", "Mend the weir"],
    ["title-repaired", "title", "Mend the weir"],
    ["organisation-unsure", "organisations", "FORCE"],
    ["organisations-repaired", "organisations", "FORCE"],
    ["number-repaired", "number", "1"],
    ["rag-repaired", "rag", "green"],
    ["status-doubtful", "rag", "green"],
  ])("%s is settled where its field is confirmed", (reason, field, value) => {
    expect(reasonsOfRow([reason], [field, value])).toEqual(["corrected"]);
  });

  it.each<[RowReason, CorrectedField, string]>([
    ["status-doubtful", "title", "Mend the weirs"],
    ["status-conflict", "organisations", "MC"],
    ["title-repaired", "rag", "red"],
    ["organisation-unsure", "number", "2"],
    ["update-date-unsure", "rag", "red"],
    ["recognised", "rag", "red"],
  ])("%s is left where another field is corrected", (reason, field, value) => {
    expect(reasonsOfRow([reason], [field, value])).toContain(reason);
  });

  it("about the whole row is settled once all of it is confirmed, but not that its updates are missing", () => {
    const all = [
      ["rag", "green"],
      ["number", "1"],
      ["organisations", "FORCE"],
    ] as const;
    expect(reasonsOfRow(["recognised-doubtful"], ...all)).toContain("recognised-doubtful");
    expect(reasonsOfRow(["recognised-doubtful"], ...all, ["title", "Mend the weir"])).toEqual(["corrected"]);
    expect(reasonsOfRow(["updates-not-split"], ...all, ["title", "Mend the weir"])).toContain("updates-not-split");
  });

  it("is given where a person says that there is no such value", () => {
    expect(reasonsOfRow([], ["rag", ""], ["title", ""], ["organisations", ""])).toEqual([
      ...["status-unknown", "organisation-missing", "title-missing", "corrected"],
    ]);
  });
});

/** The reasons of a report after a correction of its field. */
function reasonsOfReport(reasons: readonly ReportReason[], field: CorrectedField, value: string): readonly string[] {
  const report: Report = { ...example({ rows: [{}] }).report, review_reasons: [...reasons] };
  return correctReport(report, [make("", field, value, printedInReport(report, field))]).report.review_reasons;
}

it("a plan that was named by its size is settled where its name is confirmed", () => {
  const { plan_title } = example({ rows: [{}] }).report;
  expect(reasonsOfReport(["plan-by-size"], "plan_title", plan_title ?? "")).toEqual(["corrected"]);
  expect(reasonsOfReport(["plan-by-size"], "version", "2")).toContain("plan-by-size");
  expect(reasonsOfReport(["plan-missing"], "theme_title", "Roads")).toContain("plan-missing");
  expect(reasonsOfReport([], "plan_title", "")).toContain("plan-missing");
});
