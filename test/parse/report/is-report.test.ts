import { describe, expect, it } from "vitest";
import { reportsOf } from "../read-text.js";

const reportsIn = (...lines: string[]): number => reportsOf(...lines).length;
const table = (...rows: string[]): string[] => [
  rows[0] ?? "",
  `|${" --- |".repeat((rows[0] ?? "").split("|").length - 2)}`,
  ...rows.slice(1),
];

describe("tables that are not a report", () => {
  it("are those of a meeting's actions, which have no statuses", () => {
    const found = reportsIn(
      "Minutes of the meeting of 6 July 2022",
      "Of the 12 actions, 8 (67%) are complete.",
      ...table(
        "| No. | Action | Owner | Due |",
        "| 1 | Mow the green | TPC | May |",
        "| 2 | Find a clerk | TPC | June |",
      ),
    );
    expect(found).toBe(0);
  });

  it("are those of goods in several colours", () => {
    const found = reportsIn(
      "Price list, quarter 2",
      ...table("| No. | Item | Colour | Price |", "| 1 | Gloss | Red | £24 |", "| 2 | Gloss | Green | £24 |"),
    );
    expect(found).toBe(0);
  });
});

describe("tables with statuses that list no deliverables", () => {
  it("are registers of risks, whatever is done about them", () => {
    const rows = table(
      "| Ref | Risk description | Action taken | RAG |",
      "| 1 | Loss of key staff | Plan agreed | Amber |",
      "| 2 | Data breach | Training given | Green |",
      "| 3 | Flood at the depot | Pump ordered | Red |",
    );
    expect(reportsIn("Safety log", "Quarter 3 2021-22", ...rows)).toBe(0);
    expect(reportsIn("SAFER MELFORD DELIVERY PLAN 2021-22", "Quarter 3", ...rows)).toBe(0);
  });

  it("are tables of figures compared with targets or budgets", () => {
    const measures = table(
      "| Ref | Measure | Target | Actual | RAG |",
      "| 1 | Calls answered in time | 90% | 91% | G |",
      "| 2 | Missed bins per thousand | 2 | 4 | R |",
      "| 3 | Rent collected | 97% | 98% | G |",
    );
    expect(reportsIn("Performance in quarter 3 2021-22", ...measures)).toBe(0);
    const projects = table(
      "| ID | Project | Allocated | Spend | Status |",
      "| 1 | New depot roof | £12,000 | £11,000 | Green |",
      "| 2 | Vehicle renewal | £3,000 | £3,400 | Red |",
      "| 3 | Town hall lift | £5,000 | £5,100 | Amber |",
    );
    expect(reportsIn("Projects, December 2021", ...projects)).toBe(0);
  });

  it("are a meeting's actions, under any of its names", () => {
    const actions = table(
      "| No | Action | Owner | Status |",
      "| 1 | Mow the green | JB | Complete |",
      "| 2 | Find a clerk | KM | Amber |",
      "| 3 | Paint the gate | KM | Not started |",
    );
    for (const name of ["Notes of the meeting held on 12 January 2022", "Action list"])
      expect(reportsIn("Delivery Board", name, "Theme 2 was discussed.", ...actions), name).toBe(0);
  });

  it("do not include a report with columns of years and one of cost", () => {
    const rows = table(
      "| No | Deliverable | Lead | Year | Cost | RAG |",
      "| 1 | Mow the green | TPC | 2022 | £20 | G |",
      "| 2 | Find a clerk | TPC | 2023 | £10 | A |",
    );
    expect(reportsIn("Progress in quarter 2, 2022-23", ...rows)).toBe(1);
  });
});

