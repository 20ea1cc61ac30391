/** Tables with a column for each status and a mark in one of them. */
import { describe, expect, it } from "vitest";
import { printedOf, reportOf, rowsOf } from "../read-text.js";

const PLAN = ["STOWE WATER DELIVERY PLAN (2031-32)", "THEME 1 UPDATE - QRT 2 UPDATE (September 2031)", ""];
const table = (...rows: string[]): string[] => [...PLAN, ...rows.map((row) => row.replaceAll("|", "\t"))];
const HEADINGS = "No|Action|Lead|Red|Amber|Green|Update";
const LIMES = "1|Plant a row of limes|PARKS||x||12.09.31: Ten stand.";
const POND = "2|Dredge the mill pond|EA|||x|13.09.31: It is clear.";
const GATE = "3|Mend the sluice gate|EA|x|||14.09.31: It is broken.";

describe("a mark under the heading of a status", () => {
  it("gives the row that status, and is set aside", () => {
    const lines = table(HEADINGS, LIMES, POND, GATE);
    expect(rowsOf(reportOf(...lines))).toEqual([
      ["1", "PARKS", "Plant a row of limes", "amber"],
      ["2", "EA", "Dredge the mill pond", "green"],
      ["3", "EA", "Mend the sluice gate", "red"],
    ]);
    expect(printedOf(...lines)?.residue.filter(({ reason }) => reason === "stray")).toHaveLength(3);
  });

  it("is read above a row that counts the marks", () => {
    const sheet = [HEADINGS, LIMES, POND, GATE, "Total|3 actions||1|1|1|"].map((row) => row.replaceAll("|", ","));
    const rows = rowsOf(reportOf(...PLAN, ...sheet));
    expect(rows?.map((row) => row[3])).toEqual(["amber", "green", "red"]);
  });

  it("gives none where there is no mark, or several", () => {
    const [none, both] = ["4|Paint the weir|EA||||15.09.31: Not begun.", "5|Clear the weir|EA||x|x|16.09.31: Begun."];
    const rows = rowsOf(reportOf(...table(HEADINGS, LIMES, POND, GATE, none, both)));
    expect(rows?.slice(3).map((row) => row[3])).toEqual([null, null]);
  });
});

it("columns of numbers under statuses are no marks", () => {
  const rows = ["1|Plant limes|PARKS|3|1|2|12.09.31: Ten.", "2|Dredge ponds|EA|1|0|1|13.09.31: Two."];
  expect(rowsOf(reportOf(...table(HEADINGS, ...rows)))?.every((row) => row[3] === null) ?? true).toBe(true);
});
