/** Words of a status that are said as a sentence below a heading of updates. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

it("leaves the status to its own column where all updates are one word of a status with a full stop", () => {
  const entry = (number: number, title: string) => [
    `${number}. ${title}`,
    "Lead: BC",
    "RAG: Green",
    "Update:",
    "Finished.",
    "",
  ];
  const report = reportOf("Harbour Plan 2024-2026", "", ...entry(1, "Fence the quay"), ...entry(2, "Light the steps"));
  expect(report?.deliverables.map(({ rag, updates }) => [rag, updates.map(({ text }) => text).join()])).toEqual([
    ["green", "Finished."],
    ["green", "Finished."],
  ]);
});
