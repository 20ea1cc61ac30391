import { describe, expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { auditContent, raised, SETTINGS } from "./raised.js";

const numbered = (...numbers: (string | null)[]) => ({ rows: numbers.map((number) => ({ number })) });

describe("numbers", () => {
  it.each([
    [["1", "2", "3"], []],
    [["3", "1"], ["2"]],
    [
      ["2", "5"],
      ["1", "3", "4"],
    ],
    [["1", "2a", "2b", "4a"], ["3"]],
    [
      ["2.1", "2.3", "3.2"],
      ["2.2", "3.1"],
    ],
    [["1.1.1", "1.1.3"], ["1.1.2"]],
    [["01", "03"], ["2"]],
    [["0", "1"], []],
    [["01.09", "02.09", "03.10"], []],
    [["01.05", "03.05", "01.04", "03.04", "01.03"], []],
    [["1.01", "1.02", "1.04"], ["1.3"]],
    [["3", "7", "12", "15"], []],
    [["101", "102", "104"], ["103"]],
    [["5", "6"], []],
    [
      ["3", "4"],
      ["1", "2"],
    ],
    [["A1", "A3", "vii"], []],
    [[null, null], []],
    [[], []],
  ])("labels %j have the gaps %j", (labels, missing) => {
    const findings = raised("number-gap", numbered(...labels));
    expect(findings.map((finding) => finding.deliverable_number)).toEqual(missing);
  });

  it("locates a gap at the row after it", () => {
    const [finding] = raised("number-gap", numbered("4", "1", "2"));
    expect(finding).toMatchObject({ deliverable_number: "3", line_first: 2 });
  });

  it("reports at most 200 gaps and counts the rest", () => {
    const findings = raised("number-gap", numbered("1", "99999999", "5.999"));
    expect(findings).toHaveLength(200);
    expect(findings.at(-1)?.message).toBe(
      "No row bears number 201, nor the 99999797 missing numbers after it, though the numbers go up to 99999999.",
    );
    expect(findings.at(-2)?.message).toBe("No row bears number 200, though the numbers go up to 99999999.");
  });

  it("raises a number that three rows have once, at the second of them", () => {
    const [finding, ...more] = raised("number-duplicate", numbered("4a", "7", "4A", "4a"));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ expected: "1", actual: "3", line_first: 4 });
    expect(finding?.message).toBe("3 rows bear number 4A, on line 2, line 4 and line 5.");
  });

  it("does not treat rows beside which one cell has their number as duplicates", () => {
    const { report, facts } = example(numbered("1", "2", "2"));
    const [first, second, third] = report.deliverables;
    if (first === undefined || second === undefined || third === undefined) throw new Error("a row is missing");
    const deliverables = [first, second, { ...third, review_reasons: ["number-shared"] }];
    const found = auditReport({ ...report, deliverables }, facts, SETTINGS).map(({ rule }) => rule);
    expect(found).not.toContain("number-duplicate");
  });

  it("does not treat two rows without a number as duplicates", () => {
    expect(raised("number-duplicate", numbered(null, null))).toEqual([]);
  });

  it("describes a row without a number by its line", () => {
    const [finding] = raised("number-inferred", numbered("1", null));
    expect(finding).toMatchObject({ deliverable_number: null, line_first: 3 });
    expect(finding?.message).toBe("The unnumbered row on line 3 has no readable number, and none could be inferred.");
  });
});

describe("statuses", () => {
  it("distinguishes a missing status from one that is not in the key", () => {
    const rows = [{ rag: null }, { rag: null, printed: "TBC" }] as const;
    expect(raised("status-missing", { rows }).map((finding) => finding.deliverable_number)).toEqual(["1"]);
    const unknown = raised("status-unknown", { rows });
    expect(unknown.map((finding) => [finding.deliverable_number, finding.actual])).toEqual([["2", "TBC"]]);
  });

  it("says of a row with a status in several columns that it is not clear which is meant", () => {
    const { report, facts } = example({ rows: [{ rag: null }] });
    const statuses = [
      { heading: "Cost", period: null, raw: "G", rag: "green", chosen: false },
      { heading: "Quality", period: null, raw: null, rag: "red", chosen: false },
      { heading: "Time", period: null, raw: null, rag: null, chosen: false },
    ] as const;
    const deliverables = report.deliverables.map((row) => ({ ...row, statuses: [...statuses] }));
    const findings = auditReport({ ...report, deliverables }, facts, SETTINGS);
    expect(
      findings.filter(({ rule }) => rule.startsWith("status-")).map(({ rule, message }) => [rule, message]),
    ).toEqual([
      [
        "status-unknown",
        'Row 1 has a status in several columns ("Cost": G and "Quality": red), and nothing says which of them is meant.',
      ],
    ]);
  });

  it("sees no conflict if the colour is the only source, or the only thing there is", () => {
    const { report, facts } = example({
      rows: [
        { rag: "green", painted: "amber" },
        { rag: null, painted: "red" },
      ],
    });
    const read = report.deliverables.map((row) => ({ ...row, rag_source: "colour" as const }));
    const findings = auditReport({ ...report, deliverables: read }, facts, SETTINGS);
    expect(findings.filter((finding) => finding.rule === "status-conflict")).toEqual([]);
    expect(raised("status-conflict", { rows: [{ rag: null, painted: "red" }] })).toEqual([]);
  });
});

describe("fields of a row", () => {
  it("looks only at repairs of the organisations", () => {
    const { report, facts } = example({ rows: [{}] });
    const repairs = [{ field: "title", raw: "0pen", value: "Open" }];
    const repaired = report.deliverables.map((row) => ({ ...row, repairs }));
    expect(auditReport({ ...report, deliverables: repaired }, facts, SETTINGS)).toEqual([]);
  });

  it("raises one finding for each piece of unassigned text and none for other residue", () => {
    const { report, facts } = example({ rows: [{}], unassigned: ["One.", "Two.\nThree."] });
    const furniture = report.residue.map((residue) => ({ ...residue, reason: "furniture" as const }));
    const findings = auditReport({ ...report, residue: [...furniture, ...report.residue] }, facts, SETTINGS);
    expect(findings.map((finding) => finding.message)).toEqual([
      'The text "One." on line 4 was taken by no field.',
      'The text "Two. Three." on line 5 was taken by no field.',
    ]);
  });

  it("reports only the missing rule for an overall rating", () => {
    const rules = auditContent({ rows: [{}], rating: "very good" }).map((finding) => finding.rule);
    expect(rules).toEqual(["rating-without-basis"]);
  });

  it("does not report a missing summary in a report without rows", () => {
    expect(auditContent({ rows: [], stated: {} })).toEqual([]);
  });
});

describe("words that are always painted alike", () => {
  const rows = (...painted: ("green" | "blue" | "red")[]) =>
    painted.map((colour) => ({ rag: "blue" as const, printed: "Complete", painted: colour }));

  it("contradict nothing where nothing is painted in their own colour", () => {
    expect(raised("status-conflict", { rows: rows("green", "green") })).toEqual([]);
  });

  it("contradict where they are painted in several colours", () => {
    expect(raised("status-conflict", { rows: rows("green", "red") })).toHaveLength(2);
    expect(raised("status-conflict", { rows: rows("green", "blue") })).toHaveLength(1);
  });

  it("contradict where they are one of the three lights", () => {
    const late = { rag: "green" as const, printed: "On track", painted: "red" as const };
    expect(raised("status-conflict", { rows: [late, late] })).toHaveLength(2);
  });
});
