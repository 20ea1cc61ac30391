/** Rules apply only where what they need was read; the report and its sign-off say which did not, and why. */
import { describe, expect, it } from "vitest";
import { rulesNotApplied } from "../../src/audit/audit.js";
import { type ExampleContent, example } from "../../src/audit/example.js";
import { rowsOf } from "../../src/audit/example-rows.js";
import { RULES } from "../../src/audit/registry.js";
import { needsText, ruleDocument } from "../../src/audit/render-rule.js";
import { settingOf, signOffOf } from "../../src/audit/sign-off.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { follow, reportOf } from "../track/followed.js";
import { auditContent, SETTINGS } from "./raised.js";

const QUARTER = ["2019-10-01", "2019-12-31"] as const;

/** Why a rule was not applied to the report; undefined if it was. */
function reasonOf(rule: string, content: ExampleContent): string | undefined {
  const { report, facts } = example({ quarter: QUARTER, ...content });
  return rulesNotApplied(report, facts, SETTINGS).find(({ rules }) => rules.includes(rule))?.reason;
}

describe("a rule that lacks something", () => {
  it.each<[string, string, ExampleContent]>([
    [
      "counts-sum",
      "not every figure that is stated of a status was understood",
      { rows: rowsOf("GGA"), countsComplete: false },
    ],
    [
      "summary-missing",
      "not every figure that is stated of a status was understood",
      { rows: rowsOf("GGA"), countsComplete: false },
    ],
    ["summary-missing", "page 2 could not be read", { rows: rowsOf("GGA"), stated: {}, unreadPages: [2] }],
    ["rating-without-basis", "page 2 could not be read", { rows: rowsOf("GGA"), rating: "good", unreadPages: [2] }],
    ["number-gap", "text that no field took may have 1 row", { rows: [{ number: "1" }, { number: "3" }], lostRows: 1 }],
    ["count-mismatch", "no row was read", { rows: [], stated: { green: "2/4 (50%)" } }],
    ["count-mismatch", "no count or percentage of a status was read", { rows: rowsOf("GGA"), stated: {} }],
    ["percents-sum", "no percentage was read", { rows: rowsOf("GGA"), stated: { green: "2" } }],
  ])("%s: %s", (rule, reason, content) => {
    expect(reasonOf(rule, content)).toBe(reason);
    expect(auditContent({ quarter: QUARTER, ...content }).filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it("is none in a report that was read completely and states its counts and period", () => {
    const { report, facts } = example({ rows: rowsOf("GGA"), quarter: QUARTER });
    expect(rulesNotApplied(report, facts, SETTINGS)).toEqual([]);
  });

  it("of updates needs the quarter, or at least the month of publication", () => {
    const lacking = (content: ExampleContent) => {
      const { report, facts } = example(content);
      return rulesNotApplied(report, facts, SETTINGS).flatMap(({ rules }) => rules);
    };
    expect(lacking({ rows: rowsOf("GGA") })).toEqual(["update-date-future", "update-stale"]);
    expect(lacking({ rows: rowsOf("GGA"), published: "2019-12" })).toEqual(["update-stale"]);
  });

  it("is not mentioned if it is switched off", () => {
    const { report, facts } = example({ rows: rowsOf("GGA"), stated: {}, quarter: QUARTER });
    const settings = { ...SETTINGS, severity: { ...SETTINGS.severity, "counts-sum": "off" } as const };
    const rules = rulesNotApplied(report, facts, settings).flatMap((one) => one.rules);
    expect(rules).toContain("count-mismatch");
    expect(rules).not.toContain("counts-sum");
  });
});

it("a comparison with a report that may lack rows leaves out the rules on dropped and new deliverables", async () => {
  const [two, one] = [[{ title: "Dredge the mill pond" }, { title: "Plant limes" }], [{ title: "Plant limes" }]];
  const { results } = await follow([
    reportOf(1, { rows: one, lostRows: 1 }),
    reportOf(2, { rows: two }),
    reportOf(3, { rows: one, lostRows: 1 }),
  ]);
  const lacking = results.flatMap(({ reports }) => reports.map(({ not_applied }) => not_applied));
  expect(lacking.slice(1)).toEqual([
    [{ rules: ["deliverable-added"], reason: "rows of the report before may not have been read" }],
    [{ rules: ["deliverable-dropped"], reason: "rows of the report may not have been read" }],
  ]);
});

it("the sign-off counts and names the rules that were not applied, and why", () => {
  const { report, facts } = example({ rows: rowsOf("GGA"), countsComplete: false, quarter: QUARTER });
  const audited = { ...report, not_applied: rulesNotApplied(report, facts, SETTINGS) };
  const { rules, not_applied, line } = signOffOf(audited, null, settingOf("1.0", BUILTIN_PROFILE));
  const phrase =
    "3 rules (counts-sum, percents-sum, summary-missing): not every figure that is stated of a status was understood";
  expect(not_applied[0]).toBe(phrase);
  expect(line).toContain(`Not applied: ${phrase};`);
  expect(rules).not.toContain("counts-sum");
});

it("each rule's page and explanation say what it needs", () => {
  for (const rule of RULES) {
    expect(ruleDocument(rule)).toContain(`## When it applies\n\n${needsText(rule.needs)}`);
    for (const { says } of rule.needs) expect(needsText(rule.needs)).toContain(says);
  }
  expect(needsText([])).toBe("It always applies.");
});
