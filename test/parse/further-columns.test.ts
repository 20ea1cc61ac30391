/** Columns without a field of their own, several status columns, and headings of groups: each row keeps them. */
import { describe, expect, it } from "vitest";
import { reportOf } from "./read-text.js";

const HEAD = ["Stow Policing Plan 2021-2022", "Qtr 3 (January 2022)", ""];

it("keeps the cells of columns without a field, with their headings and in printed order", () => {
  const [first, second] =
    reportOf(
      ...HEAD,
      "Ref\tPriority\tDeliverable\tOrg\tDue date\tStatus\tUpdate\tNext steps",
      "1\tHigh\tMore patrols\tPOLICE\tMay 2022\tGreen\t3.1.22 Patrols doubled.\tHire two more.",
      "2\t\tFewer thefts\tPOLICE\t\tRed\t4.1.22 Thefts rose.\tAsk the council.",
    )?.deliverables ?? [];
  expect(first?.other_columns).toEqual([
    { heading: "Priority", text: "High" },
    { heading: "Due date", text: "May 2022" },
    { heading: "Next steps", text: "Hire two more." },
  ]);
  expect(second?.other_columns).toEqual([{ heading: "Next steps", text: "Ask the council." }]);
});

describe("several status columns", () => {
  const rowOf = (...headings: [string, string]) =>
    reportOf(
      ...HEAD,
      `Ref\tDeliverable\tOrg\t${headings.join("\t")}\tUpdate`,
      "1\tMore patrols\tPOLICE\tGreen\tAmber\t3.1.22 Patrols doubled.",
      "2\tFewer thefts\tPOLICE\tRed\tGreen\t4.1.22 Thefts rose.",
    )?.deliverables[0];

  it("are all given, and the one of the report's quarter is the row's status", () => {
    const row = rowOf("Q2 RAG", "Q3 RAG");
    expect(row).toMatchObject({ rag: "amber", review_reasons: [] });
    expect(row?.statuses).toEqual([
      { heading: "Q2 RAG", period: "Q2", raw: "Green", rag: "green", chosen: false },
      { heading: "Q3 RAG", period: "Q3", raw: "Amber", rag: "amber", chosen: true },
    ]);
  });

  it("leave the status open where nothing says which of them is meant", () => {
    const row = rowOf("Police RAG", "Council RAG");
    expect(row?.statuses.map(({ rag, chosen }) => [rag, chosen])).toEqual([
      ["green", false],
      ["amber", false],
    ]);
    expect(row).toMatchObject({ rag: null, rag_raw: null, review_reasons: ["status-ambiguous"] });
  });
});

it("gives each row the heading of its group", () => {
  const report = reportOf(
    ...HEAD,
    "Ref\tDeliverable\tOrg\tStatus\tUpdate",
    "Objective 1: Safe streets",
    "1\tMore patrols\tPOLICE\tGreen\t3.1.22 Patrols doubled.",
    "Objective 2: Safe homes",
    "2\tFewer thefts\tPOLICE\tRed\t4.1.22 Thefts rose.",
    "3\tNew locks\tPOLICE\tRed\t4.1.22 Locks are on order.",
  );
  expect(report?.deliverables.map(({ group }) => group)).toEqual([
    "Objective 1: Safe streets",
    "Objective 2: Safe homes",
    "Objective 2: Safe homes",
  ]);
});
