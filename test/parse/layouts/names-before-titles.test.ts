/** Names that a list prints before its titles, which a wide gap separates from them. */
import { expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const rowsOf = (...lines: string[]) =>
  reportOf("Brackley Climate Plan 2022-2025", "", ...lines)?.deliverables.map((row) => [
    row.organisations_raw,
    row.title,
  ]);
const entry = (title: string, status: string) => [title, `Status: ${status}`, ""];

it("are the organisations of entries where nearly all have one", () => {
  const rows = rowsOf(
    ...entry("1  Parks Service  Open a hub", "Green"),
    ...entry("2  Fire Service  Hire a nurse", "Red"),
  );
  expect(rows).toEqual([
    ["Parks Service", "Open a hub"],
    ["Fire Service", "Hire a nurse"],
  ]);
});

it("are words of titles where a single one has a gap", () => {
  const rows = rowsOf(
    ...entry("1  Fire Service  Reform of shifts", "Green"),
    ...entry("2  Hire a nurse", "Red"),
    ...entry("3  Fix a roof", "Red"),
  );
  expect(rows?.map(([name]) => name)).toEqual([null, null, null]);
  expect(rows?.[0]?.[1]).toMatch(/^Fire Service\s+Reform of shifts$/);
});
