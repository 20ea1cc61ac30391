import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import type { ExampleRow } from "../../src/audit/example-rows.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import type { Correction } from "../../src/schema/correction.js";
import { raised, SETTINGS } from "./raised.js";

/** Findings of a rule about a report of one row, after a person has corrected the row. */
function raisedOnCorrected(rule: string, row: ExampleRow, field: Correction["field"], value: string, printed: string) {
  const { report, facts } = example({ rows: [row] });
  const by = { by: "J. Ogden", why: "seen", date: "2024-01-31" };
  const correction: Correction = { report: report.report_id, deliverable: "1", field, value, printed, ...by, line: 2 };
  const corrected = correctReport(report, [correction]);
  expect(corrected.outcomes).toEqual([{ line: 2, outcome: "applied", reason: null }]);
  return auditReport(corrected.report, facts, SETTINGS).filter((finding) => finding.rule === rule);
}

describe("a corrected field", () => {
  it("no longer conflicts with the status colour", () => {
    const row: ExampleRow = { rag: "green", painted: "amber" };
    expect(raised("status-conflict", { rows: [row] })).toHaveLength(1);
    expect(raisedOnCorrected("status-conflict", row, "rag", "red", "green")).toEqual([]);
  });

  it("does not count as an organisation repaired in reading", () => {
    const row: ExampleRow = { organisations: ["FORCE"], organisationsPrinted: "F0RCE" };
    expect(raised("organisation-repaired", { rows: [row] })).toHaveLength(1);
    expect(raisedOnCorrected("organisation-repaired", row, "organisations", "OPCC", "FORCE")).toEqual([]);
  });

  it("does not count as an inferred number", () => {
    const row: ExampleRow = { number: "1", inferred: true };
    expect(raised("number-inferred", { rows: [row] })).toHaveLength(1);
    expect(raisedOnCorrected("number-inferred", row, "number", "2", "1")).toEqual([]);
  });
});
