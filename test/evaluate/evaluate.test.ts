/** The figures of `npm run evaluate`: which misses are silent, which findings accuse, and what the page says. */
import { describe, expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { accusedCount, isSilent } from "./misses.mjs";
import { earlierLines, type Figures, lineOfSet, pageOf } from "./page.mjs";

const TEXT = [
  "SAFER BRINDLEY DELIVERY PLAN (2022-23)",
  "No\tOrganisation\tDeliverable\tRAG\tUpdate",
  "1\tFORCE\tOpen the station desk\tG\tUpdate 12.09.22: It is open.",
  "1\tFORCE\tLight the towpath\tParked\tUpdate 12.09.22: The lamps are ordered.",
  "3\tFORCE\tRecruit volunteers\tR\tUpdate 12.09.22: Six have come.",
].join("\n");
const read = readBytes(Buffer.from(TEXT), "a.txt", BUILTIN_PROFILE);
const files = new Map([["a.txt", read]]);

describe("a wrong value", () => {
  it.each([
    ["is silent on a row without a review reason", { field: "rag", number: "3", got: "red" }, true],
    ["is not silent on a row with one", { field: "title", number: "1", got: "Light the towpath" }, false],
    [
      "is looked up by what was read where the number is another",
      { field: "date", number: "9.", got: "2022-09-12" },
      true,
    ],
    ["is silent where no row has it", { field: "org", number: "3", got: ["NHS"] }, true],
    ["is silent as a row too many", { field: "row", number: "3", got: "Recruit volunteers" }, true],
  ])("%s", (_, miss, silent) => {
    expect(isSilent({ file: "a.txt", ...miss }, files)).toBe(silent);
  });
});

it("counts a document once that bears error findings which are false, and none for a warning", () => {
  const errors = read.reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  const duplicate = { file: "a.txt", rule: "number-duplicate", number: "1", rag: "" };
  expect(errors.map(({ rule }) => rule)).toContain("number-duplicate");
  expect(accusedCount([duplicate, duplicate], files)).toBe(1);
  expect(accusedCount([{ ...duplicate, rule: "summary-missing", number: "" }], files)).toBe(0);
});

describe("the page", () => {
  const figures: Figures = {
    documents: 4,
    faultless: 3,
    rows: 10,
    rowsLost: 1,
    wrong: 2,
    values: 400,
    silent: null,
    rejected: 0,
    accused: 1,
  };
  const sets = [
    { name: "own prints", about: "Tables." },
    { name: "absent", about: "Reports." },
  ];

  it("shows shares, and a dash for what a set does not tell", () => {
    expect(lineOfSet("own prints", figures)).toBe(
      "| own prints | – | 4 | 3 of 4 (75.0%) | 1 of 10 (10.0%) | 5.0 | 0 | 1 |",
    );
  });

  it("keeps the line of a set that was measured before", () => {
    const before = pageOf(sets, ["tabs"], new Map(["absent", "tabs"].map((name) => [name, lineOfSet(name, figures)])));
    const lines = earlierLines(before);
    lines.set("own prints", lineOfSet("own prints", { ...figures, silent: 0 }));
    const after = pageOf(sets, ["tabs"], lines);
    expect(earlierLines(after).get("absent")).toBe(earlierLines(before).get("absent"));
    expect([...earlierLines(after).keys()]).toEqual(["own prints", "absent", "tabs"]);
  });

  it("describes each set", () => {
    expect(pageOf(sets, [], new Map())).toContain("- **absent**: Reports.");
  });
});
