/** The queue of a review: what is in it, in which order, and when an item is done. */
import { expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { type Decided, queueOf } from "../../src/review/queue.js";
import type { Report } from "../../src/schema/dataset.js";
import { SETTINGS } from "../audit/raised.js";

const NOTHING: Decided = { isDisposed: () => false, isCorrected: () => false };

function audited(): Report {
  const { report, facts } = example({
    stated: { green: "3/3 (100%)" },
    rows: [
      { number: "1", rag: "green", updates: [{ raw: "31.11.22" }] },
      { number: "2", rag: null, reasons: ["status-missing"] },
      { number: "3", rag: "amber", reasons: ["title-repaired"], updates: [{ date: "2022-09-05", text: "Done." }] },
    ],
  });
  return { ...report, findings: auditReport(report, facts, SETTINGS) };
}
const report = audited();
const idsOf = (decided = NOTHING): string[] => queueOf([report], decided).map(({ id }) => id);
const row = (number: string): string => `row:${report.report_id}#${number}`;

it("has errors first, then rows without a status, warnings and doubts, and each row once with its findings", () => {
  const ids = idsOf();
  expect(new Set(ids).size).toBe(ids.length);
  const errors = queueOf([report], NOTHING).filter(({ severity }) => severity === "error");
  expect(ids.slice(0, errors.length)).toEqual(errors.map(({ id }) => id));
  expect(ids.indexOf(row("1"))).toBeLessThan(ids.indexOf(row("2")));
  expect(ids.indexOf(row("2"))).toBeLessThan(ids.indexOf(row("3")));
  expect(queueOf([report], NOTHING).find(({ id }) => id === row("2"))?.what).toContain("status-missing");
});

it("has a row done once its findings are decided and its doubts are settled", () => {
  const isDone = (decided: Decided, number: string) =>
    queueOf([report], decided).find(({ id }) => id === row(number))?.isDone;
  const disposed = { ...NOTHING, isDisposed: () => true };
  const corrected = { ...NOTHING, isCorrected: () => true };
  expect([isDone(NOTHING, "2"), isDone(disposed, "2"), isDone(corrected, "2")]).toEqual([false, false, false]);
  expect(isDone({ ...disposed, ...{ isCorrected: () => true } }, "2")).toBe(true);
  expect([isDone(disposed, "1"), isDone(corrected, "1")]).toEqual([true, false]);
});

it("has nothing of a report without findings and doubts", () => {
  const quiet = { ...report, findings: [], deliverables: [], review_reasons: ["corrected"] };
  expect(queueOf([quiet], NOTHING)).toEqual([]);
});
