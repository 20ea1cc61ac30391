/** Cells of statuses as people fill them: marks, notes and changes beside the status of now. */
import { describe, expect, it } from "vitest";
import { readStatusCell } from "../../../src/parse/fields/status-cell.js";
import { statusReader } from "../../../src/parse/status.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const STATUS = statusReader(BUILTIN_PROFILE);
const read = (text: string) => {
  const found = readStatusCell(text, STATUS);
  return found === null ? null : [found.rag, found.hasNote];
};

describe("a status alone", () => {
  it.each([
    ["G", "green"],
    ["Red", "red"],
    ["G ▲", "green"],
    ["▼ Amber", "amber"],
    ["Amber*", "amber"],
    ["Green²", "green"],
    ["R ➡️", "red"],
    ["On track (75%)", "green"],
    ["At risk: 40%", "amber"],
    ["Off track - 5 %", "red"],
    ["Complete (100% done)", "blue"],
    ["Not started (0%)", "white"],
  ])("%s has no note, whatever its marks", (text, rag) => {
    expect(read(text)).toEqual([rag, false]);
  });
});

describe("a status with a note", () => {
  it.each([
    ["Green (was Amber)", "green"],
    ["Amber; slipping", "amber"],
    ["Red - no money", "red"],
    ["Amber, was Green", "amber"],
    ["Green but late", "green"],
    ["Amber since the flood", "amber"],
    ["Moved from Red to Amber", "amber"],
    ["from Green to Red", "red"],
    ["Improved from Amber to Green (July)", "green"],
    ["Complete (75%)", "blue"],
    ["Not started (60%)", "white"],
    ["Red: 100%", "red"],
  ])("%s is the status of now", (text, rag) => {
    expect(read(text)).toEqual([rag, true]);
  });
});

describe("a cell that gives no status, or not one", () => {
  it.each([
    "",
    "Not Green",
    "No longer Amber; see below",
    "Previously Green",
    "Red → Amber",
    "Moved from the old hall to Green",
    "Moved from Red to the new hall",
    "The hall is painted Green",
    "n/a",
    `Green; ${"late ".repeat(40)}`,
  ])("%j is null", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a status beside other words", () => {
  it.each([
    ["Accepted – complete", "blue"],
    ["Gelb / Amber", "amber"],
    ["Agreed; on track", "green"],
  ])("%s is read, with a note", (text, rag) => {
    expect(read(text)).toEqual([rag, true]);
  });

  it.each(["Closed / Amber", "Paused – complete", "Not agreed – complete", "A / B test"])("%s is not read", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a share of completion", () => {
  it.each(["Delayed (45%)", "75% complete", "45%"])("gives no status of its own: %s", (text) => {
    expect(read(text)).toBeNull();
  });
});
