/** Labelled lists in the styles of several authors: statuses after titles, labels in any order, wrapped lines, glyphs, several lists. */
import { describe, expect, it } from "vitest";
import { printedOf, reportOf as read, reportsOf, rowsWithUpdatesOf } from "../read-text.js";

const HEAD = ["Brackley Climate Plan 2022-2025", ""];
const reportOf = (...lines: string[]) => read(...HEAD, ...lines);
const rowsOf = (...lines: string[]) => rowsWithUpdatesOf(reportOf(...lines));

const ROWS = [
  ["1", "BC", "Open a hub", "green", "Opened in May."],
  ["2", "NHS", "Hire a nurse", "amber", "Advert out."],
];

it("reads labels that are sentences after the title, also where the status is on the next line", () => {
  const found = rowsOf(
    ...["1. Open a hub. Lead: Head of Estates. Status: Green.", "12 May 2023 – Opened in May.", ""],
    ...["2. Hire a nurse. Lead: Assistant Director, Care. Status:", "Amber.", "12 May 2023 – Advert out."],
  );
  expect(found).toEqual([
    ["1", "HEAD OF ESTATES", "Open a hub.", "green", "Opened in May."],
    ["2", "ASSISTANT DIRECTOR, CARE", "Hire a nurse.", "amber", "Advert out."],
  ]);
});

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

describe("values beside each other", () => {
  it.each([
    ["a single space", "Lead: BC Status: Green"],
    ["a bar", "Lead: BC | Status: Green"],
    ["a stroke", "Lead: BC / Status: Green"],
    ["a semicolon", "**Lead:** BC; **Status:** Green"],
    ["a comma in brackets", "(Lead: BC, Status: Green)"],
    ["a comma in brackets behind a bullet", "- (Lead: BC, Status: Green)"],
  ])("are told apart by %s", (_, first) => {
    const second = first.replace("BC", "NHS").replace("Green", "Amber");
    expect(rowsOf("1. Open a hub", first, "Opened in May.", "", "2. Hire a nurse", second, "Advert out.")).toEqual(
      ROWS,
    );
  });

  it("may stand in brackets behind titles that have no number", () => {
    const found = rowsOf("Open a hub (Lead: BC, Status: Green)", "", "Hire a nurse (Lead: NHS, Status: Amber)");
    expect(found).toEqual([
      [null, "BC", "Open a hub", "green", ""],
      [null, "NHS", "Hire a nurse", "amber", ""],
    ]);
  });
});

describe("lines that wrap", () => {
  const wrapped = [
    "1. Open a hub in the old",
    "   bank",
    "Lead: BC | Delivery",
    "   status: Green",
    "Update: It opened on",
    "   Monday.",
    "",
    "2. Hire a nurse (Lead:",
    "   NHS, Delivery status:",
    "   Amber)",
    "Update: The advert",
    "   is out.",
  ];
  const right = [
    ["1", "BC", "Open a hub in the old bank", "green", "It opened on Monday."],
    ["2", "NHS", "Hire a nurse", "amber", "The advert is out."],
  ];

  it("may break a label, a title, brackets and a value", () => {
    expect(rowsOf(...wrapped)).toEqual(right);
    expect(rowsOf(...wrapped.map((line) => line.trim()))).toEqual(right);
  });

  it("do not take the sentence under a name into the name", () => {
    const found = rowsOf(
      ...["1. Open a hub in the old bank", "by the river", "Status: Green", "Lead: Harbour Board", "Doors open."],
      ...[
        "",
        "2. Hire a nurse for the wards",
        "of the infirmary",
        "Status: Amber",
        "Lead: Health Trust",
        "Advert out.",
      ],
    );
    expect(found?.map((row) => [row[1], row[4]])).toEqual([
      ["HARBOUR BOARD", "Doors open."],
      ["HEALTH TRUST", "Advert out."],
    ]);
  });
});

describe("glyphs", () => {
  it.each([
    ["before a number", "🟢 1. Open a hub (Lead: BC)", "🟠 2. Hire a nurse (Lead: NHS)"],
    ["behind labels in brackets", "1. Open a hub (Lead: BC) 🟢", "2. Hire a nurse (Lead: NHS) 🟠"],
    ["behind a name", "1. Open a hub (BC) - 🟢", "2. Hire a nurse (NHS) - 🟠"],
  ])("%s are statuses", (_, first, second) => {
    expect(rowsOf(first, "Opened in May.", "", second, "Advert out.")).toEqual(ROWS);
  });

  it("before the counts of a key begin no entry", () => {
    const key = ["🟢 Green: 1 of 2 (50%)", "🟠 Amber: 1 of 2 (50%)", ""];
    const report = reportOf(...key, "🟢 1. Open a hub (Lead: BC)", "Opened.", "", "🟠 2. Hire a nurse (Lead: NHS)");
    expect(report?.deliverables.map(({ title }) => title)).toEqual(["Open a hub", "Hire a nurse"]);
    expect(report?.stated_counts.map(({ rag, stated_count: count }) => [rag, count])).toEqual([
      ["green", 1],
      ["amber", 1],
    ]);
  });
});

