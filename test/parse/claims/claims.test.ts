import { describe, expect, it } from "vitest";
import { boundReader } from "../../../src/parse/claims/limits.js";
import { claimsIn } from "../../../src/parse/claims/shares.js";
import { sentenceReader } from "../../../src/parse/counts/sentences.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";
import { HEADER, reportOf } from "../read-text.js";

const read = (text: string) => claimsIn(text).map((one) => [one.count, one.total, one.percent]);

describe("shares stated in prose", () => {
  it.each([
    ["Of the 60 actions 33 (54%) are complete.", [[33, 60, "54"]]],
    ["So far 31 of 46 (67%) have been met.", [[31, 46, "67"]]],
    ["31 out of the 46 actions are met (67.4%)", [[31, 46, "67.4"]]],
    ["31/46 (67 per cent) replied", [[31, 46, "67"]]],
    ["67% (31 of 46) replied", [[31, 46, "67"]]],
    ["57% (8) of the 14 schools replied", [[8, 14, "57"]]],
    ["nine (45%) of the 20 in progress are green", [[9, 20, "45"]]],
    [
      "Of the 20 in progress, 9 (45%) are green and 11 (55%) amber.",
      [
        [9, 20, "45"],
        [11, 20, "55"],
      ],
    ],
    [
      "Of the 60 actions, 30 (50%) are done, of which 12 (40%) were late.",
      [
        [30, 60, "50"],
        [12, 30, "40"],
      ],
    ],
    ["There were 2 of 150 (less than 1%) lost.", [[2, 150, "1"]]],
    ["Fewer than 5 of 60 (8%) were lost.", [[5, 60, "8"]]],
    ["Of the 60 actions,\n33 (54%) are complete.", []],
  ] as const)("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("keeps whether a limit is an upper or a lower one, and the words as printed", () => {
    const [share] = claimsIn("In all, fewer than 5 of the 60 (8%) were lost.");
    expect(share).toMatchObject({ countLimit: "below", percentLimit: "exact", raw: "fewer than 5 of the 60 (8%)" });
    expect(claimsIn("Lost: 2 of 150 (less than 1%).")[0]?.percentLimit).toBe("below");
    expect(claimsIn("Lost: 2 of 150 (at least 1%).")[0]?.percentLimit).toBe("at-least");
  });

  it.each([
    "31 of 46 (about 67%) replied",
    "About 31 of 46 (60%) replied",
    "6 of 10 areas saw a fall (12%)",
    "31 of 46 replied, 12% more than last year",
    "31 of 46 (67% of the target) replied",
    "Quarter 3/4 (75%)",
    "5 of 2019 (12%)",
    "£12 of £46 (20%)",
    "12 of the 46m (20%)",
    "Of the 60 actions, 5 are late, 3 (60%) of them by a month.",
    "Of the 60 actions, 33 are done, compared with 20 (40%) last year.",
    "20 (40%) were late.",
    "Heads of the 20 schools came and 9 (60%) governors.",
    "6 of 10 sites are open, 40% complete.",
    "75-99% of 12 tests",
    "The 12 of May (5%)",
  ])("reads nothing from: %s", (text) => {
    expect(
      read(text).filter(
        ([count, total, percent]) => Math.abs(Number(percent) - (100 * Number(count)) / Number(total)) > 1,
      ),
    ).toEqual([]);
  });

  it("reads a long paragraph of figures", () => {
    expect(read(`${"of 12 (of the 12 (3 of ".repeat(800)}%`)).toEqual([]);
  });
});

describe("statuses of a part", () => {
  const figures = (text: string) => sentenceReader(BUILTIN_PROFILE)(text).map((one) => [one.rag, one.count, one.total]);

  it.each([
    ["Of the 60 actions, 33 (55%) are complete. Of the 20 in progress, 9 (45%) are green.", [["blue", 33, 60]]],
    ["Of the 60 actions 33 (55%) are complete, of which 9 (27%) are red.", [["blue", 33, 60]]],
    ["There are 60 actions. Of the 20 actions led by the force, 9 (45%) are green.", []],
    ["9 (45%) of the 20 in progress are green.", []],
  ] as const)("are not those of all: %s", (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe("limits on a status", () => {
  const bounds = (text: string) =>
    boundReader(BUILTIN_PROFILE)(text).map((one) => [one.rag, one.limit, one.figure, one.isPercent]);

  it.each([
    ["Less than 1% of the deliverables are red.", [["red", "below", 1, true]]],
    ["Fewer than 5 actions are rated Amber.", [["amber", "below", 5, false]]],
    ["Work goes on. At least 80 per cent of all 60 actions are green.", [["green", "at-least", 80, true]]],
    ["A theme is red where fewer than 5 actions are green.", []],
    ["Fewer than 5 actions should be red.", []],
    ["Less than 1% of residents are red.", []],
    ["Fewer than 5 actions were red.", []],
  ] as const)("%s", (text, expected) => {
    expect(bounds(text)).toEqual(expected);
  });
});

it("has the place of its own line for a share in a long update", () => {
  const found = reportOf(
    ...HEADER,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    "1\tFORCE\tReopen the front counter\tG",
    "Update 12.09.22: It has been open since 3 September, and people like it very much indeed.",
    "Of those who came 31 of 46 (76%) said that they would come again before the year is out.",
    "The next count is in May.",
  );
  const places = found?.findings
    .filter(({ rule }) => rule === "percent-mismatch")
    .map((one) => [one.deliverable_number, one.line_first, one.line_last]);
  expect(places).toEqual([["1", 7, 7]]);
});
