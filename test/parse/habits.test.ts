/** Habits of several authors: bars without a rule, statuses that say what they are, papers that only quote a report. */
import { describe, expect, it } from "vitest";
import { reportOf, reportsOf, rowsOf as rowsIn } from "./read-text.js";

const HEAD = ["Brackley Community Plan 2022-2023", "Theme 1 Update - Quarter 2 (September 2022)", ""];
const rowsOf = (...lines: string[]) => rowsIn(reportOf(...HEAD, ...lines));

const ROWS = [
  ["1", "BC", "Open a hub", "green"],
  ["2", "NHS", "Hire a nurse", "amber"],
];

it("reads a table with bars between its cells and no rule under its column headings", () => {
  const lines = ["Ref | Lead | Action | RAG", "1 | BC | Open a hub | G", "2 | NHS | Hire a nurse | A"];
  expect(rowsOf(...lines)).toEqual(ROWS);
});

it("reads a status column before the column of numbers in cells separated by tabs", () => {
  const lines = ["RAG\tRef\tLead\tAction", "G\t1\tBC\tOpen a hub", "A\t2\tNHS\tHire a nurse"];
  expect(rowsOf(...lines)).toEqual(ROWS);
});

describe("a table whose first column is the statuses", () => {
  const table = (...rows: string[]) => rows.map((each) => each.replaceAll("|", "\t"));

  it.each([
    ["they come again", "RAG|Action|Lead", ["G|Open a hub|BC", "A|Hire a nurse|NHS", "G|Sort the bins|BC"]],
    ["rows have updates too", "RAG|Action|Lead|Update", ["G|Open a hub|BC|It is open", "A|Hire a nurse|NHS|None came"]],
  ])("lists things to do where %s", (_, headings, rows) => {
    const found = rowsOf(...table(headings, ...rows))?.map(([, , title, rag]) => [title, rag]);
    expect(found?.slice(0, 2)).toEqual([
      ["Open a hub", "green"],
      ["Hire a nurse", "amber"],
    ]);
    expect(found).toHaveLength(rows.length);
  });

  it("is a key where each status comes once beside its meaning", () => {
    const key = table("RAG|Action|Number", "G|Being delivered as planned|1", "A|Being delivered late|1");
    const body = table("Ref|Lead|Action|RAG", "1|BC|Open a hub|G", "2|NHS|Hire a nurse|A");
    expect(rowsOf(...key, "", ...body)).toEqual(ROWS);
  });
});

it.each([
  ["with its label again", "RAG: G", "RAG: A"],
  ["as a coloured sign", "🟢", "🟠"],
])("reads a status %s", (_, green, amber) => {
  const lines = ["Ref\tLead\tAction\tRAG", `1\tBC\tOpen a hub\t${green}`, `2\tNHS\tHire a nurse\t${amber}`];
  expect(rowsOf(...lines)).toEqual(ROWS);
});

it("finds the column of titles by its words where its heading is unknown", () => {
  const found = rowsOf(
    ...["Ref\tIndicator\tTarget\tRAG", "1\tCalls answered in time\t90%\tG", "2\tBins missed by crews\t40\tR"],
  );
  expect(found?.map((row) => [row[0], row[2], row[3]])).toEqual([
    ["1", "Calls answered in time", "green"],
    ["2", "Bins missed by crews", "red"],
  ]);
});

it("doubts titles that no heading and only their cells show to be titles", () => {
  const rows = ["1\tBC\tWaiting for the hub to open\tG", "2\tNHS\tWaiting for two new nurses\tA"];
  const more = ["3\tBC\tWaiting for the bins to come\tR", "4\tNHS\tWaiting for a better depot\tG"];
  const found = reportOf(...HEAD, "Ref\tOwner\tKey risk to delivery\tRAG", ...rows, ...more)?.deliverables;
  expect(found?.map(({ title }) => title?.slice(0, 11))).toEqual(Array(4).fill("Waiting for"));
  for (const { review_reasons } of found ?? []) expect(review_reasons).toContain("column-doubtful");
});

it("does not read such a column of another paper's table as titles, beside a table of deliverables", () => {
  const table = ["| Ref | Lead | Action | RAG |", "|---|---|---|---|", "| 1 | BC | Open a hub | G |"];
  const risks = [
    "| Ref | Risk | RAG |",
    "|---|---|---|",
    "| 7 | Loss of key staff | R |",
    "| 8 | A flooded depot | A |",
  ];
  expect(rowsOf(...table, "| 2 | NHS | Hire a nurse | A |", "", ...risks)?.map((row) => row[2])).not.toContain(
    "Loss of key staff",
  );
});

it("reads a summary at the end of a report with a status that is not a colour", () => {
  const [report] = reportsOf(
    ...HEAD,
    ...["Ref\tLead\tAction\tRAG", "1\tBC\tOpen a hub\tG", "2\tNHS\tHire a nurse\tNot started", ""],
    ...["Green 1/2 (50%)", "Not started 1/2 (50%)", "Red 0/2 (0%)"],
  );
  expect(report?.stated_counts.map(({ rag, verdict }) => [rag, verdict])).toEqual([
    ["green", "confirmed"],
    ["white", "confirmed"],
    ["red", "confirmed"],
  ]);
});

describe("what is not a report", () => {
  it.each([
    [
      "a sentence in minutes that quotes the counts",
      "Minutes of the meeting held on 6 July 2022",
      "Safer Melford Delivery Plan 2022-25",
      "The Quarter 1 report says that 9 of 14 (64%) deliverables were green and 5 (36%) amber.",
    ],
    [
      "a press release about a plan",
      "Council publishes Quarter 2 progress on its Climate Action Plan 2021-2025",
      "Of the 20 actions, 12 (60%) are green, 5 (25%) are amber and 3 (15%) are red.",
    ],
    [
      "the action list of minutes that quote a report's key",
      "Minutes of the Programme Board, 12 May 2022",
      "Corporate Plan 2019-2022, Theme 1",
      "Green: 9 of 14 (64%)",
      "Amber: 5 of 14 (36%)",
      "",
      "No\tAction\tOwner\tStatus",
      "1\tSend the report to members\tJS\tComplete",
      "2\tInvite the fire service\tTB\tOn track",
    ],
    [
      "a budget with colours",
      "Budget monitoring 2022/23, Quarter 2",
      "No\tCost centre\tForecast\tRAG",
      "1\tHousing repairs\t1,200\tGreen",
      "2\tRoad salt\t2,400\tRed",
      "3\tLibrary books\t300\tGreen",
    ],
    [
      "a budget with a line on what its colours mean",
      "Budget monitoring 2022/23, Quarter 2",
      "No\tService\tLead\tBudget",
      "1\tHousing\tJS\t1,200",
      "2\tRoads\tTB\t2,400",
      "RAG: Green under budget, Amber up to 5% over, Red more than 5% over.",
    ],
  ])("%s", (_, ...lines) => {
    expect(reportsOf(...lines)).toEqual([]);
  });

  it("does not include a complete report inside minutes", () => {
    const lines = ["Minutes of the Programme Board, 12 May 2022", "Corporate Plan 2019-2022, Theme 1", "Green: 2 of 2"];
    const table = ["No\tAction\tOwner\tStatus", "1\tOpen a hub\tBC\tGreen", "2\tFix a roof\tBC\tGreen"];
    expect(reportsOf(...lines, "", ...table)).toHaveLength(1);
  });
});
