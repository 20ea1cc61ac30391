/** Corrections that add rows, remove them or date an update: what the report is then, and which do not fit it. */
import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { correctionsOf } from "../../src/audit/corrections.js";
import { example } from "../../src/audit/example.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import { updateNamed } from "../../src/normalise/correct-updates.js";
import { type Correction, faultOf } from "../../src/schema/correction.js";
import { deliverableSchema, residueSchema } from "../../src/schema/tables.js";
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

  it("is told to name the row before it by its deliverable_id where several have the number", () => {
    const [first, second] = report.deliverables;
    const twice = { ...report, deliverables: [first, { ...second, number: "1" }] } as typeof report;
    expect(correctReport(twice, [make("3", "row", "add after 1")]).outcomes[0]?.reason).toMatch(
      /cannot come after row "1": several rows .* such as \S+#2$/,
    );
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

describe("several rows that are added or removed", () => {
  const numbers = (...corrections: Correction[]) =>
    correctReport(report, corrections).report.deliverables.map(({ number }) => number);

  it("are where they belong whatever the order of their lines", () => {
    expect(
      numbers(make("C", "row", "add after B"), make("B", "row", "add after A"), make("A", "row", "add after 1")),
    ).toEqual(["1", "A", "B", "C", "2"]);
    expect(numbers(make("2", "row", "remove", "Light the path"), make("3", "row", "add after 2"))).toEqual(["1", "3"]);
  });

  it("are not applied where each comes after the other", () => {
    const { outcomes } = correctReport(report, [make("A", "row", "add after B"), make("B", "row", "add after A")]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["unknown", "unknown"]);
  });

  it("come after one of two rows of a number once the other is removed", () => {
    const [first, second] = report.deliverables.map((row) => ({ ...row, number: "1" }));
    const id = `${report.report_id}#1~2`;
    const twice = { ...report, deliverables: [first, { ...second, deliverable_id: id }] } as typeof report;
    const { report: left } = correctReport(twice, [
      make("3", "row", "add after 1"),
      make(id, "row", "remove", "Light the path"),
    ]);
    expect(left.deliverables.map(({ deliverable_id }) => deliverable_id)).toEqual([
      first?.deliverable_id,
      `${report.report_id}#3`,
    ]);
  });

  it.each(["unnumbered", "1~2"])("cannot have the deliverable_id of another: %s", (name) => {
    const [first, ...others] = report.deliverables;
    const other = { ...first, number: null, deliverable_id: `${report.report_id}#${name}` };
    const { report: same, outcomes } = correctReport({ ...report, deliverables: [other, ...others] } as typeof report, [
      make(name, "row", "add after 2"),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stale"]);
    expect(same.deliverables).toHaveLength(2);
  });
});

describe("a row that is removed", () => {
  it("leaves its words in the residue, with those of its updates", () => {
    const [first, second] = report.deliverables;
    const repairs = [{ field: "title", raw: "Light\nthe path", value: "Light the path" }];
    const row = { ...second, organisations_raw: "MC & police", repairs } as typeof second;
    const { report: left } = correctReport({ ...report, deliverables: [first, row] } as typeof report, [
      make("2", "row", "remove", "Light the path"),
    ]);
    const texts = left.residue.filter(({ reason }) => reason === "removed").map(({ text }) => text);
    expect(texts).toEqual([
      ["2", "MC & police", "Light the path", row?.rag_raw, "Light\nthe path"].join("\t"),
      [second?.updates[0]?.heading ?? second?.updates[0]?.date_raw, second?.updates[0]?.text]
        .filter(Boolean)
        .join("\t"),
    ]);
    expect(left.residue.every((piece) => residueSchema.safeParse(piece).success)).toBe(true);
  });

  it("is known by its title whatever white space is in it", () => {
    const [first, second] = report.deliverables;
    const spaced = { ...report, deliverables: [first, { ...second, title: "Light  the\npath" }] } as typeof report;
    const { outcomes } = correctReport(spaced, [make("2", "row", "remove", "Light the path")]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied"]);
  });

  it("is named as the reason where another correction is about it", () => {
    const { outcomes } = correctReport(report, [
      make("2", "row", "remove", "Light the path"),
      make("2", "title", "Light it"),
      make("2/1", "date", "", "05.09.22"),
      make("8", "title", "Light it"),
    ]);
    expect(outcomes.map(({ reason }) => reason)).toEqual([
      null,
      "another correction removes its row",
      "another correction removes its row",
      "the report has no such row",
    ]);
  });

  it("is missed where it was the last one, until another is added", () => {
    const removals = [make("1", "row", "remove", "Reopen the counter"), make("2", "row", "remove", "Light the path")];
    expect(correctReport(report, removals).report).toMatchObject({
      deliverable_count: 0,
      review_reasons: expect.arrayContaining(["rows-missing"]),
    });
    const { review_reasons } = correctReport(report, [...removals, make("3", "row", "add after 2")]).report;
    expect(review_reasons).not.toContain("rows-missing");
  });

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

  it("leaves the row doubtful while another of its dates is", () => {
    const updates = [1, 2].map((sequence) => ({
      ...report.deliverables[1]?.updates[0],
      ...{ update_id: `${report.report_id}#2/${sequence}`, sequence, date: null, date_precision: null },
      date_raw: "05/06/22",
    }));
    const row = { ...report.deliverables[1], review_reasons: ["update-date-unsure"], updates };
    const unsure = { ...report, deliverables: [report.deliverables[0], row] } as typeof report;
    const [one, other] = [make("2/1", "date", "2022-06-05", "05/06/22"), make("2/2", "date", "", "05/06/22")];
    const reasonsAfter = (...corrections: Correction[]) =>
      correctReport(unsure, corrections).report.deliverables[1]?.review_reasons;
    expect(reasonsAfter(one)).toEqual(["update-date-unsure", "corrected"]);
    expect(reasonsAfter(one, other)).toEqual(["corrected"]);
  });

  it("settles that an update was repaired once it is given of each that was", () => {
    const repairs = [{ field: "text", raw: "Li ght on", value: "Light on" }];
    const updates = report.deliverables[1]?.updates.map((update) => ({ ...update, repairs })) ?? [];
    const row = { ...report.deliverables[1], review_reasons: ["update-repaired"], updates };
    const repaired = { ...report, deliverables: [report.deliverables[0], row] } as typeof report;
    const correction = make("2/1", "date", "2022-09-05", updates[0]?.date_raw ?? "");
    const { report: corrected, outcomes } = correctReport(repaired, [correction]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["applied"]);
    expect(corrected.deliverables[1]?.review_reasons).toEqual(["corrected"]);
  });

  it("is that of the row with the printed number, whatever the number was corrected to", () => {
    const swapped = correctReport(report, [make("1", "number", "2", "1"), make("2", "number", "1", "2")]).report;
    expect(updateNamed(swapped.deliverables, "2/1")?.update_id).toBe(name);
    expect(updateNamed(swapped.deliverables, "1/1")).toBe(updateNamed(report.deliverables, "1/1"));
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
