/** What closes a report is no part of its last row's update; what may be of the update stays in it. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf } from "../read-text.js";

const read = (...lines: string[]) => {
  const report = reportOf(...HEADER, "", ...lines);
  return {
    updates: report?.deliverables.map((row) => row.updates.map(({ text }) => text).join(" / ")),
    closing: report?.residue.filter(({ reason }) => reason === "closing").map(({ text }) => text),
  };
};
const ROWS = (...texts: string[]) => [
  "No\tOrganisation\tDeliverable\tRAG",
  ...texts.flatMap((text, at) => [`${at + 1}\tMC\tMend wall ${at + 1}\tG`, `Update 12.09.22: ${text}`]),
];

describe("after updates in lines", () => {
  it.each([
    ["Next report: January 2023"],
    ["Prepared by Jane Smith, Performance Officer"],
    ["Contact: jane@melford.example"],
    ["Glossary", "", "MC - Melford Council"],
    ["ANNEX A: RISK REGISTER", "", "Staffing is the largest risk."],
    ["RISKS TO DELIVERY", "", "Staffing is the largest risk."],
    ["Signed off by: A. Brown", "Date: 4 October 2022"],
  ])("“%s” closes the report", (...lines) => {
    const found = read(...ROWS("Begun.", "Done.", "A crack."), "", "It is wide.", "", ...lines);
    expect(found.updates).toEqual(["Begun.", "Done.", "A crack.\nIt is wide."]);
    expect(found.closing).toEqual(lines.filter((line) => line !== ""));
  });

  it.each([
    ["Next steps: call a mason."],
    ["NO CHANGE SINCE LAST QUARTER"],
    ["Contacts with all schools were made, and two have answered so far."],
    ["Signed by all partners in May."],
  ])("“%s” is text of the last update", (line) => {
    const found = read(...ROWS("Begun.", "Done.", "A crack."), "", line);
    expect(found.updates?.[2]).toBe(`A crack.\n${line}`);
    expect(found.closing).toEqual([]);
  });

  it("keeps a label that other rows have too", () => {
    const texts = ["Begun.\n\nContact: Jane Smith", "Done.\n\nContact: Joe Brown", "A crack.\n\nContact: Ann Green"];
    expect(read(...ROWS(...texts)).updates?.[2]).toBe("A crack.\nContact: Ann Green");
  });

  it("keeps everything before a later update", () => {
    const found = read(
      ...ROWS("Begun.", "Done.", "A crack."),
      "",
      "Contact: Ann Green",
      "",
      "Update 14.09.22: Closed.",
    );
    expect(found.updates?.[2]).toBe("A crack.\nContact: Ann Green / Closed.");
  });

  it("keeps a line that no gap separates from the update", () => {
    const found = read(...ROWS("Begun.", "Done.", "A crack."), "Contact: Ann Green");
    expect(found.updates?.[2]).toBe("A crack.\nContact: Ann Green");
  });
});

it("begins at the first line after a gap where all updates are in a table's cells", () => {
  const row = (number: number, text: string) => `| ${number} | MC | Mend wall ${number} | G | ${text} |`;
  const table = ["| No | Lead | Action | RAG | Update |", "|---|---|---|---|---|", row(1, "Begun."), row(2, "Done.")];
  const found = read(...table, row(3, "A crack."), "", "## Finance", "", "Spending is on course.");
  expect(found.updates).toEqual(["Begun.", "Done.", "A crack."]);
  expect(found.closing).toEqual(["Finance", "Spending is on course."]);
});
