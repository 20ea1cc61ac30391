/** Typed lists in the styles of several authors: statuses after titles, labels in any order, numbers above their labels. */
import { describe, expect, it } from "vitest";
import { reportOf as read, reportsOf, rowsWithUpdatesOf } from "./read-text.js";

const HEAD = ["Brackley Climate Plan 2022-2025", ""];
const reportOf = (...lines: string[]) => read(...HEAD, ...lines);
const rowsOf = (...lines: string[]) => rowsWithUpdatesOf(reportOf(...lines));

const ROWS = [
  ["1", "BC", "Open a hub", "green", "Opened in May."],
  ["2", "NHS", "Hire a nurse", "amber", "Advert out."],
];

describe("a status after the title", () => {
  it.each([
    ["in capitals after a dash", "1. Open a hub (BC) - GREEN", "2. Hire a nurse (NHS) - AMBER"],
    ["in brackets", "1) Open a hub [BC] [Green]", "2) Hire a nurse [NHS] [Amber]"],
    ["between title and organisation", "1. Open a hub – G – BC", "2. Hire a nurse – A – NHS"],
    ["after a colon", "1. Open a hub (BC): On track", "2. Hire a nurse (NHS): At risk"],
  ])("%s is the row's", (_, first, second) => {
    expect(rowsOf(first, "Opened in May.", "", second, "Advert out.")).toEqual(ROWS);
  });

  it("follows a title of two lines", () => {
    const found = rowsOf("1. Open a hub", "in the old bank (BC) - GREEN", "Opened.", "2. Hire a nurse (NHS) - AMBER");
    expect(found?.map((row) => row[2])).toEqual(["Open a hub in the old bank", "Hire a nurse"]);
  });

  it("leaves brackets after only a few titles in the titles", () => {
    const found = rowsOf("1. Open a hub (Phase two) - GREEN", "2. Hire a nurse - AMBER", "3. Fix a roof - RED");
    expect(found?.map((row) => row.slice(1, 3))).toEqual([
      ["", "Open a hub (Phase two)"],
      ["", "Hire a nurse"],
      ["", "Fix a roof"],
    ]);
  });

  it("does not read a list inside an update as rows", () => {
    const list = ["1. Survey of the roof - complete", "2. Design - on track"];
    const found = rowsOf("1. Open a hub", "Lead: BC", "RAG: Green", ...list, "", "2. Hire a nurse", "Lead: NHS");
    expect(found?.map((row) => row[2])).toEqual(["Open a hub", "Hire a nurse"]);
  });

  it("does not read a meeting's actions as a report", () => {
    const text = "Minutes of 6 July 2022\n1. Mow the green (JS) - completed\n2. Find a clerk (TP) - not started\n";
    const more = "3. Order a bench (JS) - at risk\n";
    expect(reportsOf(text + more)).toEqual([]);
  });
});

describe("labels on lines", () => {
  it.each([
    [
      "under a number alone",
      ["ACTION 1", "Description: Open a hub", "Owner: BC", "RAG: Green", "Progress: Opened in May."],
      ["ACTION 2", "Description: Hire a nurse", "Owner: NHS", "RAG: Amber", "Progress: Advert out."],
    ],
    [
      "in another order",
      ["Action 1:", "RAG: Green", "Description: Open a", "hub", "Owner: BC", "Progress: Opened", "in May."],
      ["Action 2:", "RAG: Amber", "Description: Hire a", "nurse", "Owner: NHS", "Progress: Advert", "out."],
    ],
    [
      "with the status after the update",
      ["Ref: 1", "Action: Open a hub", "Lead: BC", "Progress: Opened in May.", "Status: Green"],
      ["Ref: 2", "Action: Hire a nurse", "Lead: NHS", "Progress: Advert out.", "Status: Amber"],
    ],
    [
      "with a due date among them",
      ["1. Open a hub", "Lead: BC", "Deadline: May 2023", "Status: Green", "Opened in May."],
      ["2. Hire a nurse", "Lead: NHS", "Deadline: May 2023", "Status: Amber", "Advert out."],
    ],
  ])("%s make a row", (_, first, second) => {
    const report = reportOf(...first, "", ...second);
    expect(rowsOf(...first, "", ...second)).toEqual(ROWS);
    expect(report?.residue.filter(({ reason }) => reason === "unassigned")).toEqual([]);
  });

  it("leave a line that only looks like a label in the text of its update", () => {
    const found = rowsOf(
      ...["1. Open a hub", "Lead: BC", "Status: Green", "Opened.", "Status: all is well and the staff are content"],
      ...["2. Hire a nurse", "Lead: NHS", "Status: Amber"],
    );
    expect(found?.[0]?.[4]).toContain("Status: all is well and the staff are content");
  });
});
