/**
 * Text extracted column by column: on each page all titles, then all updates, then all statuses. Statuses go to the rows where there
 * are as many, and updates where dates, white space and the reporting period leave one way to divide them.
 */
import { describe, expect, it } from "vitest";
import { reportOf } from "./read-text.js";

const HEADER = ["HARBOUR RECOVERY PLAN (2022-23)", "THEME 2 UPDATE - QRT 2 UPDATE (September 2022)", ""];
const HEADINGS = "No Organisation Specific deliverables";

interface PageText {
  readonly rows: readonly string[];
  readonly updates: readonly string[];
  readonly statuses: readonly string[];
  readonly headings?: string;
}

const page = ({ rows, updates, statuses, headings = HEADINGS }: PageText): string[] => [
  headings,
  ...rows,
  "Update",
  ...updates,
  "RAG",
  ...statuses,
];

/** The rows and what is left over of a report with these pages; an update is its date, if any, and its text. */
function read(...pages: PageText[]) {
  const report = reportOf(...HEADER, ...pages.flatMap(page));
  return {
    rows: report?.deliverables.map((row) => [row.number, row.organisations.join(), row.title, row.rag]),
    updates: report?.deliverables.map((row) => row.updates.map(({ date, text }) => [date, text].join(" ").trim())),
    isDoubtful: report?.deliverables.map((row) => row.review_reasons.includes("updates-not-split")),
    unassigned: report?.residue.filter(({ reason }) => reason === "unassigned").map(({ text }) => text),
  };
}

const BASIN = "1 FORCE Dredge the inner basin";
const OFFICE = "2 MC Paint the harbour office";
const RINGS = "3 FORCE Replace the mooring rings";

describe("rows and statuses of a page", () => {
  it("are put together in order", () => {
    const { rows, unassigned } = read({
      rows: [BASIN, OFFICE, RINGS],
      updates: ["Update 12.09.22:", "Started.", "Update 13.09.22:", "Bought.", "Update 14.09.22:", "Fixed."],
      statuses: ["GREEN", "AMBER", "RED"],
    });
    expect(rows).toEqual([
      ["1", "FORCE", "Dredge the inner basin", "green"],
      ["2", "MC", "Paint the harbour office", "amber"],
      ["3", "FORCE", "Replace the mooring rings", "red"],
    ]);
    expect(unassigned).toEqual([]);
  });

  it("are left apart where a status is missing, for any row may be the one without", () => {
    const { rows, updates, unassigned } = read({
      rows: [BASIN, OFFICE],
      updates: ["Update 12.09.22:", "Started.", "Update 13.09.22:", "Bought."],
      statuses: ["GREEN"],
    });
    expect(rows?.map(([, , , rag]) => rag)).toEqual([null, null]);
    expect(updates).toEqual([["2022-09-12 Started."], ["2022-09-13 Bought."]]);
    expect(unassigned).toEqual(["GREEN"]);
  });

  it("are put together where a line among the statuses is none", () => {
    const { rows, unassigned } = read({
      rows: [BASIN, OFFICE],
      updates: ["Update 12.09.22:", "Started.", "Update 13.09.22:", "Bought."],
      statuses: ["GREEN", "see the annex for more", "BLUE"],
    });
    expect(rows?.map(([, , , rag]) => rag)).toEqual(["green", "blue"]);
    expect(unassigned).toEqual(["see the annex for more"]);
  });

  it("keep the line of a title that begins with a word that may head a column", () => {
    const pageOf = (first: number, rest: string): string[] => [
      ...["No", "", "Organisation", "", "Specific deliverables", ""],
      ...[`${first}`, "", "FORCE", "", "Dredge the inner basin", ""],
      ...[`${first + 1}`, "", "MC", "", "Paint the harbour office in", rest, "", "OFFICIAL Page 1", ""],
      ...[
        "Update",
        "Update 12.09.22:",
        "Started.",
        "",
        "Update 13.09.22:",
        "Bought.",
        "",
        "RAG",
        "GREEN",
        "",
        "AMBER",
        "",
      ],
    ];
    const report = reportOf(...HEADER, ...pageOf(1, "priority wards"), ...pageOf(3, "the spring"));
    expect(report?.deliverables.map(({ title }) => title)).toEqual([
      "Dredge the inner basin",
      "Paint the harbour office in priority wards",
      "Dredge the inner basin",
      "Paint the harbour office in the spring",
    ]);
  });

  it("are rows with titles over several lines, each up to the next number", () => {
    const { rows } = read({
      rows: ["1 FORCE Dredge the inner basin", "and its approach", OFFICE],
      updates: ["Update 12.09.22:", "Started.", "Update 13.09.22:", "Bought."],
      statuses: ["GREEN", "AMBER"],
    });
    expect(rows?.map(([, , title]) => title)).toEqual([
      "Dredge the inner basin and its approach",
      "Paint the harbour office",
    ]);
  });
});

