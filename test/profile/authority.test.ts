/** An authority with its own words for everything: its report is read correctly with its profile, and only with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, loadProfile, type Profile, readBytes } from "../../src/index.js";

const FOLDER = import.meta.dirname;
const read = (profile: Profile) =>
  readBytes(readFileSync(join(FOLDER, "saltmere.txt")), "saltmere.txt", profile).reports;
const rowsOf = (profile: Profile) =>
  read(profile)[0]?.deliverables.map((row) => [row.number, row.organisations.join(), row.title, row.rag]) ?? [];

const ROWS = [
  ["1", "SHA", "Replace the rotten piles of the north pier", "green"],
  ["2", "QUAY", "Light the slipway after dusk", "amber"],
  ["3", "RNLB,SHA", "Drill every crew for a capsize", "red"],
  ["4", "QUAY", "Number all the visitor buoys", "blue"],
  ["5", "SHA", "Publish the dredging dates", "green"],
];

describe("a made-up authority's layout", async () => {
  const saltmere = await loadProfile(join(FOLDER, "saltmere.json"));

  it("needs only a profile to be read", () => {
    expect(rowsOf(saltmere)).toEqual(ROWS);
  });

  it("has its header, stated counts and update headings read", () => {
    const [report, ...others] = read(saltmere);
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      plan_start_year: 2024,
      plan_end_year: 2027,
      theme_number: 2,
      quarter: 3,
      published_month: "2025-01",
      period_start: "2024-10-01",
    });
    expect(report?.stated_counts.map((one) => [one.rag, one.stated_count, one.stated_total, one.verdict])).toEqual([
      ["green", 2, 5, "confirmed"],
      ["amber", 1, 5, "confirmed"],
      ["red", 1, 5, "confirmed"],
      ["blue", 1, 5, "confirmed"],
    ]);
    expect(report?.deliverables.map((row) => row.updates.map((update) => update.date))).toEqual([
      ["2025-01-14"],
      ["2025-01-09"],
      ["2024-12-20"],
      ["2025-01-06"],
      ["2025-01-15"],
    ]);
  });

  it("is not read correctly without the profile, but no status is invented", () => {
    const rows = rowsOf(BUILTIN_PROFILE);
    expect(rows).not.toEqual(ROWS);
    for (const [number, , , rag] of rows) {
      const truth = ROWS.find((row) => row[0] === number);
      expect([null, truth?.[3]]).toContain(rag);
    }
  });

  it("leaves the built-in profile unchanged", () => {
    expect(BUILTIN_PROFILE.columns.status).toContain("RAG");
    expect(saltmere.columns.status).toEqual(["Tide"]);
  });
});
