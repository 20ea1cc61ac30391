import { describe, expect, it } from "vitest";
import { explainRule, RULE_IDS, RULES } from "../../src/audit/registry.js";
import { renderExample } from "../../src/audit/render-example.js";
import { nestedReportSchema } from "../../src/schema/dataset.js";
import { auditExample } from "./audit-example.js";

const CONTRACT_ORDER = `count-mismatch count-unverifiable total-mismatch totals-disagree counts-sum percent-mismatch
  percent-rounding percent-impossible percents-sum summary-missing rating-without-basis pages-unread number-gap number-duplicate
  number-inferred status-missing status-unknown status-conflict organisation-missing organisation-repaired title-missing
  update-missing update-undated update-date-invalid update-date-future update-stale update-repeated text-unassigned
  status-regressed deliverable-dropped deliverable-added deliverable-renumbered title-changed update-copied
  rating-inconsistent status-unexplained`;

it("has every rule of the dataset contract, in its order", () => {
  expect(RULE_IDS).toEqual(CONTRACT_ORDER.split(/\s+/));
});

it("finds a rule by its id and nothing by any other name", () => {
  expect(explainRule("number-gap")?.id).toBe("number-gap");
  expect(explainRule("toString")).toBeUndefined();
});

describe.each(RULES)("$id", (rule) => {
  it("is not raised by its passing example, nor is any other rule except those that inform about changes", async () => {
    const findings = await auditExample(rule.passing);
    const otherFindings = findings.filter(({ severity }) => rule.passing.earlier.length === 0 || severity !== "info");
    expect(findings.filter((finding) => finding.rule === rule.id)).toEqual([]);
    expect(otherFindings).toEqual([]);
  });

  it("is raised by its failing example", async () => {
    const findings = await auditExample(rule.failing);
    const own = findings.filter((finding) => finding.rule === rule.id);
    expect(own.length).toBeGreaterThan(0);
    for (const { message, severity } of own) {
      expect(message).toMatch(/^[A-Z\d].*[^.]\.$/);
      expect(message).not.toMatch(/undefined|null|NaN/);
      expect(severity).toBe(rule.severity);
    }
    expect(nestedReportSchema.parse({ ...rule.failing.report, findings }).findings).toEqual(findings);
  });

  it("is explained in complete sentences, and its two examples look different", () => {
    const { meaning, importance, remedy } = rule.explanation;
    for (const sentence of [meaning, importance, remedy]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(renderExample(rule.failing)).not.toBe(renderExample(rule.passing));
  });
});