describe("entries", () => {
  it("have labels of any form; the word that says what they are is none", () => {
    const numbersOf = (...labels: string[]) =>
      rowsOf(...labels.flatMap((label) => [`${label} Open ${label.length} hubs`, "Lead: BC  Status: Green", ""]))?.map(
        ([number]) => number,
      );
    expect(numbersOf("1(a)", "1(b))", "2(a):")).toEqual(["1(a)", "1(b)", "2(a)"]);
    expect(numbersOf("WP-07 –", "WP-08 –")).toEqual(["WP-07", "WP-08"]);
    expect(numbersOf("Action 3:", "Action 4:")).toEqual(["3", "4"]);
  });

  it("without a status or any label stand where the next number is due", () => {
    const found = rowsOf(
      ...["🟢 1. Open a hub", "Opened.", "", "2. Hire a nurse", "No advert.", "", "🔴 3. Fix a roof", "No money."],
    );
    expect(found?.map((row) => [row[0], row[3]])).toEqual([
      ["1", "green"],
      ["2", null],
      ["3", "red"],
    ]);
  });

  it("without numbers begin where their labels come again", () => {
    const found = rowsOf(
      ...["Open a hub", "Owner: BC", "Status: Green", "Opened in May.", ""],
      ...["Hire a nurse", "Owner: NHS", "Advert out.", "", "Fix a roof", "Owner: BC", "Status: Red", "No money."],
    );
    expect(found).toEqual([
      [null, "BC", "Open a hub", "green", "Opened in May."],
      [null, "NHS", "Hire a nurse", null, "Advert out."],
      [null, "BC", "Fix a roof", "red", "No money."],
    ]);
  });

  it("keep the line of each update", () => {
    const lines = ["1. Open a hub", "Lead: BC  Status: Green", "12.09.22: Open.", "19.09.22: Full.", ""];
    const rows = printedOf(...HEAD, ...lines, "2. Hire a nurse", "Lead: NHS  Status: Amber")?.rows;
    expect(rows?.[0]?.updates.map(({ place }) => [place.lineFirst, place.lineLast])).toEqual([
      [5, 5],
      [6, 6],
    ]);
  });
});

it("reads every list of a file, each with its own labels", () => {
  const reports = reportsOf(
    ...["Brackley Climate Plan 2022-2025", "Quarter 1 2022/23", "", "1. Open a hub", "Lead: BC  Status: Green", ""],
    ...["2. Hire a nurse", "Lead: NHS  Status: Amber", ""],
    ...["Brackley Climate Plan 2022-2025", "Quarter 2 2022/23", "", "1. Open a hub", "Owner: BC", "RAG: Blue", ""],
    ...["2. Hire a nurse", "Owner: NHS", "RAG: Green"],
  );
  expect(reports.map(({ quarter, deliverables }) => [quarter, deliverables.map(({ rag }) => rag)])).toEqual([
    [1, ["green", "amber"]],
    [2, ["blue", "green"]],
  ]);
});

it("keeps the titles of a list in which all are the same", () => {
  const rows = ["1", "2", "3"].flatMap((number) => [
    ...[`${number}. Widen the footpath`, "   Lead: BC   Status: Amber", ""],
    ...[`   Update 13.12.22: Crews worked on stretch ${number} of it.`, ""],
  ]);
  const [report] = reportsOf("Brackley Climate Plan 2022-2025", "Quarter 1 2022/23", "", ...rows);
  expect(report?.deliverables.map(({ title }) => title)).toEqual(Array(3).fill("Widen the footpath"));
});

it("reads a page number inside an entry as no entry", () => {
  const found = rowsOf(
    ...["Action 1.1: Open a hub", "Lead: BC", "RAG: Green", "Update: Opened in May.", ""],
    ...["Action 1.2: Hire a nurse", "Lead: NHS", "RAG: Amber", "", "1 of 2", "", "Update: Advert out."],
  );
  expect(found).toEqual([
    ["1.1", "BC", "Open a hub", "green", "Opened in May."],
    ["1.2", "NHS", "Hire a nurse", "amber", "Advert out."],
  ]);
});

