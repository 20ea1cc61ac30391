/** Text after a report's rows and between its tables: no word of it is lost, and none is added to a row. */
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

interface Where {
  readonly page?: number;
  readonly pageStart?: boolean;
  readonly first?: boolean;
}

const place = (page: number) => ({
  page,
  lineFirst: null,
  lineLast: null,
  bbox: [50, 100, 500, 120] as [number, number, number, number],
});
const line = (text: string, { page = 1, pageStart = false }: Where = {}): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: true,
  pageStart,
  place: place(page),
});
const row = (cells: readonly string[], { page = 1, pageStart = false, first = false }: Where = {}): Block => ({
  kind: "row",
  cells: cells.map((text) => ({ text })),
  borders: "sure",
  gapBefore: first,
  pageStart,
  place: place(page),
});
const HEAD = [line("SAFER MELFORD DELIVERY PLAN (2022-23)"), line("THEME 1 UPDATE - QRT 2 UPDATE (September 2022)")];
const COLUMNS = ["No", "Organisation", "Deliverable", "Update", "RAG"];
const TABLE = [
  row(COLUMNS, { first: true }),
  row(["1", "FORCE", "Open a door", "It is open.", "G"]),
  row(["2", "MC", "Close a door", "It is shut.", "A"]),
];

function read(...blocks: Block[]) {
  const [report] = parseReports([...HEAD, ...blocks], BUILTIN_PROFILE);
  return {
    report,
    titles: report?.rows.map(({ title }) => title),
    updates: report?.rows.map(({ updates }) => updates.map(({ text }) => text).join("|")),
    residue: report?.residue
      .filter(({ reason }) => reason === "closing" || reason === "unassigned")
      .map((each) => [each.reason, each.text]),
  };
}

it("keeps notes and tables after the last row as residue", () => {
  const found = read(
    ...TABLE,
    line("Figures for row 2 are provisional."),
    row(["Budget line", "Spent"], { first: true }),
    row(["Vans", "3100"]),
    line("The board met in May.", { page: 2, pageStart: true }),
  );
  expect(found.updates).toEqual(["It is open.", "It is shut."]);
  expect(found.residue).toEqual([
    ["closing", "Figures for row 2 are provisional."],
    ["closing", "Budget line\tSpent"],
    ["closing", "Vans\t3100"],
    ["closing", "The board met in May."],
  ]);
});

const BEHIND = [
  line("Appendix B: Glossary", { page: 2, pageStart: true }),
  line("MC is the council.", { page: 2 }),
  line("Appendix C", { page: 3, pageStart: true }),
  line("Of the 60 vans 33 (54%) are new.", { page: 3 }),
  row(["Vans", "3100"], { page: 4, pageStart: true, first: true }),
];

it("keeps appendices of any title as residue where the file begins with the report, and reads no figures from them", () => {
  const found = read(...TABLE, ...BEHIND);
  expect(found.residue?.map(([, text]) => text)).toEqual([
    "Appendix B: Glossary",
    "MC is the council.",
    "Appendix C",
    "Of the 60 vans 33 (54%) are new.",
    "Vans\t3100",
  ]);
  expect(found.report?.claims).toEqual([]);
  expect(found.report?.pageLast).toBe(1);
});

it("ends in a pack before the page on which another paper begins, and includes a glossary", () => {
  const agenda = [line("AGENDA"), line("1. Apologies"), line("2. Delivery plan")];
  const [report] = parseReports([...agenda, ...HEAD, ...TABLE, ...BEHIND], BUILTIN_PROFILE);
  const closing = report?.residue.filter(({ reason }) => reason === "closing").map(({ text }) => text);
  expect(closing).toEqual(["Appendix B: Glossary", "MC is the council."]);
});

it("reports a dated update after rows whose updates are in a column", () => {
  const found = read(...TABLE, line("Update 10.09.22: The lock is mended."));
  expect(found.residue).toEqual([["unassigned", "Update 10.09.22: The lock is mended."]]);
});

it("gives the dated update right below the last row to that row where it has no text", () => {
  const found = read(
    row(["No", "Organisation", "Deliverable", "RAG"], { first: true }),
    row(["1", "FORCE", "Open a door", "G"]),
    row(["Update 12.09.22: It is open.", "", "", ""]),
    row(["2", "MC", "Close a door", "A"]),
    line("Update 10.09.22: It is shut."),
    line("Thanks to all."),
  );
  expect(found.updates).toEqual(["It is open.", "It is shut."]);
  expect(found.residue).toEqual([["closing", "Thanks to all."]]);
});

