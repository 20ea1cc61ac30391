/** Status keys in sentences. */
import { describe, expect, it } from "vitest";
import { definitionsInProse } from "../../../src/parse/scale/prose-key.js";
import { reportOf, rowsOf } from "../read-text.js";

describe("a key in a sentence", () => {
  it.each([
    [
      "Blue is used for closed, green for steady, amber for shaky and red for stuck.",
      ["closed", "steady", "shaky", "stuck"],
    ],
    ["Green means steady, amber means shaky and red means stuck; closed means closed.", ["steady", "shaky", "stuck"]],
    ["The colours are green for steady, red for stuck.", ["steady", "stuck"]],
  ])("%s", (text, meanings) => {
    expect(definitionsInProse(text).map(({ meaning }) => meaning)).toEqual(meanings);
  });

  it.each([
    "Green is used for paths that are open to all.",
    "The council is red for a reason, and green for none of the voters.",
    "Amber lights for junctions and green for crossings were bought, and red for both; red for all was dropped.",
  ])("is not %s", (text) => {
    expect(definitionsInProse(text)).toEqual([]);
  });

  it("says what the statuses of the rows are", () => {
    const report = reportOf(
      ...["Moor Plan 2024-2026", "Green is used for steady, amber for shaky and red for stuck.", ""],
      ...["1. Mend the hut", "Owner: Parks", "Status: Shaky", "", "2. Clear the leat", "Owner: Water", "Status: Stuck"],
    );
    expect(rowsOf(report)?.map((row) => row[3])).toEqual(["amber", "red"]);
  });
});