describe("labels and statuses of web pages and papers", () => {
  it("reads labels that come again and say by their last word what they are", () => {
    const entry = (number: string, title: string, lead: string, status: string) => [
      `Action ${number}`,
      title,
      `Lead Department/Agency: ${lead}`,
      `Status: ${status}`,
      "Progress: It goes on.",
      "",
    ];
    expect(
      rowsOf(...entry("3.1", "Open a hub", "BC", "On track"), ...entry("3.2", "Hire a nurse", "NHS", "At risk")),
    ).toEqual([
      ["3.1", "BC", "Open a hub", "green", "It goes on."],
      ["3.2", "NHS", "Hire a nurse", "amber", "It goes on."],
    ]);
  });

  it("reads a status alone on the line below a title", () => {
    const entry = (title: string, status: string, lead: string) => [
      title,
      "",
      status,
      "",
      `Lead: ${lead}`,
      "",
      "Work goes on.",
      "",
    ];
    const found = rowsOf(
      ...entry("Open 40 hubs in villages", "On track", "BC"),
      ...entry("Retrofit 500 council homes", "On hold", "NHS"),
      ...entry("Plant 10,000 trees", "Completed", "BC"),
    );
    expect(found).toEqual([
      [null, "BC", "Open 40 hubs in villages", "green", "Work goes on."],
      [null, "NHS", "Retrofit 500 council homes", null, "Work goes on."],
      [null, "BC", "Plant 10,000 trees", "blue", "Work goes on."],
    ]);
  });

  it("reads a list whose progress is its status", () => {
    const entry = (number: string, title: string, status: string) => [
      `(${number}) ${title}`,
      "Responsible: BC",
      `Progress: ${status}`,
      "Remarks: Work goes on.",
      "",
    ];
    expect(
      rowsOf(...entry("1", "Build a slipway", "Complete"), ...entry("2", "Dredge the channel", "At risk")),
    ).toEqual([
      ["1", "BC", "Build a slipway", "blue", "Work goes on."],
      ["2", "BC", "Dredge the channel", "amber", "Work goes on."],
    ]);
  });

  it("takes a status that ends a dated update for no status of the title above", () => {
    const found = rowsOf(
      "🟢 1 Open a hub (Lead: BC)",
      "- 10.11.22: Done.",
      "",
      "🟠 2 Hire a nurse (Lead: NHS)",
      "- 10.11.22: Late.",
    );
    expect(found?.map((row) => [row[2], row[3], row[4]])).toEqual([
      ["Open a hub", "green", "Done."],
      ["Hire a nurse", "amber", "Late."],
    ]);
  });
});

it("reads a status that stands at the other side of the page from the title", () => {
  const found = rowsOf(
    ...["1. Open a hub          GREEN", "Lead partner: BC", "Progress: Opened in May.", ""],
    ...["2. Hire a nurse        AMBER", "Lead partner: NHS", "Progress: Advert out."],
  );
  expect(found).toEqual(ROWS);
});

describe("who does it", () => {
  it("may be before the titles, with a wide gap after it", () => {
    const found = rowsOf(
      "1  BC  Open a hub  [G]",
      "Opened in May.",
      "",
      "2  NHS and BC  Hire a nurse  [A]",
      "Advert out.",
      "",
      "3  Fire Service  Fix a roof  [R]",
    );
    expect(found?.map((row) => row.slice(0, 4))).toEqual([
      ["1", "BC", "Open a hub", "green"],
      ["2", "NHS,BC", "Hire a nurse", "amber"],
      ["3", "FIRE SERVICE", "Fix a roof", "red"],
    ]);
  });

  it("is not what a slip of the space bar sets apart in one title", () => {
    const found = rowsOf("1. Open  Hub for all [G]", "2. Hire a nurse [A]", "3. Fix a roof [R]", "4. Mend a wall [R]");
    expect(found?.map((row) => row[1])).toEqual(["", "", "", ""]);
  });

  it("may have a label in the plural", () => {
    const entry = (title: string, who: string) => [title, `Agencies: ${who}`, "Status: On track", "Work goes on.", ""];
    const found = rowsOf(...entry("A1 – Open a hub", "BC"), ...entry("A2 – Hire a nurse", "NHS and BC"));
    expect(found?.map((row) => row[1])).toEqual(["BC", "NHS,BC"]);
  });
});

describe("what follows the last entry", () => {
  const entry = (number: number, title: string) => [
    `${number}. ${title}`,
    "Lead: BC",
    "RAG: Green",
    "Update:",
    "Done.",
  ];

  it.each([
    ["the end of a letter", ["Kind regards,", "Ann Green", "Town Clerk"]],
    ["another end of a letter", ["Yours sincerely", "", "Ann Green"]],
    ["a key", ["Green: finished or on course. Amber: some way to go. Red: not on course."]],
  ])("is no update of it: %s", (_name, lines) => {
    const found = rowsOf(...entry(1, "Open a hub"), "", ...entry(2, "Hire a nurse"), "", ...lines);
    expect(found?.map((row) => row[4])).toEqual(["Done.", "Done."]);
  });
});

