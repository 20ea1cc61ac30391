/** Tables whose columns stand in another order than usual, and columns that look like the status but are not. */
import { describe, expect, it } from "vitest";
import { printedOf, reportOf as read, rowsOf as rowsIn } from "./read-text.js";

const HEAD = ["Brackley Community Plan 2022-2023", "Theme 1 Update - Quarter 2 (September 2022)", ""];
const reportOf = (...lines: string[]) => read(...HEAD, ...lines);
const rowsOf = (...lines: string[]) => rowsIn(reportOf(...lines));

describe("a column of former statuses", () => {
  it.each(["Previous RAG", "Last quarter RAG", "Target RAG", "RAG last quarter"])(
    "%s gives no row its status",
    (name) => {
      const rows = rowsOf(
        `Ref\tAction\tLead\t${name}\tCurrent RAG\tComments`,
        "1\tOpen a hub\tBC\tR\tG\t12.09.22: Opened.",
        "2\tFix a roof\tBC\t\tR\t14.09.22: No money.",
        "3\tPaint a wall\tBC\tG\t\t14.09.22: Wet.",
      );
      expect(rows).toEqual([
        ["1", "BC", "Open a hub", "green"],
        ["2", "BC", "Fix a roof", "red"],
        ["3", "BC", "Paint a wall", null],
      ]);
    },
  );

  it("gives none to a row whose later cells are not printed either", () => {
    const rows = rowsOf(
      "Ref\tAction\tLead\tRAG last quarter\tCurrent RAG",
      "1\tOpen a hub\tBC\tR\tG",
      "2\tFix a roof\tBC\tG",
    );
    expect(rows?.map((row) => row[3])).toEqual(["green", null]);
  });

  it("leaves the status open where two columns of statuses disagree, and only there", () => {
    const rows = rowsOf(
      "Ref\tAction\tLead\tRAG\tDelivery status\tComments",
      "1\tOpen a hub\tBC\tR\tG\t12.09.22: Opened.",
      "2\tFix a roof\tBC\tR\tRed\t14.09.22: No money.",
    );
    expect(rows?.map((row) => row[3])).toEqual([null, "red"]);
  });
});

describe("a status column before the number", () => {
  const ROWS = [
    ["1", "BC", "Open a hub in the old bank on High Street", "green"],
    ["2", "NHS", "Hire a nurse", "amber"],
    ["3", "BC", "Fix a roof", null],
  ];

  it("is read from columns laid out with spaces, one row for each number", () => {
    const report = reportOf(
      "RAG    No.   Action                          Lead       Progress",
      "G      1     Open a hub in the old bank      BC         12.09.22: Opened with",
      "             on High Street                             40 visitors a day.",
      "A      2     Hire a nurse                    NHS        13.09.22: Advert out.",
      "       3     Fix a roof                      BC         14.09.22: No money.",
    );
    expect(report?.deliverables.map((row) => [row.number, row.organisations.join(), row.title, row.rag])).toEqual(ROWS);
    expect(report?.stated_counts).toEqual([]);
  });
});

describe("cells on lines of their own, the status first", () => {
  const CELLS = [
    ["A", "1", "Reduce falls on wards by a tenth", "NHS", "Falls are down 4% since April. 3 wards have new sensors."],
    ["G", "2", "Open the discharge lounge", "NHS", "16.10.23: Opened on 2 October with 12 chairs."],
    ["R", "3", "Cut agency spend", "ICB", "11.10.23: Spend rose by 8%. A vacancy panel meets weekly."],
  ];
  const heading = ["RAG", "Ref", "Objective", "Lead", "Commentary"];

  it("gives each row the status above its number", () => {
    const rows = rowsOf(...heading, ...CELLS.flat());
    expect(rows?.map((row) => [row[0], row[3]])).toEqual([
      ["1", "amber"],
      ["2", "green"],
      ["3", "red"],
    ]);
  });

  it("leaves a row without a status open, and does not give it another row's", () => {
    const rows = rowsOf(...heading, ...CELLS.flatMap((cells) => (cells[1] === "2" ? cells.slice(1) : cells)));
    expect(rows?.map((row) => [row[0], row[3]])).toEqual([
      ["1", "amber"],
      ["2", null],
      ["3", "red"],
    ]);
  });
});

describe("a status that is longer than a word", () => {
  const rowWith = (status: string) =>
    reportOf("Ref\tAction\tLead\tRAG\tComments", `1\tFix a roof\tBC\t${status}\t14.09.22: No money.`)?.deliverables[0];

  it.each(["Partially complete", "No longer at risk"])("keeps %s as printed, out of the updates", (status) => {
    expect(rowWith(status)).toMatchObject({ rag: null, rag_raw: status, update_count: 1 });
  });

  it.each(["Green (was Amber)", "Moved from Amber to Green", "Green; awaiting sign-off"])(
    "is read as what it is now where it says %s, with doubt",
    (status) => {
      const row = rowWith(status);
      expect(row).toMatchObject({ rag: "green", rag_raw: status, update_count: 1 });
      expect(row?.review_reasons).toContain("status-doubtful");
    },
  );
});

