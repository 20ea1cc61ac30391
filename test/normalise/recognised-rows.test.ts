import { describe, expect, it } from "vitest";
import { FIGURES_AS_TEXT, WORDS_AS_TEXT } from "../../src/audit/needs.js";
import type { AuditView } from "../../src/audit/view.js";
import { withRecognisedRows } from "../../src/normalise/recognised-rows.js";
import type { StatedCount } from "../../src/schema/dataset.js";
import { makeReport } from "../export/reports.js";

const base = makeReport("a", { rows: 2 });
const [first] = base.stated_counts as [StatedCount];
const stated_counts = [
  {
    ...first,
    verdict: "contradicted",
    count_verdict: "contradicted",
    total_verdict: "confirmed",
    percent_verdict: null,
  } satisfies StatedCount,
  { ...first, verdict: "confirmed", count_verdict: "confirmed" } satisfies StatedCount,
];
const report = { ...base, stated_counts };

describe("a report recognised from pictures", () => {
  const recognised = withRecognisedRows(report, ({ line_first }) => (line_first === 10 ? 0.4 : 0.9));

  it("has no stated count contradicted, as a misread figure is likelier, and keeps what is confirmed", () => {
    expect(recognised.stated_counts).toMatchObject([
      { verdict: "undetermined", count_verdict: "undetermined", total_verdict: "confirmed", percent_verdict: null },
      { verdict: "confirmed", count_verdict: "confirmed" },
    ]);
  });

  it("says so, and names the rows of whose words recognition is not sure", () => {
    expect(recognised.review_reasons).toContain("recognised");
    const sureOf = recognised.deliverables.map(({ review_reasons }) => !review_reasons.includes("recognised-doubtful"));
    expect(sureOf).toEqual([false, true]);
    expect(recognised.deliverables.map(({ confidence }) => confidence)).toEqual([0.4, 0.9]);
  });

  it("does not meet the needs of rules that compare figures, or say that something is missing", () => {
    const viewOf = (one: typeof report) => ({ report: one }) as Pick<AuditView, "report"> as AuditView;
    for (const { lack } of [FIGURES_AS_TEXT, WORDS_AS_TEXT]) {
      expect(lack(viewOf(recognised))).toContain("recognised from pictures");
      expect(lack(viewOf(report))).toBeNull();
    }
  });
});

it("leaves a report alone of which nothing was recognised", () => {
  expect(withRecognisedRows(report, () => null)).toBe(report);
});
