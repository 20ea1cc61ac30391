/** Corrections are part of the audit: who, when, why, before and after, the verdicts that changed, and their count in the sign-off. */
import { expect, it } from "vitest";
import { correctionsOf, verdictChangesOf } from "../../src/audit/corrections.js";
import { example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { settingOf, signOffOf, verdictReason } from "../../src/audit/sign-off.js";
import { correctReport } from "../../src/normalise/correct-report.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import type { Correction } from "../../src/schema/correction.js";

const SETTING = settingOf("1.0", BUILTIN_PROFILE);

function corrected(change: Partial<Correction>) {
  const { report } = example({ rows: rowsOf("GGA"), stated: { green: "1/3 (33%)" } });
  const made = { by: "J. Ogden", why: "the cell is red on page 2", date: "2024-01-31" };
  const correction: Correction = {
    report: report.report_id,
    deliverable: "2",
    field: "rag",
    value: "red",
    printed: "green",
    line: 2,
    ...made,
    ...change,
  };
  const result = correctReport(report, [correction]);
  return { before: report, after: result.report, outcome: result.outcomes[0]?.outcome };
}

it("a correction is told with who, when, why, before and after", () => {
  const { after } = corrected({});
  expect(correctionsOf(after)).toEqual([
    {
      deliverable_id: "example#2",
      deliverable_number: "2",
      field: "rag",
      before: "green",
      after: "red",
      by: "J. Ogden",
      date: "2024-01-31",
      why: "the cell is red on page 2",
      text: 'Row 2: rag "green" was corrected to "red" (J. Ogden, 2024-01-31: the cell is red on page 2)',
    },
  ]);
});

it("a verdict that it changed is told as it was and as it is", () => {
  const { before, after } = corrected({});
  expect(before.stated_counts[0]).toMatchObject({ verdict: "contradicted", uncorrected_verdict: null });
  expect(after.stated_counts[0]).toMatchObject({ verdict: "confirmed", uncorrected_verdict: "contradicted" });
  expect(verdictChangesOf(after).map(({ text }) => text)).toEqual([
    '"1/3 (33%)" was contradicted before the corrections and is confirmed',
  ]);
});

it("the sign-off counts corrections and the verdicts that they changed, and says nothing where there are none", () => {
  const { before, after } = corrected({});
  const { line, corrections, verdict_changes } = signOffOf(after, null, SETTING);
  expect(line).toContain(" Corrected: 1 correction by J. Ogden, which changed 1 verdict.");
  expect([corrections.length, verdict_changes.length]).toEqual([1, 1]);
  expect(signOffOf(before, null, SETTING).line).not.toContain("Corrected:");
});

it("a correction of another field changes no verdict", () => {
  const { after } = corrected({ field: "title", value: "Mend the weir", printed: "Action 2" });
  expect(signOffOf(after, null, SETTING).line).toContain("1 correction by J. Ogden, which changed no verdict");
});

it("a correction that is not applied is no part of the audit", () => {
  const { after, outcome } = corrected({ printed: "amber" });
  expect(outcome).toBe("stale");
  expect(correctionsOf(after)).toEqual([]);
  expect(after.stated_counts[0]?.uncorrected_verdict).toBeNull();
});

it("a corrected row that decides a verdict is marked in its reason", () => {
  const { report } = example({ rows: rowsOf("GGA"), stated: { green: "3/3 (100%)" } });
  const made = { by: "J. Ogden", why: "seen", date: "2024-01-31" };
  const change = {
    report: report.report_id,
    deliverable: "3",
    field: "rag",
    value: "green",
    printed: "amber",
  } as const;
  const { report: after } = correctReport(report, [{ ...change, ...made, line: 2 }]);
  const [stated] = after.stated_counts;
  expect(stated && verdictReason(stated, after)).toBe("rows 1 to 3 (3) are green, the status of row 3 was corrected");
});
