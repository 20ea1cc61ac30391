import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const HEAD = ["Orrin Valley Trees Improvement Plan 2022-25", "Progress at 30 September 2022", "Key to status"];
const ROWS = [
  ...["", "Ref\tLead\tAction\tRAG rating\tProgress", "1\tHighways\tResurface the paths\t2\tTenders are being read."],
  ...["2\tParks\tPlant an orchard\t1\tSixty trees are in.", "3\tEstates\tRepair the roof\t1\tThe lead work is done."],
  "4\tEstates\tRepair the doors\t3\tNo carpenter was found.",
];

const read = (...key: string[]) => {
  const report = reportOf(...HEAD, ...key, ...ROWS);
  return {
    statuses: report?.deliverables.map(({ rag }) => rag),
    counts: report?.stated_counts.map(({ rag, stated_count }) => `${rag} ${stated_count}`),
    reasons: report?.deliverables.map(({ review_reasons }) => review_reasons.includes("status-by-counts")),
  };
};

describe("a key of numbers", () => {
  it.each([
    ["with a sign", ["1 = Green", "2 = Amber", "3 = Red"]],
    ["with dashes", ["1 - Green", "2 - Amber", "3 - Red"]],
    ["with colons, from the worst on", ["3: Red", "2: Amber", "1: Green"]],
    ["on one line", ["1 = Green, 2 = Amber, 3 = Red"]],
  ])("says what the rows' numbers mean, and counts nothing: %s", (_, key) => {
    const { statuses, counts } = read(...key);
    expect(statuses).toEqual(["amber", "green", "green", "red"]);
    expect(counts).toEqual([]);
  });

  it("is none where the numbers do not follow one another: they count", () => {
    expect(read("2 - Green", "1 - Amber", "4 - Red").counts).toEqual(["green 2", "amber 1", "red 4"]);
  });
});

describe("numbers that no key defines", () => {
  it("are statuses by the order of the counted ones where all counts agree, with a reason to review each row", () => {
    const { statuses, reasons } = read("Green 2 (50%)", "Amber 1 (25%)", "Red 1 (25%)");
    expect(statuses).toEqual(["amber", "green", "green", "red"]);
    expect(reasons).toEqual([true, true, true, true]);
  });

  it("are no statuses where one count disagrees, which may be the report's mistake or another order", () => {
    expect(read("Green 2 (50%)", "Amber 2 (50%)", "Red 1 (25%)").statuses).toEqual([null, null, null, null]);
  });
});
