/** Lines of tabbed and running text that were read into the wrong field, or as a value that nobody printed. */
import { expect, it } from "vitest";
import { reportOf } from "./read-text.js";

const HEAD = ["SAFER MELFORD DELIVERY PLAN (2021-22)", "THEME 1 UPDATE - QRT 3 UPDATE (January 2022)", ""];
const TABBED = ["No", "Organisation", "Deliverable", "RAG"].join("\t");
const updates = (...lines: string[]) =>
  reportOf(...HEAD, TABBED, "1\tFORCE\tOpen a door\tG", ...lines)?.deliverables[0]?.updates.map((update) => [
    update.heading,
    update.date,
    update.text,
  ]);

it("reads a quarter and its year as an update's heading without a date", () => {
  expect(updates("Q3 2021: It is open.", "Q4 2021/22: It is busy.")).toEqual([
    ["Q3 2021:", null, "It is open."],
    ["Q4 2021/22:", null, "It is busy."],
  ]);
});

it("leaves a quarter within a sentence in the sentence", () => {
  expect(updates("Update 12.10.21: It opened in", "Q3 2021 and is busy.")).toHaveLength(1);
});

it("splits a line into its dated updates", () => {
  expect(updates("12.10.21: Done. 14.12.21: More")).toEqual([
    ["12.10.21:", "2021-10-12", "Done."],
    ["14.12.21:", "2021-12-14", "More"],
  ]);
  expect(updates("Update 12.10.21: It is open. Update 14.12.21: It is busy.")).toEqual([
    ["Update 12.10.21:", "2021-10-12", "It is open."],
    ["Update 14.12.21:", "2021-12-14", "It is busy."],
  ]);
});

it("splits dated updates that continue in lower case where they are printed like the first one", () => {
  expect(updates("12.03.20: done. 14.05.20: more was done")).toEqual([
    ["12.03.20:", "2020-03-12", "done."],
    ["14.05.20:", "2020-05-14", "more was done"],
  ]);
  expect(updates("12 March 2020 - begun", "12 May 2020 - ended. 4 June 2020 - closed.")).toEqual([
    ["12 March 2020 -", "2020-03-12", "begun"],
    ["12 May 2020 -", "2020-05-12", "ended."],
    ["4 June 2020 -", "2020-06-04", "closed."],
  ]);
});

it("leaves a date in prose within its update, though a colon follows", () => {
  const whole = "done, and by 12.04.20: the board. See no. 13.04.20: the fair, and 14.05.20 minutes.";
  expect(updates(`12.03.20: ${whole} 15.05.20: more was done`)).toEqual([
    ["12.03.20:", "2020-03-12", whole],
    ["15.05.20:", "2020-05-15", "more was done"],
  ]);
  expect(updates("Update 12.03.20: It was agreed that", "14.05.20: the day of the fair holds.")).toHaveLength(1);
  expect(
    updates("12.03.20: it was agreed by all members of the board that the", "14.05.20: the fair holds."),
  ).toHaveLength(1);
});

it("does not split a line at a date that is no heading", () => {
  expect(updates("Update 12.10.21: It is open. 14.12.21 is the day of the fair.")).toHaveLength(1);
  expect(updates("It is open, see 14.12.21: the fair.")).toHaveLength(1);
});

it("keeps a last row that has only number and title, with the reasons that the rest is missing", () => {
  const found = reportOf(
    ...HEAD,
    TABBED,
    "1\tFORCE\tOpen a door\tG",
    "Update 12.10.21: It is open.",
    "2\tClose a door",
  );
  expect(found?.deliverables.map(({ number, title, rag }) => [number, title, rag])).toEqual([
    ["1", "Open a door", "green"],
    ["2", "Close a door", null],
  ]);
  expect(found?.deliverables[1]?.review_reasons).toContain("status-missing");
});

it("does not read a list at the end of an update as rows", () => {
  const found = reportOf(
    ...HEAD,
    TABBED,
    "1\tFORCE\tOpen a door\tG",
    "Update 12.10.21: To do:",
    "1\tPaint",
    "2\tClose it",
  );
  expect(found?.deliverables).toHaveLength(1);
});

it("does not read a status's word that begins a title as an organisation", () => {
  const found = reportOf(
    ...HEAD,
    "No Organisation Deliverable RAG",
    "1 FORCE Open a door Green",
    "Update 12.10.21: It is open.",
    "2 MC Close a door Amber",
    "Update 12.10.21: It is shut.",
    "3 Green Homes grants are paid",
    "Update 12.10.21: Some are.",
  );
  expect(found?.deliverables[2]).toMatchObject({ title: "Green Homes grants are paid", organisations: [], rag: null });
});

it("reads the month of a line that names the report", () => {
  for (const line of ["Progress report, March 2022", "Quarterly Progress Report (March 2022)", "Update - March 2022"]) {
    const found = reportOf("SAFER MELFORD DELIVERY PLAN (2021-22)", line, "", TABBED, "1\tFORCE\tOpen a door\tG");
    expect(found?.published_month, line).toBe("2022-03");
  }
});

it("reads the month of a meeting in doubt, and none of an approval", () => {
  const found = (line: string) =>
    reportOf("SAFER MELFORD DELIVERY PLAN (2021-22)", line, "", TABBED, "1\tFORCE\tOpen a door\tG");
  expect(found("Report to the Safety Board, March 2022")).toMatchObject({ published_month: "2022-03" });
  expect(found("Report to the Safety Board, March 2022")?.review_reasons).toContain("month-of-occasion");
  expect(found("Progress report, March 2022")?.review_reasons).not.toContain("month-of-occasion");
  expect(found("Approved by the Safety Board, March 2021")?.published_month).toBeNull();
});

it("joins a known code whose last letter a narrow cell broke off", () => {
  const found = reportOf(
    ...HEAD,
    TABBED,
    "1\tTOPCC\tOpen a door\tG",
    "Update 12.10.21: It is open.",
    "2\tTOPC C\tClose a door\tA",
    "Update 12.10.21: It is shut.",
  );
  expect(found?.deliverables[1]).toMatchObject({ organisations: ["TOPCC"], organisations_raw: "TOPC C" });
});

it("does not add an update's cell in lower case to the title", () => {
  const table = [
    "No | Owner | Action | RAG | Update",
    "1 | CSP | Hold walkabouts | G | six held",
    "2 | BC | Fit gates | R | none",
  ];
  const found = reportOf(...HEAD, ...table)?.deliverables;
  expect(found?.map(({ title, updates: [update] }) => [title, update?.text])).toEqual([
    ["Hold walkabouts", "six held"],
    ["Fit gates", "none"],
  ]);
  const list = ["1. Hold walkabouts", "Owner: CSP", "RAG: G", "Progress: six held"];
  const [entry] = reportOf(...HEAD, ...list, "", ...list.map((line) => line.replace("1.", "2.")))?.deliverables ?? [];
  expect([entry?.title, entry?.updates[0]?.text]).toEqual(["Hold walkabouts", "six held"]);
});

it("reads a name of several words on its own line beside the status as the organisation", () => {
  const row = (number: number, ...cells: string[]) => [
    String(number),
    ...cells,
    `Update ${number}.10.21: Work goes on.`,
    "",
  ];
  const heading = ["Number", "Milestone", "Status", "Owner", "Latest position", ""];
  const found = reportOf(
    ...HEAD,
    ...heading,
    ...row(1, "Light the path", "Green", "Force"),
    ...row(2, "Recruit 40 officers", "Amber", "Force HR"),
  )?.deliverables[1];
  expect([found?.organisations_raw, found?.updates.length]).toEqual(["Force HR", 1]);
});