describe("pages of a report", () => {
  const FIRST = {
    rows: [BASIN, "2 MC Paint the harbour office and the"],
    updates: ["Update 12.09.22:", "Started.", "Update 20.09.22:", "Bought."],
    statuses: ["GREEN", "AMBER"],
  };

  it("continue the last row's title and updates on the next", () => {
    const { rows, updates, isDoubtful, unassigned } = read(FIRST, {
      rows: ["sheds beside it", RINGS],
      updates: ["Update 14.08.22:", "Quotes came in.", "Update 11.09.22:", "Forty are in."],
      statuses: ["RED"],
    });
    expect(rows).toEqual([
      ["1", "FORCE", "Dredge the inner basin", "green"],
      ["2", "MC", "Paint the harbour office and the sheds beside it", "amber"],
      ["3", "FORCE", "Replace the mooring rings", "red"],
    ]);
    expect(updates).toEqual([
      ["2022-09-12 Started."],
      ["2022-09-20 Bought.", "2022-08-14 Quotes came in."],
      ["2022-09-11 Forty are in."],
    ]);
    expect([isDoubtful, unassigned]).toEqual([[false, false, false], []]);
  });

  it("give the row of a new page an update that is later than the last one of the page before", () => {
    const { updates, unassigned } = read(FIRST, {
      rows: [RINGS],
      updates: ["Update 22.09.22:", "Forty are in.", "Update 11.09.22:", "Quotes came in."],
      statuses: ["RED"],
    });
    expect(updates?.slice(1)).toEqual([
      ["2022-09-20 Bought."],
      ["2022-09-22 Forty are in.", "2022-09-11 Quotes came in."],
    ]);
    expect(unassigned).toEqual([]);
  });

  it("may hold nothing but the rest of the last row's updates", () => {
    const { updates, isDoubtful } = read(FIRST, { rows: [], updates: ["Update 14.08.22:", "Quotes."], statuses: [] });
    expect(updates).toEqual([["2022-09-12 Started."], ["2022-09-20 Bought.", "2022-08-14 Quotes."]]);
    expect(isDoubtful).toEqual([false, false]);
  });
});

