/** Rows whose cells continue on the next page, in tables with several columns of updates. */
import { expect, it } from "vitest";
import type { Block } from "../../src/model/block.js";
import { parseReports } from "../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const row = (page: number, cells: readonly string[], gapBefore = false): Block => ({
  kind: "row",
  cells: cells.map((text) => ({ text })),
  borders: "sure",
  gapBefore,
  pageStart: false,
  place: { page, lineFirst: null, lineLast: null, bbox: null },
});
const TITLE: Block = {
  kind: "line",
  text: "Brackley Climate Plan 2022-2025",
  indent: 0,
  gapBefore: true,
  pageStart: true,
  place: { page: 1, lineFirst: null, lineLast: null, bbox: null },
};
const HEADING = ["Ref", "Action", "Lead", "Status", "Position at March 2024", "Position at June 2024"];
const updatesOfLast = (first: string, second: string) => {
  const blocks = [
    TITLE,
    row(1, HEADING, true),
    row(1, ["1", "Open the library", "FIRE", "Green", "The room was let.", "It is used by all."]),
    row(1, ["2", "Plant the trees", "FIRE", "Amber", first, second]),
    row(2, HEADING, true),
    row(2, ["", "", "", "", "is in the ground now.", "are late by a month."]),
  ];
  return parseReports(blocks, BUILTIN_PROFILE)[0]?.rows[1]?.updates.map(({ heading, text }) => [heading, text]);
};

it("goes on with each cell's own update", () => {
  expect(updatesOfLast("Half of the oak", "The other trees")).toEqual([
    [null, "Half of the oak is in the ground now."],
    ["Position at June 2024", "The other trees are late by a month."],
  ]);
});

it("begins an update for each where both cells are empty above", () => {
  expect(updatesOfLast("", "")).toEqual([
    [null, "is in the ground now."],
    ["Position at June 2024", "are late by a month."],
  ]);
});
