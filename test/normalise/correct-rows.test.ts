/** Corrections that add rows, remove them or date an update: what the report is then, and which do not fit it. */
import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { correctionsOf } from "../../src/audit/corrections.js";
import { example } from "../../src/audit/example.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import { type Correction, faultOf } from "../../src/schema/correction.js";
import { deliverableSchema } from "../../src/schema/tables.js";
import { SETTINGS } from "../audit/raised.js";

const { report, facts } = example({
  stated: { green: "2/3 (67%)", amber: "1/3 (33%)" },
  rows: [
    { number: "1", rag: "green", title: "Reopen the counter" },
    { number: "2", rag: "amber", title: "Light the path", updates: [{ date: "2022-09-05" }] },
  ],
});

let line = 1;
const make = (deliverable: string, field: Correction["field"], value: string, printed = ""): Correction => ({
  ...{ report: report.report_id, deliverable, field, value, printed },
  ...{ by: "J. Ogden", why: "seen", date: "2024-01-31", line: ++line },
});

describe("a row that is added", () => {
  const added = correctReport(report, [
    make("3", "title", "Print the leaflet"),
    make("3", "row", "add after 2 on page 4"),
    make("3", "rag", "green"),
    make("3", "organisations", "MC"),
  ]);

  it("has its fields from further corrections, its place, and who added it", () => {
    expect(added.outcomes.map(({ outcome }) => outcome)).toEqual(["applied", "applied", "applied", "applied"]);
    const row = added.report.deliverables[2];
    expect(row).toMatchObject({
      deliverable_id: `${report.report_id}#3`,
      number: "3",
      title: "Print the leaflet",
      rag: "green",
      organisations: ["MC"],
      page: 4,
      bbox: null,
      review_reasons: ["corrected"],
    });
    expect(deliverableSchema.safeParse(row).success).toBe(true);
    expect(correctionsOf(added.report).map(({ text }) => text)).toContain(
      "Row 3 was added (J. Ogden, 2024-01-31: seen)",
    );
  });

  it("is counted", () => {
    expect(added.report).toMatchObject({ deliverable_count: 3, rows_min: 3, rows_max: 3 });
    expect(added.report.stated_counts[0]).toMatchObject({
      counted_min: 2,
      counted_total: 3,
      verdict: "confirmed",
      uncorrected_verdict: "contradicted",
    });
    const rules = auditReport(added.report, facts, SETTINGS).map(({ rule }) => rule);
    expect(rules).not.toContain("total-mismatch");
    expect(rules).toContain("update-missing");
  });

  it("may come first, and after another that is added", () => {
    const { deliverables } = correctReport(report, [make("0", "row", "add"), make("0a", "row", "add after 0")]).report;
    expect(deliverables.map(({ number }) => number)).toEqual(["0", "0a", "1", "2"]);
  });

  it("is stale where the report has it now, and unknown where the row before it is gone", () => {
    const { report: same, outcomes } = correctReport(report, [
      make("2", "row", "add after 1"),
      make("9", "row", "add after 8"),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stale", "unknown"]);
    expect(same.deliverables).toEqual(report.deliverables);
  });
});

describe("a row that is removed", () => {
  it("is not counted any more, and the report says what it was", () => {
    const { report: left, outcomes } = correctReport(report, [make("1", "row", "remove", "Reopen the counter")]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied"]);
    expect(left).toMatchObject({ deliverable_count: 1, rows_max: 1 });
    expect(left.repairs.at(-1)).toMatchObject({ field: "row", raw: "1 Reopen the counter", value: "remove" });
    expect(correctionsOf(left).map(({ text }) => text)).toEqual([
      'The row "1 Reopen the counter" was removed (J. Ogden, 2024-01-31: seen)',
    ]);
  });

  it("stays where its title is another now", () => {
    const { report: same, outcomes } = correctReport(report, [make("1", "row", "remove", "Reopen the desk")]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stale"]);
    expect(same.deliverables).toHaveLength(2);
  });
});

describe("an update's date", () => {
  const printed = report.deliverables[1]?.updates[0]?.date_raw ?? "";
  const name = `${report.report_id}#2/1`;

  it("is what a person says, and the row's latest date goes by it", () => {
    const { report: dated, outcomes } = correctReport(report, [make(name, "date", "2022-10-05", printed)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied"]);
    const row = dated.deliverables[1];
    expect(row).toMatchObject({ latest_update: "2022-10-05", review_reasons: ["corrected"] });
    expect(row?.updates[0]).toMatchObject({ date: "2022-10-05", date_precision: "day", date_raw: printed || null });
    expect(correctionsOf(dated)[0]).toMatchObject({ deliverable_number: "2", field: "date", after: "2022-10-05" });
  });

  it("is not changed where another is printed, or there is no such update", () => {
    const { outcomes } = correctReport(report, [
      make(name, "date", "2022-10-05", "another"),
      make("2/7", "date", "2022-10-05", ""),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stale", "unknown"]);
  });
});

it.each([
  ["9", "row", "add after 8", true],
  ["9", "row", "add after 8 on page 3", true],
  ["9", "row", "add on line 12", true],
  ["9", "row", "remove", true],
  ["9", "row", "added", false],
  ["9", "row", "add after", false],
  ["9", "row", "add after 8 on page 0", false],
  ["", "row", "remove", false],
  ["9/1", "date", "2024-02", true],
  ["9/1", "date", "2024-02-31", false],
  ["9", "date", "2024-02-28", false],
])("of %j lets %s be %j: %s", (deliverable, field, value, isFit) => {
  expect(faultOf(deliverable, field, value) === null).toBe(isFit);
});

it.each([
  ["G", "G is green"],
  ["Amber", "Amber is amber"],
  ["P", "give one of green, amber"],
])("says what is meant by the status %s", (value, said) => {
  expect(faultOf("1", "rag", value)).toContain(said);
});
