/** The queue of a review: what is in it, in which order, and when an item is done. */
import { expect, it } from "vitest";
import { auditReport } from "../../src/audit/audit.js";
import { example } from "../../src/audit/example.js";
import { type Decided, queueOf } from "../../src/review/queue.js";
import type { Report } from "../../src/schema/dataset.js";
import { SETTINGS } from "../audit/raised.js";

const NOTHING: Decided = { isDisposed: () => false, isSettled: () => false };

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
  const settled = { ...NOTHING, isSettled: () => true };
  expect([isDone(NOTHING, "2"), isDone(disposed, "2"), isDone(settled, "2")]).toEqual([false, false, false]);
  expect(isDone({ ...disposed, isSettled: () => true }, "2")).toBe(true);
  expect([isDone(disposed, "1"), isDone(settled, "1")]).toEqual([true, false]);
});

it("has a row in doubt done only where each field that its reasons are about is settled", () => {
  const doubtful = { ...report, findings: [] };
  const settled = (...fields: string[]) =>
    queueOf([doubtful], { isDisposed: () => true, isSettled: (_, { field }) => fields.includes(field) });
  const isDone = (items: ReturnType<typeof settled>) => items.find(({ id }) => id === row("3"))?.isDone;
  expect([isDone(settled()), isDone(settled("rag", "number")), isDone(settled("title"))]).toEqual([false, false, true]);
});

it("asks for the name of a plan that is missing or was found by its size, until a person gives it", () => {
  for (const reason of ["plan-missing", "plan-by-size"]) {
    const unnamed = { ...report, findings: [], deliverables: [], review_reasons: [reason, "period-missing"] };
    const [item] = queueOf([unnamed], NOTHING);
    expect(item).toMatchObject({ id: `report:${report.report_id}`, what: reason, isDone: false });
    const [named] = queueOf([unnamed], { ...NOTHING, isSettled: (_, { field }) => field === "plan_title" });
    expect(named?.isDone).toBe(true);
  }
});

it("has nothing of a report without findings and doubts", () => {
  const quiet = { ...report, findings: [], deliverables: [], review_reasons: ["corrected"] };
  expect(queueOf([quiet], NOTHING)).toEqual([]);
});