describe("a page that states counts and has no plan title", () => {
  const COUNTS =
    "There are 60 actions. Of these, 30 are complete (50%), 20 are on track (33%) and 10 have not started (17%)";

  it("is a report where they add up", () => {
    const [found] = reportsOf("Keeping our promises", "", "We look at every action once a quarter.", "", `${COUNTS}.`);
    expect(found?.stated_counts.map((one) => [one.rag, one.stated_count])).toEqual([
      ["blue", 30],
      ["green", 20],
      ["white", 10],
    ]);
  });

  it.each([
    ["do not add up", COUNTS.replace("10 have", "4 have")],
    ["are somebody's words", `${COUNTS}, the leader said.`],
    ["are part of an agenda", `Agenda item 7\n\n${COUNTS}.`],
    ["are for a meeting to note", `To consider the attached report.\n\n${COUNTS}.`],
    ["are of other things", COUNTS.replace("actions", "schools")],
  ])("is none where they %s", (_, text) => {
    expect(reportsIn("Keeping our promises", "", ...text.split("\n"))).toBe(0);
  });
});

describe("a text without rows", () => {
  it("is not a report where only its prose names plan, theme and quarter", () => {
    const prose = [
      "The panel received the Safer Melford Delivery Plan (2021-22) theme 1 report for quarter 3. Of the",
      "14 deliverables 8 (57%) were green, 4 (29%) amber and 2 (14%) red.",
    ];
    expect(reportsIn("Scrutiny Panel: paper 4", "", ...prose)).toBe(0);
  });

  const HEAD = ["SAFER MELFORD DELIVERY PLAN 2022-23", "Theme 2 - Quarter 2 update (September 2022)", ""];
  const COUNTS = "Of the 60 actions 33 (54%) are complete.";

  it("is a report where it has a report's header and states counts", () => {
    expect(reportsIn(...HEAD, COUNTS)).toBe(1);
    expect(reportsIn(...HEAD, "Work goes on.")).toBe(0);
    expect(reportsIn("Quarter 2", "", COUNTS)).toBe(0);
  });

  it("is a report where it states shares of what plans count, theme by theme", () => {
    const themes = ["Theme 1: 9 of 14 (64%) actions are green.", "", "Theme 2: 9 of 20 (46%) actions are green."];
    expect(reportsIn("SAFER MELFORD DELIVERY PLAN 2022-23", "Quarter 2 update (September 2022)", "", ...themes)).toBe(
      1,
    );
    expect(
      reportsIn("SAFER MELFORD DELIVERY PLAN 2022-23", "Quarter 2", "", "9 of 14 (64%) residents feel safe."),
    ).toBe(0);
  });

  it.each([
    ["a heading", ["Minutes of the board held on 4 October 2022", ...HEAD, COUNTS]],
    ["attendance", ["Board meeting", "Present: Ms Quill, Mr Hale", "5. Reports", ...HEAD, COUNTS]],
    ["reported speech", [...HEAD, "The board noted that 9 of 14 (64%) deliverables were green."]],
    [
      "speech over two lines",
      [
        ...HEAD,
        "The chair told members that the plan was going well and",
        "that 9 of 14 (64%) deliverables were green.",
      ],
    ],
    ["its close", [...HEAD, COUNTS, "The meeting closed at 4pm."]],
  ])("is the account of a meeting by %s", (_, lines) => {
    expect(reportsIn(...lines)).toBe(0);
  });
});

it("does not read a register as a report where its rated rows name nothing to be done", () => {
  const found = reportsIn(
    "Quarter 3 2022/23",
    ...table(
      "| No. | Indicator | Target | Actual | RAG |",
      "| 1 | Calls answered | 90% | 88% | Amber |",
      "| 2 | Complaints closed | 95% | 97% | Green |",
      "| 3 | Homes seen | 400 | 250 | Red |",
    ),
  );
  expect(found).toBe(0);
});

it("reads rated rows under column headings of a report although no plan is named", () => {
  const found = reportsIn(
    ...table(
      "| No. | Lead | Action | RAG |",
      "| 1 | TPC | Mow the green | Green |",
      "| 2 | TPC | Find a clerk | Red |",
      "| 3 | TPC | Light the path | Green |",
    ),
  );
  expect(found).toBe(1);
});