describe("a page", () => {
  const pageOf = (...lines: string[]) => {
    const report = reportOf(...HEADER, ...lines);
    return {
      rows: report?.deliverables.map(({ number, title, rag }) => [number, title, rag]),
      updates: report?.deliverables.map(({ updates }) =>
        updates.map(({ date, text }) => [date, text].join(" ").trim()),
      ),
    };
  };
  const HEADS = ["No.", "Organisation", "Action"];
  const FIRST = ["1", "FORCE", "Dredge the basin", "", "2", "MC", "Paint the office"];
  const SECOND = ["3", "FORCE", "Replace the rings", "", "4", "MC", "Light the pier"];
  const updatesOf = (first: number): string[] => [
    ...["Update", `Update ${first}.09.22:`, "Begun.", `Update ${first + 1}.09.22:`, "Well under way."],
  ];

  it("ends with a number that counts the pages and is no row", () => {
    const { rows } = pageOf(
      ...[...HEADS, ...FIRST, "", "1", "", ...updatesOf(12), "", "RAG", "GREEN", "AMBER", "", ...HEADS, ...SECOND],
      ...["", "2", "", ...updatesOf(14), "", "RAG", "RED", "GREEN"],
    );
    expect(rows).toEqual([
      ["1", "Dredge the basin", "green"],
      ["2", "Paint the office", "amber"],
      ["3", "Replace the rings", "red"],
      ["4", "Light the pier", "green"],
    ]);
  });

  it("may have its first status before the updates, where their headings stand together", () => {
    const { rows, updates } = pageOf(
      ...[...HEADS, ...FIRST, "", "Update", "", "RAG", "GREEN", ""],
      ...["Update 12.09.22:", "Begun.", "Update 13.09.22:", "Well under way.", "", "AMBER"],
    );
    expect(rows?.map(([, , rag]) => rag)).toEqual(["green", "amber"]);
    expect(updates).toEqual([["2022-09-12 Begun."], ["2022-09-13 Well under way."]]);
  });

  it("may have each of its first cells right below the column's heading", () => {
    const { rows } = pageOf(
      ...[...HEADS, ...FIRST, "", ...updatesOf(12), "", "RAG", "GREEN", "AMBER", ""],
      ...[
        "No.",
        "3",
        "",
        "Organisation",
        "FORCE",
        "",
        "Action",
        "Replace the rings",
        "",
        "4",
        "MC",
        "Light the pier",
        "",
      ],
      ...[...updatesOf(14), "", "RAG", "RED", "GREEN"],
    );
    expect(rows?.slice(2)).toEqual([
      ["3", "Replace the rings", "red"],
      ["4", "Light the pier", "green"],
    ]);
  });

  it("keeps a row whose number is printed twice", () => {
    const { rows } = pageOf(
      ...[...HEADS, ...FIRST, "", "2", "FORCE", "Light the pier", "", ...updatesOf(12), "Update 20.09.22:", "Lit."],
      ...["", "RAG", "GREEN", "AMBER", "RED"],
    );
    expect(rows).toEqual([
      ["1", "Dredge the basin", "green"],
      ["2", "Paint the office", "amber"],
      ["2", "Light the pier", "red"],
    ]);
  });

  it("may show its statuses as colours alone, which the text does not have", () => {
    const page = [...HEADS, ...FIRST, "", ...updatesOf(12), "", "Status", ""];
    const { rows, updates } = pageOf("Green", "1/2 (50%)", "Amber", "1/2 (50%)", "", ...page);
    expect(rows).toEqual([
      ["1", "Dredge the basin", null],
      ["2", "Paint the office", null],
    ]);
    expect(updates).toEqual([["2022-09-12 Begun."], ["2022-09-13 Well under way."]]);
  });

  it("gives a row no long text where the next row's cells are right below its own", () => {
    const { updates } = pageOf(
      ...[
        ...HEADS,
        "1",
        "FORCE",
        "Dredge the basin",
        "2",
        "MC",
        "Paint the office",
        "",
        "3",
        "MC",
        "Light the pier",
        "",
      ],
      ...["Update", "Update 12.09.22:", "The paint is bought.", "It dries.", "It is dry.", "Update 13.09.22:", "Lit."],
      ...["", "RAG", "GREEN", "AMBER", "RED"],
    );
    expect(updates).toEqual([[], ["2022-09-12 The paint is bought. It dries.\nIt is dry."], ["2022-09-13 Lit."]]);
  });
});

