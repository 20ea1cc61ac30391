/** Lines of the page within the titles of a list's entries. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const FOOT = "Page 3 of 8";

it.each([
  ["between a status and the title below it", ["Recommendation 2", "On track", FOOT, "Hire a nurse", "Lead: NHS"]],
  ["within a title above its status", ["Recommendation 2 Hire", FOOT, "a nurse", "On track", "Lead: NHS"]],
])("are no words of them: %s", (_, lines) => {
  const report = reportOf(
    ...["Brackley Climate Plan 2022-2025", "", "Recommendation 1", "Complete", "Open a hub", "Lead: BC", ""],
    ...[...lines, "", "Recommendation 3", "At risk", "Fix a roof", "Lead: BC"],
  );
  expect(report?.deliverables.map(({ number, title, rag }) => [number, title, rag])).toEqual([
    ["1", "Open a hub", "blue"],
    ["2", "Hire a nurse", "green"],
    ["3", "Fix a roof", "amber"],
  ]);
  expect(report?.residue.find(({ text }) => text === FOOT)?.reason).toBe("furniture");
});

describe("a line that ends each entry", () => {
  const entry = (number: number, status: string, ...end: string[]) => [
    ...[`${number}. Mend wall ${"ABCD"[number]}`, `Status: ${status}`, ...end, ""],
  ];

  it("is a value below the label that it belongs to", () => {
    const end = ["Lead:", "Harbour Board"];
    const lists = [entry(1, "Green", ...end), entry(2, "Red", ...end), entry(3, "Amber", ...end)];
    const report = reportOf("Isle Recovery Plan 2024-2026", "", ...lists.flat());
    expect(report?.deliverables.map((row) => row.organisations_raw)).toEqual(Array(3).fill("Harbour Board"));
  });

  it("is text of its entry where the last one ends otherwise", () => {
    const again = "Nothing has changed since March";
    const lists = [entry(1, "Green", again), entry(2, "Red", again), entry(3, "Amber", "Stone was laid in May")];
    const report = reportOf("Isle Recovery Plan 2024-2026", "", ...lists.flat());
    expect(report?.deliverables.map(({ updates }) => updates.map(({ text }) => text).join())).toEqual([
      again,
      again,
      "Stone was laid in May",
    ]);
  });
});
