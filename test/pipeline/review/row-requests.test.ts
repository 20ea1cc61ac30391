/** Rows that a person adds in a review: after which row they come. */
import { expect, it } from "vitest";
import { example } from "../../../src/audit/example.js";
import { correctReport } from "../../../src/normalise/correct-report.js";
import { rowRequests } from "../../../src/pipeline/review/row-requests.js";
import type { Correction } from "../../../src/schema/correction.js";

const { report } = example({ rows: [{ number: "1" }, { number: "2" }] });
const renumber = (from: string, to: string): Correction => ({
  ...{ report: report.report_id, deliverable: from, field: "number", value: to, printed: from },
  ...{ by: "J. Ogden", why: "misprint", date: "2024-01-31", line: 2 },
});

it("a row is added after the one that is shown, also where its number was corrected to another's", () => {
  const [first] = report.deliverables;
  const asked = {
    ...{ window: "w", by: "J. Ogden", report_id: report.report_id, after: first?.deliverable_id ?? "", number: "3" },
    ...{ title: "", organisations: "", rag: "", page: null, line: null, why: "missing" },
  };
  expect(rowRequests(asked, report, [])[0]?.value).toBe("add after 1");
  const swapped = correctReport(report, [renumber("1", "2"), renumber("2", "1")]).report;
  expect(rowRequests(asked, swapped, [])[0]?.value).toBe(`add after ${first?.deliverable_id}`);
});