describe("updates of a page", () => {
  const of = (rows: readonly string[], statuses: readonly string[], ...updates: string[]) => {
    const { updates: found, isDoubtful, unassigned } = read({ rows, statuses, updates });
    return { found, isDoubtful, unassigned };
  };

  it("begin a row where dates rise, for a row's latest update comes first", () => {
    const { found, isDoubtful } = of(
      [BASIN, OFFICE],
      ["GREEN", "AMBER"],
      ...["Update 12.09.22:", "Started.", "Update 15.08.22:", "A permit was granted.", "Update 20.09.22:", "Bought."],
      ...["Update 11.09.22:", "Bids came in."],
    );
    expect(found).toEqual([
      ["2022-09-12 Started.", "2022-08-15 A permit was granted."],
      ["2022-09-20 Bought.", "2022-09-11 Bids came in."],
    ]);
    expect(isDoubtful).toEqual([false, false]);
  });

  it("begin no row before the reporting period, so that what is older belongs to the row above", () => {
    const { found, isDoubtful } = of(
      [BASIN, OFFICE],
      ["GREEN", "AMBER"],
      ...["Update 12.09.22:", "Started.", "Update 10.09.22:", "Bought.", "Update 20.04.22:", "A permit was asked for."],
    );
    expect(found).toEqual([["2022-09-12 Started."], ["2022-09-10 Bought.", "2022-04-20 A permit was asked for."]]);
    expect(isDoubtful).toEqual([false, false]);
  });

  it("belong to no row where two ways to divide them are left", () => {
    const { found, isDoubtful, unassigned } = of(
      [BASIN, OFFICE, RINGS],
      ["GREEN", "AMBER", "RED"],
      ...["Update 12.09.22:", "Started.", "Update 15.08.22:", "A permit was granted.", "Update 20.09.22:", "Bought."],
      ...["Update 11.09.22:", "Forty are in."],
    );
    expect(found).toEqual([["2022-09-12 Started."], [], ["2022-09-11 Forty are in."]]);
    expect(isDoubtful).toEqual([true, true, true]);
    expect(unassigned).toEqual(["Update 15.08.22:", "A permit was granted.", "Update 20.09.22:", "Bought."]);
  });

  it("without dates go to the rows where there is one paragraph for each", () => {
    const { found, isDoubtful } = of(
      [BASIN, OFFICE, RINGS],
      ["GREEN", "AMBER", "RED"],
      ...["The dredger has started.", "The paint", "is bought.", "Forty are in."],
    );
    expect(found).toEqual([["The dredger has started."], ["The paint is bought."], ["Forty are in."]]);
    expect(isDoubtful).toEqual([false, false, false]);
  });

  it("without dates are divided by the white space between the statuses", () => {
    const undated = ["The dredger has started.", "It works by night.", "And by day too.", "Bought.", "Forty are in."];
    const even = of([BASIN, OFFICE], ["GREEN", "AMBER"], ...undated);
    expect(even.isDoubtful).toEqual([true, true]);
    const spaced = of([BASIN, OFFICE, RINGS], ["GREEN", "", "AMBER", "RED"], ...undated);
    expect(spaced.found).toEqual([
      ["The dredger has started. It works by night. And by day too."],
      ["Bought."],
      ["Forty are in."],
    ]);
    expect(spaced.isDoubtful).toEqual([false, false, false]);
  });

  it("stay open as a whole where there are fewer than rows", () => {
    const { found, isDoubtful, unassigned } = of(
      [BASIN, OFFICE, RINGS],
      ["GREEN", "AMBER", "RED"],
      ...["Update 12.09.22:", "Started."],
    );
    expect(found).toEqual([[], [], []]);
    expect(isDoubtful).toEqual([true, true, true]);
    expect(unassigned).toEqual(["Update 12.09.22:", "Started."]);
  });

  it("stay open as a whole where they are too many to compare", () => {
    const updates = Array.from({ length: 1000 }, (_, at) => `Sentence number ${at} ends here.`);
    const { found, unassigned } = of([BASIN, OFFICE, RINGS], ["GREEN", "AMBER", "RED"], ...updates);
    expect(found).toEqual([[], [], []]);
    expect(unassigned).toEqual(updates);
  });
});
