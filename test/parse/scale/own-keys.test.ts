/** Whole reports with a key of their own: what each row's status is, and where it must be null. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const TITLES = ["Mend the quay wall", "Print the new map", "Train the wardens", "Count the swans", "Paint the gate"];
const HEADER = ["Harbour Care Plan 2022-2023", "Qtr 1 (June 2022)", ""];
const rowsWith = (cells: readonly string[]): string[] => [
  "Ref\tDeliverable\tLead\tStatus\tUpdate",
  ...cells.map((cell, at) => `${at + 1}\t${TITLES[at]}\tPORT\t${cell}\t0${at + 1}.06.22: Work on it goes on.`),
];

/** Statuses of rows with these cells, under a key above the rows or below them; each null has a reason. */
function statusesUnder(key: readonly string[], cells: readonly string[], place: "above" | "below" = "above") {
  const lines = place === "above" ? [...key, "", ...rowsWith(cells)] : [...rowsWith(cells), "", ...key];
  const rows = reportOf(...HEADER, ...lines)?.deliverables ?? [];
  for (const row of rows) if (row.rag === null) expect(row.review_reasons).toContain("status-unknown");
  return rows.map(({ rag }) => rag);
}

const OWN = ["O", "B", "P"];
const OWN_STATUSES = ["green", "amber", "red"];

describe("letters that have another meaning elsewhere follow the key", () => {
  it.each<[string, string[]]>([
    [
      "a line each, colours in brackets",
      ["Key to status", "O = on course (Green)", "B = behind (Amber)", "P = in peril (Red)"],
    ],
    ["one line, semicolons", ["Key: O = on course (Green); B = behind (Amber); P = in peril (Red)"]],
    ["one line, commas", ["Key: O = on course (Green), B = behind (Amber), P = in peril (Red)"]],
    ["colours first", ["Key: O = Green, on course; B = Amber, behind; P = Red, in peril"]],
    ["colours before a dash", ["O = Green - on course", "B = Amber - behind", "P = Red - in peril"]],
    ["colours last", ["Key: (O) on course - green, (B) behind - amber, (P) in peril - red"]],
    ["a table", ["Rating\tMeaning", "O\tOn course (green)", "B\tBehind (amber)", "P\tIn peril (red)"]],
    [
      "a table with colours in the middle",
      ["Code\tColour\tMeaning", "O\tGreen\tOn course", "B\tAmber\tBehind", "P\tRed\tIn peril"],
    ],
    [
      "a table with colours at the end",
      ["Code\tMeaning\tColour", "O\tOn course\tGreen", "B\tBehind\tAmber", "P\tIn peril\tRed"],
    ],
    [
      "meanings over two lines",
      ["O = on course (Green)", "B = behind (Amber) by", "a month or less", "P = in peril (Red)"],
    ],
  ])("in %s", (_name, key) => {
    expect(statusesUnder(key, OWN)).toEqual(OWN_STATUSES);
  });

  it.each<[string, string[]]>([
    ["in one line", ["Key: O = on course (Green); B = behind (Amber); P = in peril (Red)"]],
    ["in a line each", ["Key", "O = on course (Green)", "B = behind (Amber)", "P = in peril (Red)"]],
  ])("below the rows, %s", (_name, key) => {
    expect(statusesUnder(key, OWN, "below")).toEqual(OWN_STATUSES);
  });

  it("below the rows, without becoming a part of the last row", () => {
    const report = reportOf(...HEADER, ...rowsWith(OWN), "", "Key: O = on course (Green); B = behind (Amber)");
    expect(report?.deliverables.at(-1)?.updates.map(({ text }) => text)).toEqual(["Work on it goes on."]);
    expect(report?.residue.find(({ text }) => text.startsWith("Key"))?.reason).toBe("key");
  });
});

it("an update that speaks of several colours is no key", () => {
  const [heading = "", ...rows] = rowsWith(["Green", "Blue", "Red"]);
  const line = "Green: the north quay is done; Blue: the south quay went to the board";
  const report = reportOf(...HEADER, heading, rows[0] ?? "", line, ...rows.slice(1));
  expect(report?.deliverables.map(({ rag }) => rag)).toEqual(["green", "blue", "red"]);
  expect(report?.residue.filter(({ reason }) => reason === "key")).toEqual([]);
  expect(report?.scale.every(({ defined_by }) => defined_by === "profile")).toBe(true);
});

