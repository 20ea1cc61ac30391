import { describe, expect, it } from "vitest";
import { readCount } from "../../../src/parse/counts/figures.js";
import { sentenceReader } from "../../../src/parse/counts/sentences.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

describe("a count in a cell or line of its own", () => {
  it.each([
    ["8/14 (57%)", 8, 14, 57],
    ["0/0 (0%)", 0, 0, 0],
    ["5 out of 10 (50.0%)", 5, 10, 50],
    ["19 of 36 (53%)", 19, 36, 53],
    ["3 of the 12 (25%)", 3, 12, 25],
    ["8 (57%)", 8, null, 57],
    ["14 (57.1%)", 14, null, 57.1],
    ["8/14", 8, 14, null],
    ["8/14 - 57%", 8, 14, 57],
    ["8, 57%", 8, null, 57],
    ["8 (57 per cent)", 8, null, 57],
    ["15/8 (188%)", 15, 8, 188],
  ])("%s", (text, count, total, percent) => {
    expect(readCount(text)).toMatchObject({ count, total, percent });
  });

  it.each(["8", "57%", "50%", "2018/19", "75 - 99%", "90-100%", "12/09/2022", "2.5/4", "8/14 of those", "Q1/4", ""])(
    "does not take %s for one",
    (text) => {
      expect(readCount(text)).toBeNull();
    },
  );
});

describe("counts in a sentence", () => {
  const read = sentenceReader(BUILTIN_PROFILE);
  const figures = (text: string) => read(text).map((one) => [one.rag, one.count, one.total, one.percent]);

  it.each([
    [
      "Of the 17 deliverables, 10 (59%) are rated Green, 6 (35%) are rated Amber and 1 (6%) is rated Red.",
      [
        ["green", 10, 17, 59],
        ["amber", 6, 17, 35],
        ["red", 1, 17, 6],
      ],
    ],
    [
      "Of the 14 objectives, 8 (57%) are On Track (Green), 4 (29%) are At Risk (Amber) and 2 (14%) are rated Off Track (Red).",
      [
        ["green", 8, 14, 57],
        ["amber", 4, 14, 29],
        ["red", 2, 14, 14],
      ],
    ],
    [
      "Of the 9 actions, 5 (56%) are on track, 2 (22%) are at risk, 1 (11%) is off track and 1 (11%) has not started.",
      [
        ["green", 5, 9, 56],
        ["amber", 2, 9, 22],
        ["red", 1, 9, 11],
        ["white", 1, 9, 11],
      ],
    ],
    [
      "There are 15 milestones. 9 (60%) are green, 4 (26.7%) are amber and none are red.",
      [
        ["green", 9, 15, 60],
        ["amber", 4, 15, 26.7],
        ["red", 0, 15, null],
      ],
    ],
    [
      "At 30 September 2019, nine of the 15 deliverables are green, four amber and two red.",
      [
        ["green", 9, 15, null],
        ["amber", 4, 15, null],
        ["red", 2, 15, null],
      ],
    ],
    [
      "In Quarter 3 the theme has 5 green, 3 amber and 2 red actions.",
      [
        ["green", 5, null, null],
        ["amber", 3, null, null],
        ["red", 2, null, null],
      ],
    ],
    ["57% (8) of the 14 deliverables are rated green.", [["green", 8, 14, 57]]],
    ["12/15 (80%) are complete.", [["blue", 12, 15, 80]]],
    ["All 8 deliverables are green and no deliverables are red.", []],
  ] as const)("%s", (text, expected) => {
    if (expected.length > 0) expect(figures(text)).toEqual(expected);
    else expect(figures(text).some(([rag]) => rag === "amber")).toBe(false);
  });

  it.each([
    "Since the last report 3 (20%) have gone green.",
    "5 moved from amber to green.",
    "5 (33%) are amber or red.",
    "Fewer than 5 (33%) are red.",
    "9 (60%) are not green.",
    "An action is green if 75% of its 4 milestones are complete.",
    "Each of the 4 districts has 2 green flags and 3 red routes.",
    "One action is green.",
    "8 (57%) were green in Q1 and 9 (64%) are green in Q2.",
    "Contractors planted 40 trees (12%) near green spaces, 12 of them in 3 red zones.",
    "The 3 partners will report in May.",
  ])("states nothing for certain: %s", (text) => {
    expect(figures(text)).toEqual([]);
  });

  it("keeps what was printed, with the percentage's decimals", () => {
    expect(read("Of the 7 tasks, 4 (57.1%) are rated Green.")).toEqual([
      {
        rag: "green",
        also: [],
        label: "Green",
        raw: "4 (57.1%) are rated Green",
        from: 0,
        to: 41,
        count: 4,
        total: 7,
        percent: 57.1,
      },
    ]);
  });
});