it("does not read a table between the rows, its title and the lines after it as a row's text", () => {
  const found = read(
    ...TABLE,
    line("Risks"),
    row(["Ref", "Risk", "Mitigation"], { first: true }),
    row(["R1", "The bridge may close", "Divert the bus"]),
    line("The bridge is old."),
    row(COLUMNS, { first: true }),
    row(["3", "MC", "Paint a door", "It is blue.", "G"]),
  );
  expect(found.updates).toEqual(["It is open.", "It is shut.", "It is blue."]);
  expect(found.residue).toEqual(
    ["Risks", "Ref\tRisk\tMitigation", "R1\tThe bridge may close\tDivert the bus", "The bridge is old."].map((text) => [
      "unassigned",
      text,
    ]),
  );
});

it("does not add a line between two tables to the update in the cell above", () => {
  const found = read(
    ...TABLE,
    line("Row 3 was agreed later."),
    ...TABLE.slice(0, 1),
    row(["3", "MC", "Paint a door", "It is blue.", "G"]),
  );
  expect(found.updates).toEqual(["It is open.", "It is shut.", "It is blue."]);
  expect(found.residue).toEqual([["unassigned", "Row 3 was agreed later."]]);
});

it("continues on the next page where the table continues without numbers in its first column", () => {
  const found = read(
    row(["Deliverable", "Lead", "Update", "RAG"], { first: true }),
    row(["Open a door", "FORCE", "It is open.", "G"]),
    row(["Close a door", "MC", "It is shut.", "A"], { page: 2, pageStart: true, first: true }),
    row(["Paint a door", "MC", "It is", ""], { page: 2 }),
    row(["with care", "", "blue.", ""], { page: 3, pageStart: true, first: true }),
  );
  expect(found.titles?.slice(0, 2)).toEqual(["Open a door", "Close a door"]);
  expect(JSON.stringify(found)).toContain("blue.");
});

it("continues on the next page where labels of the same form go on, below the rest of the last update", () => {
  const found = read(
    row(["Ref", "Deliverable", "Lead", "RAG", "Update"], { first: true }),
    row(["K-31/01", "Open a door", "FORCE", "Overdue", "It is open."]),
    row(["K-31/02", "Close a door", "MC", "G", "It is shut and"]),
    line("locked.", { page: 2, pageStart: true }),
    row(["K-31/03", "Paint a door", "MC", "Overdue", "It is blue."], { page: 2, first: true }),
  );
  expect(found.titles).toEqual(["Open a door", "Close a door", "Paint a door"]);
  expect(found.updates).toEqual(["It is open.", "It is shut and locked.", "It is blue."]);
});

it("reads the counts of a summary after the rows", () => {
  const found = read(
    ...TABLE,
    line("Summary"),
    row(["Status", "Number"], { first: true }),
    row(["Green (G)", "1/2"]),
    row(["Amber (A)", "1/2"]),
  );
  expect(found.report?.statements.map(({ rag, count, total }) => [rag, count, total])).toEqual([
    ["green", 1, 2],
    ["amber", 1, 2],
  ]);
});

describe("a page behind a typed list", () => {
  const printed = (text: string, top: number, height: number, where: Where = {}): Block => {
    const block = line(text, where);
    return { ...block, place: { ...block.place, bbox: [50, top, 400, top + height] } };
  };
  const entry = (number: number, title: string, top: number): Block[] => [
    printed(`${number}. ${title}`, top, 10),
    printed("Lead: MC   Status: Green", top + 14, 10),
    printed(`1${number} September 2022: It is done.`, top + 28, 10),
  ];
  const LIST = [
    ...entry(1, "Paint the gate", 100),
    ...entry(2, "Hang the bell", 160),
    ...entry(3, "Oil the lock", 220),
  ];
  const updatesWith = (...behind: Block[]) => {
    const [report] = parseReports([...HEAD, ...LIST, ...behind], BUILTIN_PROFILE);
    return report?.rows.map(({ updates }) => updates.map(({ text }) => text).join("|"));
  };
  const TOP = { page: 2, pageStart: true };
  const ALONE = ["It is done.", "It is done.", "It is done."];

  it("is no part of the last update where it opens the minutes of a meeting", () => {
    const opening = printed("Minutes of the Bridges Panel", 60, 10, TOP);
    expect(updatesWith(opening, printed("1. Mrs Hart sent apologies.", 90, 10, { page: 2 }))).toEqual(ALONE);
  });

  it("is no part of it where it begins with a title in larger type", () => {
    const opening = printed("Register of Bridges", 60, 16, TOP);
    expect(updatesWith(opening, printed("The old bridge is of stone.", 90, 10, { page: 2 }))).toEqual(ALONE);
  });

  it("is more of it where its first line is no title", () => {
    const more = printed("It was hung by two men.", 60, 10, TOP);
    expect(updatesWith(more)?.[2]).toContain("It was hung by two men.");
  });
});