describe("a built-in meaning that the key does not agree with is none", () => {
  it.each<[string, string[], string[], (string | null)[]]>([
    [
      "a letter for something else",
      ["Key: G = going well, A = a little late, R = running late, B = blocked"],
      ["G", "A", "R", "B"],
      ["green", "amber", "red", null],
    ],
    [
      "words with their letters after them",
      ["Key: Complete (C), Red (R), Behind (B), Amber (A)"],
      ["C", "R", "B", "A"],
      ["blue", "red", null, "amber"],
    ],
    [
      "a colour for something else",
      ["Blue: sent to the board", "Green: on track", "Red: late"],
      ["Blue", "Green", "Red"],
      [null, "green", "red"],
    ],
    [
      "letters that abbreviate",
      ["Key: A = Achieved, P = Partly, C = Critical, B = Behind, W = Withdrawn"],
      ["A", "P", "C", "B", "W"],
      [null, null, null, null, null],
    ],
    [
      "any words before the first letter",
      ["Codes: R = resolved; G = going on; A = abandoned"],
      ["R", "G", "A"],
      ["blue", "green", null],
    ],
    [
      "words that are no colours",
      ["Key: Limited = some progress; Commenced = work has begun; Completed = all done"],
      ["Limited", "Commenced", "Completed"],
      [null, null, "blue"],
    ],
  ])("%s", (_name, key, cells, statuses) => {
    expect(statusesUnder(key, cells)).toEqual(statuses);
  });

  it("where the key agrees in words of its own, it stays", () => {
    const key = ["B = the action is finished and signed off", "W = work has not yet begun", "G = going well"];
    expect(statusesUnder(key, ["B", "W", "G"])).toEqual(["blue", "white", "green"]);
  });
});

describe("plain words mean what the key says", () => {
  it.each<[string, string[], string[], (string | null)[]]>([
    [
      "equal signs",
      ["Key: On Track = Amber; Complete = Green; Not yet due = Green; Overdue = Red"],
      ["On Track", "Complete", "Not yet due", "Overdue"],
      ["amber", "green", "green", "red"],
    ],
    [
      "brackets",
      ["On track (amber)", "Complete (green)", "Overdue (red)"],
      ["On track", "Complete", "Overdue"],
      ["amber", "green", "red"],
    ],
    [
      "colours before them",
      ["Green: Complete", "Amber: On track", "Red: Overdue"],
      ["On track", "Complete", "Overdue"],
      ["amber", "green", "red"],
    ],
    [
      "a table",
      ["Green\tComplete", "Amber\tOn track", "Red\tOverdue"],
      ["On track", "Complete", "Overdue"],
      ["amber", "green", "red"],
    ],
    [
      "two colours for one word",
      ["Green: Complete", "Amber: Complete", "Red: Overdue"],
      ["Complete", "Overdue"],
      [null, "red"],
    ],
  ])("with %s", (_name, key, cells, statuses) => {
    expect(statusesUnder(key, cells)).toEqual(statuses);
  });
});

describe("labels side by side do not define one another", () => {
  it.each<[string, string[], (string | null)[]]>([
    ["G | A/G | A | A/R | R", ["G", "A/G", "A", "A/R", "R"], ["green", "amber-green", "amber", "amber-red", "red"]],
    [
      "Green | Paused | Amber | Red | Cancelled",
      ["Green", "Paused", "Amber", "Red", "Cancelled"],
      ["green", null, "amber", "red", null],
    ],
  ])("%s", (key, cells, statuses) => {
    expect(statusesUnder([key], cells)).toEqual(statuses);
  });
});

it("reads rows that are rated in figures by a scale in one line, which counts nothing", () => {
  const key = "Rating scale. 4: completed  3: on schedule  2: minor delay  1: major delay";
  const report = reportOf(...HEADER, key, "", ...rowsWith(["3", "1", "4", "2"]));
  expect(report?.deliverables.map(({ rag }) => rag)).toEqual(["green", "red", "blue", "amber"]);
  expect(report?.stated_counts).toEqual([]);
});

it("reads the counts that a covering letter lists right above the report's title", () => {
  const letter = ["Hi Dev,", "", "The position for June:", "", "  - complete: 1 of 3", "  - on track: 2 of 3", ""];
  const report = reportOf(...letter, ...HEADER, ...rowsWith(["Complete", "On track", "On track"]));
  expect(report?.stated_counts.map(({ rag, stated_count, stated_total }) => [rag, stated_count, stated_total])).toEqual(
    [
      ["blue", 1, 3],
      ["green", 2, 3],
    ],
  );
});

describe("counts above the report's title that no letter states", () => {
  const ROWS = rowsWith(["Complete", "On track", "On track"]);
  const countsUnder = (...above: string[]) =>
    reportOf(...above, ...HEADER, ...ROWS)?.stated_counts.map(({ rag, stated_count }) => [rag, stated_count]);

  it("are another paper's where they count other rows than the report has", () => {
    expect(countsUnder("Estates dashboard", "", "Complete: 14", "On track: 3", "")).toEqual([]);
  });

  it("are its own where they count as many", () => {
    expect(countsUnder("At a glance", "", "Complete: 2", "On track: 1", "")).toEqual([
      ["blue", 2],
      ["green", 1],
    ]);
  });
});
