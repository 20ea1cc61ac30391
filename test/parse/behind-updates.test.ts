/** Running text whose statuses and organisations follow the updates, and a heading of several words. */
import { describe, expect, it } from "vitest";
import { HEADER, reportOf, rowsWithUpdatesOf } from "./read-text.js";

const rowsOf = (...lines: string[]) => rowsWithUpdatesOf(reportOf(...HEADER, ...lines));

describe("cells after the updates", () => {
  const ROWS = [
    ["1", "FORCE", "Light the path", "green", "2 lamps were broken."],
    ["2", "COUNCIL,FORCE", "Mend a wall", "amber", "A crack was found.\n3 masons were asked."],
    ["3", "HEALTH", "Hire a nurse for the schools", "red", "No money."],
    ["4", "FORCE", "Paint a door", "green", "Done."],
  ];
  const print = (cells: (status: string, organisation: string) => string[]): string[] => [
    "1 Light the path",
    "Update 12.09.22: 2 lamps were broken.",
    ...cells("GREEN", "Force"),
    "2 Mend a wall",
    "A crack was found.",
    "3 masons were asked.",
    ...cells("AMBER", "Council and Force"),
    "3 Hire a nurse for the",
    "schools",
    "No money.",
    ...cells("RED", "Health"),
    "4 Paint a door",
    "Done.",
    ...cells("GREEN", "Force"),
  ];

  it("are read from lines of their own", () => {
    const lines = print((status, organisation) => [status, organisation]);
    expect(rowsOf("No. Action Update RAG Lead", ...lines)).toEqual(ROWS);
  });

  it("are read in the other order", () => {
    const lines = print((status, organisation) => [organisation, status]);
    expect(rowsOf("No. Action Update Lead RAG", ...lines)).toEqual(ROWS);
  });

  it("are read from the end of the last line", () => {
    const lines = print((status, organisation) => [`${status} ${organisation}`]);
    expect(rowsOf("No. Action Update RAG Lead", ...lines)).toEqual(ROWS);
    const joined = lines.join("\n").replace(/\.\n(?=GREEN|AMBER|RED)/g, ". ");
    expect(rowsOf("No. Action Update RAG Lead", ...joined.split("\n"))).toEqual(ROWS);
  });

  it("are not read where only a few rows end in this way", () => {
    const lines = print((status) => [status]).map((line) => (line === "Done." ? "Opened with Melford Council" : line));
    expect(rowsOf("No. Action Update RAG Lead", ...lines)?.map((row) => row[1])).toEqual(["", "", "", ""]);
  });
});

it("ends the heading of a long title where the next column's begins", () => {
  const found = rowsOf(
    "No. Lead DELIVERABLES AGREED BY PARTNERS RAG rating",
    "1 Force Light the path GREEN",
    "Update 12.09.22: Lit.",
    "2 Council Mend a wall AMBER",
    "Update 12.09.22: Cracked.",
  );
  expect(found?.map((row) => row.slice(0, 4))).toEqual([
    ["1", "FORCE", "Light the path", "green"],
    ["2", "COUNCIL", "Mend a wall", "amber"],
  ]);
});