it("keeps the answer to a recommendation apart from its updates", () => {
  const entry = (number: number, answer: string) => [
    `Recommendation ${number}`,
    `A register of sites ${number} should be kept.`,
    "Lead: BC",
    `Council response: ${answer}`,
    "Status: On track",
    "Progress update",
    `${number} May 2023 – The register is being drawn up.`,
    "",
  ];
  const report = reportOf(
    ...entry(1, "Accepted"),
    ...entry(2, "Accepted in part"),
    ...entry(3, "Accepted"),
    ...entry(4, "Accepted"),
  );
  expect(report?.deliverables.map(({ updates }) => updates.map(({ text }) => text))).toEqual([
    ["The register is being drawn up."],
    ["The register is being drawn up."],
    ["The register is being drawn up."],
    ["The register is being drawn up."],
  ]);
  expect(report?.deliverables[1]?.other_columns).toContainEqual({
    heading: "Council response",
    text: "Accepted in part",
  });
});

describe("cards", () => {
  const found = (...lines: string[]) =>
    reportOf(...lines)?.deliverables.map(({ number, organisations_raw, title, rag }) => [
      number,
      organisations_raw,
      title,
      rag,
    ]);

  it("have the status at the other side of the line of their lead", () => {
    const [hub, nurse] = ["Task 1.1: Open a hub", "Task 1.2: Hire a nurse"];
    expect(
      found(
        hub,
        "",
        "Lead: Borough Council          On track",
        "",
        "- Opened.",
        "",
        nurse,
        "",
        "Lead: NHS         At risk",
      ),
    ).toEqual([
      ["1.1", "Borough Council", "Open a hub", "green"],
      ["1.2", "NHS", "Hire a nurse", "amber"],
    ]);
  });

  it.each([
    ["below the title", ["Open a hub.", "", "Planned end: May", "Lead: BC", "Status: On track"]],
    ["between the number and the title", ["On track", "Open a hub.", "", "Lead: BC"]],
  ])("begin with a number alone, and have the status %s", (_, lines) => {
    const nurse = lines.map((line) =>
      line.replace("Open a hub", "Hire a nurse").replace("BC", "NHS").replace("On track", "At risk"),
    );
    const text = [
      "Finding 1",
      "",
      ...lines,
      "",
      "June 2023 - Opened.",
      "",
      "Finding 2",
      "",
      ...nurse,
      "",
      "June 2023 - Out.",
    ];
    expect(found(...text)).toEqual([
      ["1", "BC", "Open a hub.", "green"],
      ["2", "NHS", "Hire a nurse.", "amber"],
    ]);
  });

  it("have labels that only white space separates from their values", () => {
    const card = (title: string, status: string, lead: string) => [
      title,
      "",
      `Status   ${status}`,
      `Owner    ${lead}`,
      "",
    ];
    expect(
      found(...card("Task 1: Open a hub", "On track", "BC"), ...card("Task 2: Hire a nurse", "At risk", "NHS")),
    ).toEqual([
      ["1", "BC", "Open a hub", "green"],
      ["2", "NHS", "Hire a nurse", "amber"],
    ]);
  });

  it("have a label alone above their updates, which is none of these, and groups between them", () => {
    const card = (label: string, title: string, text: string) => [
      `${label} ${title}`,
      "",
      "Lead: BC",
      "Status: Green",
      "",
      "What we did",
      "",
      `May 2023 - ${text}`,
      "",
    ];
    const report = reportOf(
      ...card("K01", "Open a hub", "Opened."),
      "Town objective 2: Healthy lanes",
      "",
      ...card("K02", "Hire a nurse", "Advert out."),
    );
    expect(report?.deliverables.map(({ updates }) => updates.map(({ text }) => text))).toEqual([
      ["Opened."],
      ["Advert out."],
    ]);
    expect(report?.deliverables.map(({ group }) => group)).toEqual([null, "Town objective 2: Healthy lanes"]);
  });

  it("have nothing wrap from a lead's line that ends with the status", () => {
    const card = (title: string, lead: string, text: string) => [
      title,
      `Lead: ${lead}      On track`,
      `    ${text}`,
      "",
    ];
    const report = reportOf(
      ...card("Task 1: Open a hub", "Harbour Master", "It was opened in May."),
      ...card("Task 2: Hire a nurse", "Head of Care", "The advert is out."),
    );
    expect(report?.deliverables.map((row) => [row.organisations_raw, row.updates.map(({ text }) => text)])).toEqual([
      ["Harbour Master", ["It was opened in May."]],
      ["Head of Care", ["The advert is out."]],
    ]);
  });

  it("do not begin at a notice of rights", () => {
    const text = [
      "Task 1: Open a hub",
      "Status: Green",
      "",
      "Task 2: Hire a nurse",
      "Status: Red",
      "",
      "© 2031 All rights reserved",
    ];
    expect(found(...text)?.map(([number]) => number)).toEqual(["1", "2"]);
  });
});
