import { expect, it } from "vitest";
import { RATING_RULES, RULES, SERIES_RULES } from "../../src/audit/registry.js";
import { runText, settingOf, signOffOf } from "../../src/audit/sign-off.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import type { Report } from "../../src/schema/dataset.js";
import { follow, reportOf, titled } from "../track/followed.js";

const SETTING = settingOf("1.0", BUILTIN_PROFILE);
const ROWS = { rows: titled(["Reopen the counter", "Light the path"]) };

/** By report: how many rules were not applied, and the phrases that say why. */
async function signed(reports: readonly Report[]) {
  const { results } = await follow(reports);
  return Object.fromEntries(
    results.flatMap((result) =>
      result.reports.map((report, at) => {
        const { rules, not_applied, line } = signOffOf(report, result.file, SETTING, result.compared[at]);
        expect(line).toContain(`by ${rules?.length} rules`);
        for (const phrase of not_applied) expect(line).toContain(phrase);
        return [report.report_id, [RULES.length - (rules?.length ?? 0), ...not_applied]];
      }),
    ),
  );
}

const [SERIES, RATINGS] = [SERIES_RULES.length, RATING_RULES.length];
const UNRATED = `${RATINGS} rule on equal ratings: it has no overall rating`;

it("counts comparing rules only for reports that had one to compare with, and says why for the others", async () => {
  expect(
    await signed([
      reportOf(1, ROWS, { overall_rating: "good" }),
      reportOf(2, ROWS, { overall_rating: "good" }),
      reportOf(3, ROWS, { overall_rating: null }),
      reportOf(3, ROWS, { report_id: "draft", version: "Draft", overall_rating: null }),
      reportOf(1, ROWS, { report_id: "unplaced", plan_title: null, overall_rating: null }),
    ]),
  ).toEqual({
    q1: [
      SERIES + RATINGS,
      `${SERIES} rules on what changed: there was no earlier report to compare with`,
      `${RATINGS} rule on equal ratings: no earlier report of its plan is known to have the same rating`,
    ],
    q2: [0],
    q3: [RATINGS, UNRATED],
    draft: [
      SERIES + RATINGS,
      `${SERIES} rules on what changed: another version replaces it, or it has too many rows to be compared`,
      UNRATED,
    ],
    unplaced: [
      SERIES + RATINGS,
      `${SERIES} rules on what changed: its plan or its period is not known, so no earlier report can be found`,
      UNRATED,
    ],
  });
});

it("does not claim that an untracked report was compared, nor that switched-off rules were applied", () => {
  const [report] = [reportOf(1, ROWS, { overall_rating: null })];
  const severity = Object.fromEntries(SERIES_RULES.map(({ id }) => [id, "off" as const]));
  const rules = { ...BUILTIN_PROFILE.rules, severity: { ...BUILTIN_PROFILE.rules.severity, ...severity } };
  expect(signOffOf(report, null, SETTING).not_applied[0]).toMatch(/it was checked by itself$/);
  const silenced = signOffOf(report, null, settingOf("1.0", { ...BUILTIN_PROFILE, rules }));
  expect(silenced.not_applied).toEqual([UNRATED]);
  expect(silenced.rules).toHaveLength(RULES.length - SERIES - RATINGS);
});

it("says how many reports of a run had an earlier one to compare with", () => {
  expect(runText(SETTING, 29, 24)).toMatch(/ \(8 of them compare reports, and 24 of 29 reports had an earlier one\)$/);
  expect(runText(SETTING, 1, 0)).toMatch(/and no report had an earlier one\)$/);
  expect(runText(settingOf("1.0", null), 29, 0)).toBe(
    "by the rules in force when its dataset was written, shown with ragtally 1.0",
  );
});
