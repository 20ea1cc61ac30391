/** Lines of the page within the titles of a list's entries. */
import { expect, it } from "vitest";
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