describe("a heading between two rows", () => {
  const section = (line: string) =>
    reportOf(
      "No\tDeliverable\tLead\tRAG",
      "1\tOpen a hub\tBC\tG",
      "Update 12.09.22: It opened.",
      line,
      "2\tFix a roof\tBC\tA",
      "Update 13.09.22: It leaks.",
    );

  it.each(["Outcome B: Cleaner streets", "PRIORITY 3 - WARM HOMES", "Theme 2"])("%s is no row's update", (line) => {
    const report = section(line);
    expect(report?.deliverables.map((row) => row.updates.map((update) => update.text))).toEqual([
      ["It opened."],
      ["It leaks."],
    ]);
    expect(report?.residue.map((piece) => piece.text)).toContain(line);
  });

  it.each(["Outcome 4 was met in full.", "Priority was given to the roof", "Aim: to be done by May"])(
    "%s stays in the update",
    (line) => {
      expect(section(line)?.deliverables[0]?.updates[0]?.text).toContain(line);
    },
  );
});

describe("a column of what comes next", () => {
  const read = (...lines: string[]) => {
    const report = printedOf(...HEAD, ...lines);
    return {
      rows: report?.rows.map((row) => [row.title, row.rag, row.updates.map(({ text }) => text).join("|")]),
      others: report?.rows.map(({ others }) => others),
      residue: report?.residue.filter(({ reason }) => reason === "unassigned"),
    };
  };
  const ROWS = [
    "1\tFORCE\tLight the path\t12.09.22: Two lamps stand.\tOrder ten lamps\tG",
    "2\tMC\tMend a wall\t\tBuild it up\tA",
  ];

  it.each(["Next steps", "Next milestone", "Mitigation", "Actions to come"])(
    "“%s” is kept with its heading, and is no row's title or update",
    (heading) => {
      const found = read(`No\tOrganisation\tDeliverable\tUpdate\t${heading}\tRAG`, ...ROWS);
      expect(found.rows).toEqual([
        ["Light the path", "green", "Two lamps stand."],
        ["Mend a wall", "amber", ""],
      ]);
      expect(found.others).toEqual([[{ heading, text: "Order ten lamps" }], [{ heading, text: "Build it up" }]]);
      expect(found.residue).toEqual([]);
    },
  );

  const HEADINGS = ["No", "Organisation", "Deliverable", "Update", "Next steps", "RAG"];
  const ROW = ["1", "FORCE", "Light the path", "12.09.22: Two lamps", "Order ten", "G"];
  const MORE = ["", "", "", "stand.", "lamps and posts", ""];

  it("goes on under its heading, and not with the update beside which it continues", () => {
    const found = read(...[HEADINGS, HEADINGS.map(() => "---"), ROW, MORE].map((cells) => `| ${cells.join(" | ")} |`));
    expect(found.rows).toEqual([["Light the path", "green", "Two lamps stand."]]);
    expect(found.others).toEqual([[{ heading: "Next steps", text: "Order ten\nlamps and posts" }]]);
    expect(found.residue).toEqual([]);
  });

  it("is residue where it goes on in a row whose cells cannot be told apart", () => {
    const found = read(...[HEADINGS, ROW, MORE].map((cells) => cells.join("\t").trimEnd()));
    expect(found.rows).toEqual([["Light the path", "green", "Two lamps stand."]]);
    expect(found.residue?.map(({ text }) => text)).toEqual(["lamps and posts"]);
  });

  it("leaves the status before it where all column headings are on one line", () => {
    const lines = ["1 FORCE Light the path G", "12.09.22: Two lamps stand.", "2 MC Mend a wall A", "13.09.22: Wet."];
    const found = read("No Organisation Deliverable RAG Update Next steps", ...lines);
    expect(found.rows?.map(([title, rag]) => [title, rag])).toEqual([
      ["Light the path", "green"],
      ["Mend a wall", "amber"],
    ]);
  });
});

it("splits column headings on one line so that one of them is for titles", () => {
  const rows = rowsOf(
    "No. RAG Action Owner",
    "1 Green Raise the wall EA",
    "12.09.22: Up.",
    "2 Red Drain it EA/BC",
    "12.09.22: No.",
  );
  expect(rows).toEqual([
    ["1", "EA", "Raise the wall", "green"],
    ["2", "EA,BC", "Drain it", "red"],
  ]);
});

it("reads a text in lower case as an update where the cells of its row are complete under their column headings", () => {
  const report = reportOf(
    "No\tOrganisation\tDeliverable\tUpdate\tRAG",
    "1\tBC\tReopen the counter on Saturdays\tno change since the summer\tG",
    "2\tNHS\tHire a nurse\tThe advert is out.\tA",
  );
  expect(report?.deliverables.map((row) => [row.title, row.updates[0]?.text, row.review_reasons])).toEqual([
    ["Reopen the counter on Saturdays", "no change since the summer", []],
    ["Hire a nurse", "The advert is out.", []],
  ]);
});

it("reads Welsh headings and statuses, alone and beside English ones", () => {
  const rows = (heading: string, ...statuses: string[]) =>
    rowsOf(heading, ...statuses.map((status, at) => `${at + 1}\tOpen hub ${at + 1}\tBC\t${status}\tWork goes on.`));
  const expected = ["green", "amber", "red"];
  const welsh = rows("Rhif\tCam gweithredu\tArweinydd\tStatws\tDiweddariad", "Gwyrdd", "Oren", "Coch");
  expect(welsh?.map((row) => row[3])).toEqual(expected);
  const both = "Rhif / No\tCam gweithredu / Action\tArweinydd / Lead\tStatws / Status\tDiweddariad / Update";
  expect(rows(both, "Gwyrdd / Green", "Oren / Amber", "Coch / Red")?.map((row) => row[3])).toEqual(expected);
});
